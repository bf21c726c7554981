"""Times of day, parts of a day and periods shorter than a day, by patterns. What is one is said in the guideline of TIME."""

from __future__ import annotations

from annotator.suggest.rules_numbers import AWAY, COUNT, EDGE, RANGE, TIME_UNIT, VAGUE, WEEKDAY, WORD_NUMBER, Lines, matches, needing, rule
from annotator.suggest.suggester import Proposal

_HALF = r"(?: ?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|[AP]\.M\.))"
_ZONE = (
    r"(?: ?(?:\((?:GMT|BST|UTC|CET|CEST|EST|EDT|ET)\)"
    r"|(?:GMT|BST|UTC|CET|CEST|EET|EEST|MSK|EST|EDT|ET|CT|MT|PT|PST|PDT|CST|CDT|IST|JST|AEST|AEDT|Z)(?:[+-]\d\d?)?\b"
    r"|local time|(?:Moscow|Kyiv|Kiev|London|Beijing|eastern|Eastern|central|Pacific) time|in the (?:morning|afternoon"
    r"|evening)|at night|[Hh]ours\b))"
)
_CLOCK = r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?"
# What a line has to hold for one of them, in small letters.
_HALVES = "am pm a.m p.m"
_COLONS = ":0 :1 :2 :3 :4 :5"
_POINTS = ".0 .1 .2 .3 .4 .5"
_HOUR = r"(?:1[0-2]|0?[1-9])"
_PART = r"(?:morning|afternoon|evening|night|lunchtime|noon|midnight)"
_NOT_RATE = r"(?! ?(?:%|per ?cent|percent|million|billion|[mb]n?\b|points?|metres|km|miles|degrees|kilomet|tonnes|times|seconds))"

