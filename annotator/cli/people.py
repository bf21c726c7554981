"""The verbs for several annotators: assign, bundle, merge, settle."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from annotator.cli import at, show
from annotator.core.errors import InputError
from annotator.project.assigning import Dealing, Matrix, Plan
from annotator.project.cases import Revisit, Rule
from annotator.project.door import Project
from annotator.project.merging import Brought
from annotator.project.studying import Asked

SHOWN = 12
"""So many titles are printed for people; --json has them all."""


def assign(given: argparse.Namespace) -> None:
    """Deal entries out to people, or print who labels what."""
    single = [(name, True) for name in given.give] + [(name, False) for name in given.take]
    if single and given.people:
        raise InputError("Deal out to people, or give and take single entries: one at a time.")
    if not single and not given.people:
        with at.looking(given) as project:
            _print_matrix(given, project.assigning.matrix(), None)
        return
    with at.deciding(given) as project:
        plan = None
        if single:
            _single(project, single, write=not given.dry_run)
        else:
            plan = _dealt(project, given)
        _print_matrix(given, project.assigning.matrix(), plan, dry_run=given.dry_run)


def _dealt(project: Project, given: argparse.Namespace) -> Plan:
    dealing = Dealing(
        given.per_entry, given.everyone, given.overlap, given.by_source, given.control, given.again, given.seed, given.anew,
        given.practice, project.layers.named(given.gold).id if given.gold else None,
    )  # fmt: skip
    project.assigning.check(len(given.people), dealing)
    people = project.assigning.named(given.people, introduce=not given.dry_run)
    plan = project.assigning.plan(people, dealing)
    if not given.dry_run:
        project.assigning.assign(plan)
    return plan


def _single(project: Project, asked: Sequence[tuple[str, bool]], *, write: bool) -> None:
    rows = project.entries.rows()
    wanted: list[tuple[str, int, bool]] = []
    for text, on in asked:
        name, equals, listed = text.rpartition("=")
        if not equals:
            raise InputError(f"“{text}” is not of the form NAME=1,2,3 (numbers of entries in the order of the corpus).")
        person = project.assigning.person(name, introduce=False)
        if not on and person not in project.assigning.people():
            raise InputError(f"Nobody here is called “{name}”, so there is nothing to take back.")
        for number in listed.split(","):
            place = int(number) if number.strip().isdecimal() else 0
            if not 1 <= place <= len(rows):
                raise InputError(f"There is no entry “{number}”; entries are numbered 1 to {len(rows)} in the order of the corpus.")
            wanted.append((name, rows[place - 1], on))
    for name, row, on in wanted if write else ():  # all of it is sound before any of it is written
        project.assigning.set(row, project.assigning.person(name, introduce=on).id, on)


def _print_matrix(given: argparse.Namespace, matrix: Matrix, plan: Plan | None, *, dry_run: bool = False) -> None:
    if given.json:
        pairs = [{"people": list(pair), "entries": n} for pair, n in sorted(matrix.pairs.items())]
        made = (
            None if plan is None else {"given": len(plan.given), "taken_back": len(plan.taken_back), "left": plan.left, "name": plan.name}
        )
        show.as_json({"dry_run": dry_run, "plan": made, "matrix": {**asdict(matrix), "pairs": pairs}})
        return
    if plan is not None:
        verb = "would give" if dry_run else "gave"
        held = (
            f"; {show.many(plan.left, 'entry', 'is', 'are')} somebody's already, which does not change (--anew deals them out again)"
            if plan.left
            else ""
        )
        back = f", took back {len(plan.taken_back)}" if plan.taken_back else ""
        show.say(f"{plan.name}: {verb} {show.many(len(plan.given), 'assignment')}{back}{held}.")
        if dry_run:
            _print_plan(plan)
            return
    if dry_run:
        show.say("Nothing was written. As it is:")
    if not matrix.rows:
        show.say("Nothing is assigned. Next: annotator assign PROJECT NAME NAME …")
        return
    columns = ("who", "entries", "done", "practice", "control", "again", *matrix.sources)
    rows = [
        (
            each.person.name,
            each.entries,
            each.done,
            each.practice,
            each.control,
            each.again,
            *(each.by_source.get(source, "") for source in matrix.sources),
        )
        for each in matrix.rows
    ]
    show.table(columns, rows, right=columns[1:])
    by = ", ".join(f"{n} by {people or 'nobody'}" for people, n in matrix.by_people.items())
    show.say(f"Entries: {by}.")
    for (one, other), n in sorted(matrix.pairs.items()):
        show.say(f"{one} and {other} share {show.many(n, 'entry')}.")


def _print_plan(plan: Plan) -> None:
    """Print what each person would get."""
    rows = []
    for person in plan.people:
        own = [each for each in plan.given if each.person == person.id]
        practice = sum(each.practice is not None for each in own)
        rows.append((person.name, len(own), practice, sum(each.control for each in own), sum(each.again for each in own)))
    show.table(("who", "would get", "practice", "control", "again"), rows, right=("would get", "practice", "control", "again"))
    show.say("Nothing was written: without --dry-run it is dealt out so.")


def bundle(given: argparse.Namespace) -> None:
    """Write what one person needs to label, as a project file."""
    with at.deciding(given) as project:
        made = project.bundles.write(
            given.person, given.out, suggestions=given.suggestions, suggesters=given.suggesters, again=given.again
        )  # fmt: skip
    if given.json:
        show.as_json(made)
        return
    control = f", {made.control} of them in the control group, without suggestions" if made.control else ""
    show.say(f"Wrote {made.path} for {made.person}: {show.many(made.entries, 'entry')}{control}.")
    if made.practice:
        show.say(f"  {made.practice} of them come first, to practise on; what is right goes along packed away, and is told once done.")
    if made.suggesters:
        show.say(f"  {show.many(made.suggestions, 'suggestion')} by {', '.join(made.suggesters)}, too.")
    if made.left_behind:
        show.say(
            f"  Stayed here: suggestions by {', '.join(made.left_behind)}, which are switched off or may have seen others' decisions; "
            "--with NAME takes them along, and that is noted."
        )
    show.say(f"  Hand it over; when it comes back: annotator merge {given.project} {made.path.name}")


def merge(given: argparse.Namespace) -> None:
    """Bring in what others decided."""
    join = [pair for each in given.join for pair in each.items()]
    maps = {theirs: ours for each in given.map_label for theirs, ours in each.items()}
    with at.deciding(given) as project, show.progress("Merging", None, quiet=given.json) as bar:
        brought = project.merging.merge(given.files, dry_run=given.dry_run, join=join, map_labels=maps, progress=bar)
    if given.json:
        show.as_json({"dry_run": given.dry_run, "files": brought})
        return
    for each in brought:
        _print_brought(each, dry_run=given.dry_run)
    for sentence in sorted({sentence for each in brought for sentence in each.twins}):
        show.say(sentence)


def _print_brought(each: Brought, *, dry_run: bool) -> None:
    verb = "would bring" if dry_run else "brought"
    show.say(f"{each.file}: {verb} {show.many(each.decisions, 'decision')}; {each.known} {'was' if each.known == 1 else 'were'} known.")
    for work in each.work:
        if work.new:
            show.say(f"  {work.name}: {work.new} new, {work.known} known, on {show.many(work.entries, 'entry')}.")
    if each.entries:
        show.say(f"  {show.many(each.entries, 'entry')} not known here {'would come' if dry_run else 'came'} along: {_first(each.lacked)}.")
    if each.missing:
        show.say(f"  {show.many(each.missing, 'entry', 'was', 'were')} decided on but in neither file; these decisions wait for the text.")
    for label in each.labels:
        said = {
            "renamed": f"is called {label.here} here; the later name holds",
            "merged": f"was merged into {label.here} here",
            "new": "is new here and comes along",
            "mapped": f"counts as {label.here}",
            "retired": "is not in this project's scheme; it arrives retired (--map-label says what it stands for)",
        }[label.what]
        show.say(f"  The label {label.there} {said}.")
    for sentence in each.numbering:
        show.say(f"  {sentence}")


def _first(titles: Sequence[str]) -> str:
    more = f" … and {len(titles) - SHOWN} more" if len(titles) > SHOWN else ""
    return "; ".join(f"“{title[:60]}”" for title in titles[:SHOWN]) + more


def settle(given: argparse.Namespace) -> None:
    """Take into the adjudicated layer what a rule can settle; the rest is settled in the window."""
    rules = {"unanimous": Rule.UNANIMOUS, "majority": Rule.MAJORITY, "strict": Rule.STRICT, "named": Rule.NAMED}
    rule = rules["named" if given.named else given.rule]
    with at.looking(given) if given.dry_run else at.deciding(given) as project:
        plan = project.settling.by_rule(rule, named=given.named, asked=Asked(tuple(given.layers)))
        if not given.dry_run:
            project.settling.take_by_rule(plan)
        revisit = project.settling.revisit(Asked(tuple(given.layers)))
        titles = {each.settled.row: project.entries.listed([each.settled.row])[0].heading.title for each in revisit[:SHOWN]}
    if given.json:
        counts = {
            "unanimous": plan.unanimous,
            "by_rule": plan.by_rule,
            "entries": plan.entries,
            "finished": plan.finished,
            "open": plan.open,
        }
        show.as_json({"dry_run": given.dry_run, "rule": rule.value, **counts, "revisit": revisit})
        return
    verb = "Would take" if given.dry_run else "Took"
    if not plan.steps:
        show.say(f"Nothing is left to take by the rule “{rule.value}”; {show.many(plan.open, 'case', 'stays', 'stay')} open.")
        _print_revisit(revisit, titles)
        return
    alike = f"{show.many(plan.unanimous, 'place')} marked alike by all"
    by_rule = "" if rule is Rule.UNANIMOUS else f" and {plan.by_rule:,} by the rule “{rule.value}”"
    show.say(f"{verb} {alike}{by_rule}, in {show.many(plan.entries, 'entry')}.")
    show.say(f"  {show.many(plan.finished, 'entry', 'is', 'are')} settled with that; {show.many(plan.open, 'case', 'stays', 'stay')} open.")
    _print_revisit(revisit, titles)


def _print_revisit(revisit: Sequence[Revisit], titles: Mapping[int, str]) -> None:
    for each in revisit[:SHOWN]:
        where = f"characters {each.settled.start} to {each.settled.end} of “{titles[each.settled.row]}”"
        show.say(f"  Look again at {where}: its ground has changed since it was settled.")
