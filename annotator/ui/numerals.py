"""Numbers as the reader's language writes them, and the words that agree with them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


class Numeral(str):
    """A whole number in words of the window: "1,204". In a sentence it chooses the words that agree with it.

    `"{n} {n:entry|entries}".format(n=numeral(2))` takes the second form. Two forms are one and more, as in English; three are those of
    Ukrainian as Unicode's plural rules (CLDR) define them: 1, 21, 31 …; 2 to 4, 22 to 24 …; all others.
    """

    number: int

    def __new__(cls, count: int, words: str | None = None) -> Numeral:
        """Return a number with the thousands parted as the language does it, or the words given for it: "1,204 spans"."""
        self = super().__new__(cls, f"{count:,}".replace(",", QLocale().groupSeparator()) if words is None else words)
        self.number = count
        return self

    def __format__(self, forms: str) -> str:
        """Return the number, or the one of some forms that agrees with it."""
        if "|" not in forms:
            return super().__format__(forms)
        found = forms.split("|")
        return found[form_of(self.number, len(found))]


def form_of(count: int, forms: int) -> int:
    """Return which of two or three forms of a noun stands with a number, counted from 0."""
    if forms < 3:
        return 0 if count == 1 else 1
    last, two = abs(count) % 10, abs(count) % 100
    if last == 1 and two != 11:
        return 0
    return 1 if last in (2, 3, 4) and two not in (12, 13, 14) else 2


def numeral(count: int) -> Numeral:
    """Return a whole number as it is shown: "1,204"."""
    return Numeral(count)


def scores(*values: float | None) -> tuple[str, ...]:
    """Return shares from 0 to 1 (agreement, F1, the score of a suggestion) as they are shown everywhere: "0.93", "–" where undefined.

    Two digits; where two values that differ would look the same, such as before and after learning, three.
    """
    known = {each for each in values if each is not None}
    digits = 2 if len({decimal(each, 2) for each in known}) == len(known) else 3
    return tuple("–" if each is None else decimal(each, digits) for each in values)


def score(value: float | None) -> str:
    """Return one share from 0 to 1 as it is shown: "0.93", "–" where undefined."""
    return scores(value)[0]


def decimal(value: float, digits: int) -> str:
    """Return a number with so many digits behind the point, which is a comma where the language writes one."""
    return f"{value:.{digits}f}".replace(".", QLocale().decimalPoint())