_RULES = (
    rule(
        rf"{EDGE}(?:{_CLOCK}|{_HOUR}){_HALF}?(?: ?[-–] ?)(?:{_CLOCK}|{_HOUR}){_HALF}{_ZONE}?(?!\w)",
        0.95,
        "a range of clock times",
        needs="0 1 2 3 4 5 6 7 8 9",
        also=_HALVES,
    ),
    rule(rf"{EDGE}(?:{_CLOCK}|{_HOUR}){_HALF}{_ZONE}?(?!\w)", 0.98, "a clock time", needs="0 1 2 3 4 5 6 7 8 9", also=_HALVES),
    rule(rf"{EDGE}{_CLOCK}{_ZONE}(?!\w)", 0.98, "a clock time", needs=f"{_COLONS} {_POINTS}"),
    rule(rf"{EDGE}(?:[01]\d|2[0-3])[0-5]\d ?(?:GMT|BST|UTC|CET|EST|EDT|hrs|hours|h)\b", 0.93, "a clock time", needs="0 1 2 3 4 5 6 7 8 9"),
    rule(rf"{EDGE}(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\w:])", 0.85, "a clock time", needs=_COLONS),
    rule(
        rf"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Ss]ince) (?P<it>(?:[01]?\d|2[0-3])\.[0-5]\d)(?![\w.]){_NOT_RATE}",
        0.7,
        "a clock time",
        needs=_POINTS,
    ),
    rule(
        rf"(?<!\w)(?:{WORD_NUMBER}|{_HOUR}) ?o[’'‘]clock(?: (?:in the (?:morning|afternoon|evening)|at night))?{_ZONE}?(?!\w)",
        0.97,
        "a clock time",
        any_case=True,
        needs="clock",
    ),
    rule(
        rf"(?<!\w)(?:half[- ]past|quarter (?:past|to)|(?:five|ten|twenty) (?:past|to)) (?:{WORD_NUMBER}|noon|midnight)(?!\w)",
        0.95,
        "a clock time",
        any_case=True,
        needs="past quarter five ten twenty",
    ),
    rule(rf"(?<!\w)(?:[Nn]oon|[Mm]idday|[Mm]idnight){_ZONE}?(?!\w)", 0.93, "a clock time", needs="noon midday midnight"),
    rule(
        r"(?<!\w)(?:[Tt]onight|(?:[Ll]ate(?:r)?|[Ee]arly|[Ee]arlier) tonight)(?!\w)",
        0.97,
        "part of a day",
        needs="tonight",
    ),
    rule(
        rf"(?<!\w)(?:[Ee]arly (?:on )?|[Ll]ate (?:on )?|[Mm]id-)?"
        rf"(?:(?:[Tt]his|[Ll]ast|[Tt]hat|[Yy]esterday|[Tt]omorrow|[Tt]he (?:next|following|previous|same)|[Oo]ne|[Ee]very|[Ee]ach)"
        rf"|(?:(?:[Ll]ast|[Nn]ext|[Tt]his) )?{WEEKDAY}) (?:early |late |mid-)?{_PART}s?(?!\w)",
        0.96,
        "part of a day",
        needs="morning afternoon evening night lunch noon",
    ),
    rule(
        r"(?<!\w)(?:[Ee]arly|[Ll]ate|[Mm]id)[- ](?:in the )?(?:morning|afternoon|evening|night)(?!\w)",
        0.85,
        "part of a day",
        needs="morning afternoon evening night lunch noon",
        also="early late mid",
    ),
    rule(
        rf"(?<!\w)[Tt]he (?:early |late |small )?(?:hours|morning|afternoon|evening|night) of (?:{WEEKDAY}(?: (?:morning|night))?)(?!\w)",
        0.95,
        "part of a day",
        needs="morning afternoon evening night lunch noon hours",
        also="day",
    ),
    rule(
        r"(?<!\w)[Tt]he (?:early|small) hours(?!\w)(?: of (?:this |yesterday |tomorrow )?morning)?",
        0.9,
        "part of a day",
        needs="hours",
        also="early small",
    ),
    rule(
        r"\b(?:[Ii]n|[Dd]uring|[Uu]ntil|[Bb]y) (?P<it>the (?:early |late )?(?:morning|afternoon|evening))(?!\w)",
        0.75,
        "part of a day",
        needs="morning afternoon evening",
    ),
    rule(r"(?<!\w)[Oo]vernight(?!\w)", 0.6, "part of a day", needs="overnight"),
    rule(
        rf"(?<!\w)(?:[Tt]he )?(?:next|last|past|previous|coming|following) (?:(?:{RANGE}|{VAGUE}) )?{TIME_UNIT}(?!\w)",
        0.95,
        "a relative period",
        needs="hour minute second min hr",
        also="next last past previous coming following",
    ),
    rule(
        rf"{EDGE}(?<!(?:last|past|next) )(?:{RANGE}|[Ss]everal|[Mm]any|(?:[Aa] )?few|[Aa] couple of)(?: (?:more|full|long"
        rf"|straight|consecutive))?"
        rf" {TIME_UNIT}(?: and a half)?{AWAY}(?!\w)",
        0.93,
        "hours or less",
        any_case=True,
        needs="hour minute second min hr",
    ),
    rule(
        r"(?<!\w)(?:[Hh]alf an hour|[Aa]n hour(?: and a half)?|[Aa] (?:quarter|half) of an hour|[Tt]hree quarters of an hour)"
        r"(?: (?:ago|earlier|later|from now|(?:before|after)(?![ \w])))?(?!\w)",
        0.9,
        "hours or less",
        needs="hour",
    ),
    rule(
        rf"{EDGE}{COUNT}-and-a-half {TIME_UNIT}{AWAY}(?!\w)",
        0.93,
        "hours or less",
        any_case=True,
        needs="-and-a-half",
    ),
    rule(r"\b(?:[Aa]t|[Bb]efore|[Aa]fter|[Bb]y|[Uu]ntil|[Ss]ince) (?P<it>dawn|dusk|sunrise|sunset|nightfall)(?!\w)", 0.85, "a time of day"),
    rule(
        rf"{EDGE}(?:{COUNT}(?:(?: to |[-–]){COUNT})?|half)-(?:and-a-half-)?(?:hour|minute|second)(?!\w)",
        0.85,
        "hours or less",
        any_case=True,
        needs="-hour -minute -second",
    ),
    rule(
        r"(?<!\w)(?:[Hh]ours|[Mm]inutes|[Ss]econds) (?:ago|earlier|later|(?:before|after)(?! \w))(?!\w)",
        0.85,
        "hours or less",
        needs="hours minutes seconds",
        also="ago earlier later before after",
    ),
    rule(
        r"\b(?:[Ff]or|[Ww]ithin|[Ii]n|[Aa]fter|[Tt]ook) (?P<it>hours|minutes)(?!\w| of\b)",
        0.65,
        "hours or less",
        needs="hours minutes",
    ),
    rule(r"(?<!\w)(?:[Rr]ecent|(?:[Tt]he )?[Cc]oming) hours(?!\w)", 0.8, "a relative period", needs="hours", also="recent coming"),
)
_NEEDS = {
    "a range of clock times": "0 1 2 3 4 5 6 7 8 9",
    "a clock time": "0 1 2 3 4 5 6 7 8 9 clock past quarter noon midday midnight",
    "part of a day": "morning afternoon evening night lunch noon hours",
    "a relative period": "hour minute second min hr",
    "a time of day": "dawn dusk sunrise sunset nightfall",
    "hours or less": "hour minute second min hr",
}
_TRIED = needing(_RULES, _NEEDS)
_RATE = rule(r"(?:an|per|each|every) hour", 0.0, "")


def times(lines: Lines) -> list[Proposal]:
    """Return proposals for TIME, overlapping ones too."""
    return [each for each in matches(lines, "TIME", _TRIED) if not _is_rate(lines.text, each)]


def _is_rate(text: str, proposal: Proposal) -> bool:
    """Say whether an hour only counts something else: 60 miles an hour."""
    if not _RATE.pattern.fullmatch(text[proposal.start : proposal.end]):
        return False
    before = text[: proposal.start].rstrip().rpartition(" ")[2].casefold()
    return before in {"miles", "kilometres", "kilometers", "km", "knots", "times", "once", "twice", "half"} or before[-1:].isdigit()
