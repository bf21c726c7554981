"""The words of the product in Ukrainian: whoever says the one says the other. Compared by stems, which stand in every case of a noun."""

from __future__ import annotations

TERMS: dict[str, tuple[str, ...]] = {
    "project": ("проєкт",),
    "source": ("джерел",),
    "entry": ("запис",),
    "entries": ("запис",),
    "label": ("мітк", "міток", "розміт", "розміч"),
    "labels": ("мітк", "міток", "розміч", "познача"),
    "scheme": ("схем",),
    "span": ("фрагмент",),
    "spans": ("фрагмент",),
    "suggestion": ("пропозиці",),
    "suggestions": ("пропозиці", "suggestions"),
    "decision": ("рішен",),
    "decisions": ("рішен",),
    "step": ("крок", "кроц"),
    "layer": ("шар",),
    "layers": ("шар",),
    "annotator": ("анотатор", "annotator"),
    "disagreement": ("розбіжн",),
    "disagreements": ("розбіжн",),
    "adjudicated": ("узгоджен", "adjudicated"),
    "adjudicating": ("узгоджен",),
    "agreement": ("узгоджен", "згод"),
    "bundle": ("пакет",),
    "mention": ("згад",),
    "mentions": ("згад",),
    "guideline": ("настанов",),
    "flag": ("прапор",),
    "comment": ("комент",),
    "backup": ("копі",),
    "control group": ("контрольн",),
    "data card": ("паспорт",),
    "corpus": ("корпус",),
    "folder": ("тек", "тец"),
    "tag": ("тег",),
}
"""English word, and the stems of which one at least stands in the translation."""

NOT_UKRAINIAN = (
    "ы",
    "э",
    "ё",
    "ъ",
    "проект",
    "аннотатор",
    "пароль невірний",
    "слідуюч",
    "приймати участь",
    "на протязі",
    "співпада",
    "вірно",
)
"""Letters of another language, and words that a Ukrainian editor strikes out."""
