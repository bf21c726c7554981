"""What the bars say about the entry in hand, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.joining import voices
from annotator.core.model import Label, Span, State, Suggestion
from annotator.ui.annotate.order import next_doubtful
from annotator.ui.annotate.session import Session
from annotator.ui.bridge import colour_of
from annotator.ui.focus_bar import BarAction, FocusInfo
from annotator.ui.marks import score_text
from annotator.ui.numerals import decimal, numeral
from annotator.ui.sentences import translated

_FIRST = 9
_IMPORT = "import "
"""What the suggester of imported spans is called, before the file's name."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("telling", text)


def tally(session: Session) -> str:
    """Return what stands in the entry: "7 confirmed, 10 suggested", and that it is done or skipped."""
    parts = []
    if session.row is not None and session.project.entries.is_practice(session.row):
        parts.append(_tr("practice"))
    if session.state is State.DONE:
        parts.append(_tr("done"))
    if session.state is State.SKIPPED:
        parts.append(_tr("skipped"))
    if session.marks.spans:
        parts.append(_tr("{count} confirmed").format(count=numeral(len(session.marks.spans))))
    if session.marks.pending:
        parts.append(_tr("{count} suggested").format(count=numeral(len(session.marks.pending))))
    parts += [_tr("unsure")] if session.unsure else []
    return ", ".join(parts) or _tr("nothing marked yet")


def focus_info(session: Session, selection: tuple[int, int], keys: dict[str, str]) -> FocusInfo:
    """Return what the bar under the entry says; `keys` holds the key of each command and label that works now, by its id."""
    if session.entry is None:
        return FocusInfo("")
    start, end = selection
    if start != end:
        chosen = tuple((keys[f"label {each.key}"], each.key) for each in session.scheme.active[:_FIRST] if keys.get(f"label {each.key}"))
        return FocusInfo(session.entry.text[start:end], score=_tr("choose a label"), keys=() if session.read_only else chosen)
    found = session.focused_thing()
    if found is None:
        return _nothing(session, keys)
    label = session.scheme.by_id(found.label)
    name, colour = (label.key, colour_of(label.colour)) if label else ("?", 0)
    text = session.entry.text[found.start : found.end]
    actions: tuple[BarAction, ...] = ()
    if isinstance(found, Span):
        if not session.read_only:
            same = _action("every-same", _tr("Every same…"), keys)
            actions = (same, _action("remove", _tr("Remove"), keys, "reject"), *_onward(session, keys))
        doubt = f" · {_tr('unsure')}" if found.id in session.unsure else ""
        return FocusInfo(text, name, colour, "", _origin_of(found, label) + doubt, actions)
    if not session.read_only:
        same = _action("every-same", _tr("Every same…"), keys)
        actions = (same, _action("reject", _tr("Reject"), keys), _action("accept", _tr("Accept"), keys, primary=True))
    score = "" if found.score is None else decimal(found.score, 2)
    return FocusInfo(text, name, colour, score, suggested_by(found) + _behind(session, found), actions)


def _onward(session: Session, keys: dict[str, str]) -> tuple[BarAction, ...]:
    """Return what comes next; where no entry is left, the way to what follows labelling (which Enter does not take)."""
    if all_done(session) and not session.marks.pending:
        return (_action("export", _tr("Export…"), keys),)
    words = _tr("Next suggestion") if session.marks.pending else _tr("Done, next entry")
    if session.state is State.DONE and not session.marks.pending:
        words = _tr("Next unfinished entry")
    return (_action("accept", words, keys, primary=True),)


def all_done(session: Session) -> bool:
    """Tell whether every entry of the project is done or skipped."""
    progress = session.facts.progress
    return progress.total > 0 and progress.done + progress.skipped >= progress.total


def next_step(session: Session) -> str:
    """Return what there is to do once every entry is done or skipped."""
    progress = session.facts.progress
    if progress.skipped:
        return _tr("All {n} done or skipped. Next: export them.").format(n=numeral(progress.total))
    return _tr("All {n} done. Next: export them.").format(n=numeral(progress.total))


