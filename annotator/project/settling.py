"""Settle disagreements into the adjudicated layer: a reading, the majority, no entity, other spans; by hand, everywhere, or by a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.agreement.disagreements import Reading
from annotator.agreement.settle import Rule as Rule
from annotator.agreement.settle import chosen_reading
from annotator.agreement.values import Place
from annotator.core.decisions import Draft, Kind, Step
from annotator.core.errors import InputError, RuleError
from annotator.core.ids import ADJUDICATED, Id
from annotator.core.model import State
from annotator.core.rules import Taken, checked_place
from annotator.core.settlements import BY_PERSON
from annotator.project.cases import (
    ByRule,
    Case,
    Cases,
    EntryToSettle,
    Everywhere,
    Looked,
    Revisit,
    Settled,
    SettlingProgress,
    meet,
    named,
    question,
    signature,
)
from annotator.project.desk import NOTHING, Changed, Desk
from annotator.project.grounds import ground_of, kept_ground, settlement_draft
from annotator.project.studying import ALL, BATCH, Asked, Studying, batches
from annotator.store import compared as store
from annotator.store import entries as entry_store
from annotator.store import schemes


class Settling:
    """Deciding disagreements into the adjudicated layer. What is settled, is computed each time, so that status is always live."""

    def __init__(self, desk: Desk, studying: Studying) -> None:
        self._desk = desk
        self._studying = studying
        self._cases = Cases(desk, studying)

    def cases(self, asked: Asked = ALL, *, rows: Sequence[int] | None = None, only_open: bool = False) -> Iterator[Case]:
        """Yield every case in corpus order, disagreements and what adjudicators contest; the first comes before the rest is looked at."""
        for batch in batches(self._studying.rows(asked, rows)):
            for looked in self._cases.looked(asked, batch):
                yield from (each for each in self._cases.cases(looked) if each.open or not only_open)

    def entry(self, row: int, asked: Asked = ALL) -> EntryToSettle:
        """Return an entry as the screen shows it."""
        return self._cases.entry(self._cases.looked(asked, [row])[0])

    def take(self, case: Case, reading: int, *, comment: str = "") -> Changed:
        """Take a reading of a case, counted from 0. Raises InputError where the case has none of this number."""
        if not 0 <= reading < len(case.found.readings):
            raise InputError(f"This case has {len(case.found.readings)} readings.")
        chosen = case.found.readings[reading]
        return self._settle(case.row, case.found.start, case.found.end, chosen.places, comment, named(chosen), case.asked)

    def take_majority(self, case: Case, *, comment: str = "") -> Changed:
        """Take the reading that more layers have than any other, and two at least. Raises InputError where there is none."""
        chosen = chosen_reading(case.found, Rule.MAJORITY)
        if chosen is None:
            raise InputError("No reading has a majority here; take one by its number.")
        return self.take(case, case.found.readings.index(chosen), comment=comment)

    def no_entity(self, case: Case, *, comment: str = "") -> Changed:
        """Decide that there is no entity."""
        return self._settle(case.row, case.found.start, case.found.end, (), comment, "No entity", case.asked)

    def other(self, row: int, start: int, end: int, places: Sequence[Place], *, comment: str = "") -> Changed:
        """Settle a stretch of an entry with spans of one's own (label keys), or none; it widens to hold them.

        Raises RuleError where the project's rule forbids them or a stretch is empty, InputError for a label that cannot be given.
        """
        text = entry_store.read_entry(self._desk.conn, row).text
        whole = checked_place(text, start, end)
        sound = tuple((*checked_place(text, s, e), key) for s, e, key in places)
        start, end = min([whole[0], *(s for s, _, _ in sound)]), max([whole[1], *(e for _, e, _ in sound)])
        self._check_rule(sound)
        name = "Settle with other spans" if sound else "No entity"
        return self._settle(row, start, end, tuple(sorted(set(sound))), comment, name, ALL)

    def equal(self, case: Case, reading: int | None) -> Everywhere:
        """Return the open cases that ask the same (equal mention, read alike by as many) with the reading each gets; None: no entity.

        Nothing is written; `take_everywhere` does it.
        """
        wanted = None if reading is None else signature(case.found, case.found.readings[reading])
        kinds = question(case.found)
        found = []
        for each in self.cases(case.asked, only_open=True):
            if each.contested or question(each.found) != kinds:
                continue
            if wanted is None:
                found.append((each, Reading((), ())))
            else:
                fits = [one for one in each.found.readings if signature(each.found, one) == wanted]
                if len(fits) == 1:
                    found.append((each, fits[0]))
        what = "no entity" if reading is None else named(case.found.readings[reading]).removeprefix("Take ")
        return Everywhere(tuple(found), f"“{case.found.words}”: {what}, in {len(found)} place{'' if len(found) == 1 else 's'}")

    def take_everywhere(self, everywhere: Everywhere, *, comment: str = "") -> Changed:
        """Settle equal cases in one step with one undo."""
        by_row: dict[tuple[int, Asked], list[tuple[int, int, tuple[Place, ...]]]] = {}
        for case, reading in everywhere.cases:
            by_row.setdefault((case.row, case.asked), []).append((case.found.start, case.found.end, reading.places))
        drafts = [draft for (row, asked), places in by_row.items() for draft in self._drafts(row, places, BY_PERSON, comment, asked)]
        count = len(everywhere.cases)
        return self._desk.commit(Step(f"Settle {count} equal case{'' if count == 1 else 's'}", tuple(drafts)))

    def by_rule(self, rule: Rule, *, named: str = "", asked: Asked = ALL) -> ByRule:
        """Say what a rule would take of what is not settled yet; nothing is written. Raises InputError where a named layer is not compared.

        What all layers (two or more) have is taken under every rule. An entry that one alone has done is taken only where that is the
        named one. An entry in which nothing is left open is done in the adjudicated layer.
        """
        who = self._named_layer(rule, named, asked)
        plan = ByRule(rule, 0, 0, 0, 0, 0, ())
        drafts: list[Draft] = []
        every = self._studying.rows(asked)
        for first in range(0, len(every), BATCH):
            for looked in self._cases.looked(asked, every[first : first + BATCH]):
                plan = self._apply(rule, who, looked, plan, drafts)
        return replace(plan, steps=tuple(drafts))

    def take_by_rule(self, plan: ByRule) -> Changed:
        """Write what a rule takes, as one step with one undo."""
        if not plan.steps:
            return NOTHING
        taken = plan.unanimous + plan.by_rule
        return self._desk.commit(Step(f"Take {taken} place{'' if taken == 1 else 's'} by rule: {plan.rule.value}", plan.steps))

    def settled(self, rows: Sequence[int] | None = None) -> list[Settled]:
        """Return how places were settled, in corpus order."""
        names = self._cases.names()
        return [self._cases.told(each, names) for each in store.settled(self._desk.conn, rows)]

    def lately(self, most: int) -> list[Settled]:
        """Return what persons settled last, the latest first."""
        names = self._cases.names()
        return [self._cases.told(each, names) for each in store.settled_last(self._desk.conn, BY_PERSON, most)]

    def revisit(self, asked: Asked = ALL, *, rows: Sequence[int] | None = None) -> list[Revisit]:
        """Return the settled places whose ground has changed: somebody read them otherwise, anew, or not any more. They stay settled."""
        names = self._cases.names()
        usual = {each.id for each in self._studying.layers(asked)}
        every = {each.id: each.name for each in self._studying.every()}
        places = [each for each in store.settled(self._desk.conn, rows) if not each.contested]
        found = []
        for first in range(0, len(places), BATCH):
            part = places[first : first + BATCH]
            works = {each.row: each for each in store.works(self._desk.conn, sorted({each.entry for each in part}), every)}
            for each in part:
                kept = kept_ground(each.ground, self._desk.scheme)
                now = ground_of(works[each.entry], each.start, each.end, kept.of or usual, unfinished=kept.unfinished)
                if kept.ground != now:
                    told = self._cases.told(each, names)
                    was, became = (self._cases.readable(ground, every) for ground in (kept.ground, now))
                    found.append(Revisit(told, was, became, asked))
        return found

    def keep(self, revisits: Sequence[Revisit], *, comment: str = "") -> Changed:
        """Say that settled places stay as they are on their changed ground, in one step with one undo."""
        drafts = []
        for revisit in revisits:
            each = revisit.settled
            drafts += self._drafts(each.row, [(each.start, each.end, each.places)], BY_PERSON, comment or each.comment, revisit.asked)
        return self._desk.commit(Step("Keep what was settled", tuple(drafts)))

    def remark(self, case: Case, comment: str) -> Changed:
        """Say something of what was settled, or take it back (""); places and how they came stay. Raises InputError where it is open."""
        if case.open:
            raise InputError("This case is not settled yet; its comment goes with the settling.")
        looked = self._cases.looked(case.asked, [case.row])[0]
        drafts = [self._draft(looked, each.start, each.end, each.places, each.how, comment) for each in case.settled]
        return self._desk.commit(Step("Comment on what was settled", tuple(drafts)))

    def alone(self, revisit: Revisit) -> Case:
        """Return a settled place as a case of its own: on its changed ground nobody disagrees any more, and still it asks for a look."""
        return self._cases.alone(self._cases.looked(revisit.asked, [revisit.settled.row])[0], revisit.settled)

    def progress(self, asked: Asked = ALL) -> SettlingProgress:
        """Return how far settling is."""
        total = still = contested = 0
        for case in self.cases(asked):
            total += 1
            still += case.open
            contested += bool(case.contested)
        return SettlingProgress(total, still, contested, len(store.settled(self._desk.conn)), len(self.revisit(asked)))

    def _settle(self, row: int, start: int, end: int, places: tuple[Place, ...], comment: str, name: str, asked: Asked) -> Changed:
        return self._desk.commit(Step(name, tuple(self._drafts(row, [(start, end, places)], BY_PERSON, comment, asked))))

    def _drafts(self, row: int, wanted: Sequence[tuple[int, int, tuple[Place, ...]]], how: str, comment: str, asked: Asked) -> list[Draft]:
        """The decisions that settle places of one entry, what all agree on besides, and that the entry is done if nothing is left open."""
        looked = self._cases.looked(asked, [row])[0]
        drafts: list[Draft] = []
        for start, end, places in wanted:
            drafts.append(self._draft(looked, start, end, places, how, comment))
        covered = [(start, end) for start, end, _ in wanted]
        for place in self._unsettled_agreed(looked, covered):
            drafts.append(self._draft(looked, place[0], place[1], (place,), Rule.UNANIMOUS.value, ""))
            covered.append((place[0], place[1]))
        return drafts + self._done(looked, covered)

    def _unsettled_agreed(self, looked: Looked, covered: Sequence[tuple[int, int]]) -> list[Place]:
        if looked.sighting is None or not looked.compared:
            return []
        held = [*covered, *((one.start, one.end) for one in looked.settled)]
        return [place for place in looked.sighting.agreed if not any(meet(*one, place[0], place[1], flat=self._cases.flat) for one in held)]

    def _done(self, looked: Looked, covered: Sequence[tuple[int, int]]) -> list[Draft]:
        cases = [each for each in self._cases.cases(looked) if each.open]
        if any(not any(meet(*one, each.found.start, each.found.end, flat=self._cases.flat) for one in covered) for each in cases):
            return []
        state = entry_store.state(self._desk.conn, looked.works.row, schemes.layer_row(self._desk.conn, ADJUDICATED))
        if state is State.DONE:
            return []
        return [Draft(Kind.DONE, ADJUDICATED, looked.works.id, {"state": state.value}, {"state": State.DONE.value})]

    def _draft(self, looked: Looked, start: int, end: int, places: Iterable[Place], how: str, comment: str) -> Draft:
        desk = self._desk
        labels = {each.key: each.id for each in sorted(desk.scheme.labels, key=lambda each: not each.retired)}
        spans = [(desk.ids.new(), s, e, desk.scheme.resolved(labels[key])) for s, e, key in places]
        over = [one.id for one in looked.settled if meet(one.start, one.end, start, end, flat=self._cases.flat)]
        ground = ground_of(looked.works, start, end, looked.lanes, unfinished=looked.asked.unfinished)
        of = sorted(looked.lanes) if looked.asked.layers else None
        return settlement_draft(
            looked.works.id,
            start,
            end,
            spans,
            how=how,
            over=over,
            comment=comment,
            ground=ground,
            of=of,
            unfinished=looked.asked.unfinished,
        )

    def _check_rule(self, places: Iterable[Place]) -> None:
        scheme = self._desk.scheme
        taken = Taken(scheme.overlap)
        for start, end, key in places:
            label = next((each for each in scheme.active if each.key.casefold() == key.casefold()), None)
            if label is None:
                raise InputError(f"The label {key} is retired or unknown; choose another one.")
            if taken.clashing(start, end):
                raise RuleError("Two of these spans may not overlap so in this project; leave one out.")
            taken.add((start, end, label.id))

    def _named_layer(self, rule: Rule, named: str, asked: Asked) -> Id | None:
        if rule is not Rule.NAMED:
            return None
        layers = self._studying.layers(asked)
        found = [each.id for each in layers if each.name == named or (named and each.id.hex().startswith(named.lower()))]
        if len(found) != 1:
            raise InputError(f"Whose readings are to be taken? Name one of: {', '.join(each.name for each in layers) or 'no layers yet'}.")
        return found[0]

    def _apply(self, rule: Rule, who: Id | None, looked: Looked, plan: ByRule, drafts: list[Draft]) -> ByRule:
        sighting = looked.sighting
        if sighting is None or (len(sighting.layers) < 2 and sighting.layers[0] != who):
            return plan
        found: list[Draft] = []
        covered: list[tuple[int, int]] = []
        held = [(one.start, one.end) for one in looked.settled]
        how = Rule.UNANIMOUS if len(sighting.layers) > 1 else Rule.NAMED
        for place in (each for each in sighting.agreed if not any(meet(*one, each[0], each[1], flat=self._cases.flat) for one in held)):
            found.append(self._draft(looked, place[0], place[1], (place,), how.value, ""))
            covered.append((place[0], place[1]))
        agreed = len(found)
        for case in self._cases.cases(looked):
            reading = chosen_reading(case.found, rule, named=who) if case.open and not case.contested else None
            if reading is not None:
                found.append(self._draft(looked, case.found.start, case.found.end, reading.places, rule.value, ""))
                covered.append((case.found.start, case.found.end))
        finished = self._done(looked, covered)
        still = sum(1 for case in self._cases.cases(looked) if case.open and not any(
            meet(*one, case.found.start, case.found.end, flat=self._cases.flat) for one in covered))  # fmt: skip
        drafts += found + finished
        return ByRule(
            rule, plan.unanimous + agreed, plan.by_rule + len(found) - agreed, plan.entries + bool(found or finished),
            plan.finished + len(finished), plan.open + still, (),
        )  # fmt: skip
