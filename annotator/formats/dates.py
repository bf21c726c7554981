"""Times and dates as news sites write them in English, read without guessing: what is ambiguous (01/02/2022) is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from annotator.core.errors import InputError

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ZONES = {
    "GMT": "+00:00",
    "UTC": "+00:00",
    "Z": "+00:00",
    "BST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "MSK": "+03:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "JST": "+09:00",
}
"""Zones with one meaning on news sites. ET, PT, local time and the like name no offset and stay as written."""

# Capitals even where the rest is read in any case: “14:05 That day” has no zone.
_ZONE = r"(?P<zone>(?-i:Z|[A-Z]{1,3}T|UTC|[A-Z]{2,4}ST|[A-Z]{2,4}DT|MSK|[+-]\d\d:?\d\d))(?![\w])"
CLOCK = rf"(?P<hour>\d{{1,2}})[.:](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s?(?P<half>[ap]\.?m\b\.?))?(?:\s?\(?{_ZONE}\)?)?"
"""A time of day: 22:29, 6.14pm, 8:38 a.m. ET, 10:55:01+01:00."""

_MONTH = "(?P<month>" + "|".join(rf"{name}|{name[:3]}|{name[:4]}" for name in _MONTHS) + r")\b\.?"
_DAY_NAME = "(?:(?P<weekday>" + "|".join(rf"{name}|{name[:3]}|{name[:4]}" for name in _DAYS) + r")\b\.?,?\s+)?"
DATES = (
    rf"{_DAY_NAME}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
    rf"{_DAY_NAME}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    r"(?P<weekday>\b)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
)
"""A day: Thursday 27 January 2022, January 27th, 2022, 2022-01-27."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written. `minutes` count from midnight; `offset` is "+01:00" or "" where no zone is known."""

    minutes: int
    offset: str = ""
    seconds: int = 0

    @property
    def written(self) -> str:
        """The time as ISO 8601 writes it, without zone."""
        return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}" + (f":{self.seconds:02d}" if self.seconds else "")


def clock_of(match: re.Match[str]) -> Clock | None:
    """Return the time in a match of CLOCK; None where it is none (25:00, 13.10pm)."""
    hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23:
        return None
    return Clock(hour * 60 + minute, offset_of(match["zone"] or ""), int(match["second"] or 0))


def offset_of(zone: str) -> str:
    """Return the offset of a zone as ISO 8601 writes it, "" where its name has none."""
    if zone[:1] in "+-" and zone:
        return f"{zone[:3]}:{zone[-2:]}"
    return ZONES.get(zone, "")


def day_of(match: re.Match[str]) -> date | None:
    """Return the day in a match of one of DATES; None where the calendar has none (31 February)."""
    month = match["month"].lower()
    number = int(month) if month.isdigit() else next(at for at, name in enumerate(_MONTHS, start=1) if name.startswith(month[:3]))
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def weekday_fits(match: re.Match[str], day: date) -> bool:
    """Return whether the name of the day, where one is written, is that of the day."""
    name = (match["weekday"] or "").lower()
    return not name or _DAYS[day.weekday()].startswith(name[:3])


def published(day: date, clock: Clock) -> str:
    """Return day and time as ISO 8601, with the offset where it is known."""
    return f"{day.isoformat()}T{clock.written}{clock.offset}"


def epoch(digits: str) -> tuple[date, Clock] | None:
    """Return day and time of seconds (10 digits) or milliseconds (13) since 1970, in UTC; None outside of 2001 to 2099."""
    seconds = int(digits[:10])
    if len(digits) not in (10, 13) or not 1_000_000_000 <= seconds < 4_102_444_800:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return moment.date(), Clock(moment.hour * 60 + moment.minute, "+00:00", moment.second)


def day_given(text: str) -> date | None:
    """Return the day that a person gave as YYYY-MM-DD; None for "". Raises InputError where it is none."""
    if not text:
        return None
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise InputError(f"“{text}” is not a day: write it as YYYY-MM-DD, for example 2022-01-27.")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"The calendar has no day {text}: give the day of the newest entry as YYYY-MM-DD.") from error


_WHOLE = tuple(re.compile(rf"{day}(?:(?:,|\s+at|\s*[-–|])?[\sT]+{CLOCK})?", re.IGNORECASE) for day in DATES)
_ISO_WHOLE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:[.,]\d{1,9})?\s?(?P<zone>Z|UTC|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)


def published_of(text: str) -> str:
    """Return a written time as ISO 8601 as far as it says it ("" where it cannot be read); fractions of seconds are dropped.

    `2021-05-04T14:05:00.000Z` gives `2021-05-04T14:05+00:00`, `4 May 2021` gives `2021-05-04`.
    """
    text = text.strip()
    if len(text) > 80:
        return ""
    match = _ISO_WHOLE.fullmatch(text)
    if match:
        return _iso(match["day"], match["time"] or "", (match["zone"] or "").upper())
    if text.isascii() and text.isdigit() and (found := epoch(text)):
        return published(*found)
    for pattern in _WHOLE:
        match = pattern.fullmatch(text)
        day = day_of(match) if match else None
        if match and day is not None:
            clock = clock_of(match) if match["hour"] else None
            return published(day, clock) if clock else "" if match["hour"] else day.isoformat()
    return ""


def _iso(day: str, time: str, zone: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        return ""
    if time[:2] > "23":
        return ""
    if not time:
        return day
    offset = ZONES.get(zone, "") if zone.isalpha() else f"{zone[:3]}:{zone[3:].strip(':') or '00'}" if zone else ""
    return f"{day}T{time.removesuffix(':00') if len(time) == 8 else time}{offset}"