def _nothing(session: Session, keys: dict[str, str]) -> FocusInfo:
    proposing: tuple[BarAction, ...] = ()
    if session.marks.pending:
        second = _tr("{count} {count:suggestion waits|suggestions wait} here").format(count=numeral(len(session.marks.pending)))
    elif all_done(session):
        second = next_step(session)
    elif session.marks.spans:
        second = _tr("Nothing is pending here")
    elif session.suggesting:
        second = _tr("Suggestions are being made; they appear here as they come.")
    elif session.read_only or session.project.suggesting.begun():
        second = _tr("Nothing suggested here. Select with Shift+arrows, then press a label’s key.")
    else:
        second = _tr("No suggestions yet: let the program propose some.")
        proposing = (_action("suggest", _tr("Suggest spans"), keys),)
    actions: tuple[BarAction, ...] = ()
    if not session.read_only:
        actions = (*proposing, *_onward(session, keys))
    return FocusInfo("", second=second, actions=actions)


def _action(command: str, text: str, keys: dict[str, str], named: str = "", *, primary: bool = False) -> BarAction:
    named = named or command
    return BarAction(named, text, keys.get(named, ""), primary)


def _origin_of(span: Span, label: Label | None) -> str:
    name = label.name if label else ""
    if span.origin in ("", "human"):
        who = _tr("labelled by you")
    elif span.origin.endswith(", corrected"):
        who = _tr("suggested by {who}, corrected").format(who=span.origin.removesuffix(", corrected"))
    else:
        who = _tr("suggested by {who}, accepted").format(who=span.origin)
    return f"{name} · {who}" if name else who


def suggested_by(found: Suggestion) -> str:
    """Return where a suggestion comes from, and why; of several suggesters that agree, each."""
    if not found.agreeing:
        return _voice(found)
    return "; ".join(_voice(each) for each in voices(found))


def _voice(found: Suggestion) -> str:
    file = found.suggester.removeprefix(_IMPORT)
    named = _tr("from the file {file}") if file != found.suggester else _tr("suggested by {file}")
    who = named.format(file=file)
    return f"{who}: {translated(found.why)}" if found.why else who


def _behind(session: Session, found: Suggestion) -> str:
    """Return the other readings of a suggestion's stretch: "; otherwise PERSON .56 (default)"."""
    readings = []
    for each in found.behind:
        label = session.scheme.by_id(each.label)
        same = (each.start, each.end) == (found.start, found.end)
        words = "" if same or session.entry is None else session.entry.text[each.start : each.end]
        names = ", ".join(voice.suggester.removeprefix(_IMPORT) for voice in voices(each))
        told = (f"“{words}”" if words else "", label.key if label else "?", score_text(each.score), f"({names})")
        readings.append(" ".join(part for part in told if part))
    return _tr("; otherwise {readings}").format(readings=", ".join(readings)) if readings else ""


def status_keys(session: Session, keys: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the keys that matter now, the most important first."""
    labels = [keys.get(f"label {each.key}", "") for each in session.scheme.active]
    digits = [key for key in labels if key.isdigit()]
    span = f"{digits[0]}–{digits[-1]}" if len(digits) > 1 else next((key for key in labels if key), "")
    if session.entry is None:
        here = [("import", _tr("bring text in"))] if not session.read_only else []
        return tuple((keys[name], does) for name, does in (*here, ("keys", _tr("all keys"))) if keys.get(name))
    focused = session.focused_thing()
    found: list[tuple[str, str]] = []
    if not session.read_only:
        going_on = bool(session.marks.pending) or session.state is State.DONE
        enter = _tr("accept") if isinstance(focused, Suggestion) else _tr("next") if going_on else _tr("done, next")
        if not (all_done(session) and not session.marks.pending):
            found.append((keys.get("accept", ""), enter))
        if focused is not None:
            found.append((keys.get("reject", ""), _tr("reject") if isinstance(focused, Suggestion) else _tr("remove")))
        if span:
            found.append((span, _tr("relabel") if isinstance(focused, Span) else _tr("label")))
    doubtful = next_doubtful(session.marks, session.focused, 0)
    going = ("doubtful", _tr("next doubtful")) if doubtful and doubtful is not focused else ("next-span", _tr("next span"))
    found += [(keys.get(going[0], ""), going[1]), (keys.get("keys", ""), _tr("all keys"))]
    return tuple((key, does) for key, does in found if key)


def cost(keys: int, spans: int) -> str:
    """Return keys per span of this sitting; "" before the first span."""
    return _tr("{number} keys per span").format(number=decimal(keys / spans, 1)) if spans else ""
