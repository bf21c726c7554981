"""Sums of money, by patterns. What is one, and where it ends, is said in the guideline of MONEY."""

from __future__ import annotations

from annotator.suggest.rules_numbers import DIGITS, WORD_NUMBER, Lines, matches, needing, rule
from annotator.suggest.suggester import Proposal

_CODE = (
    r"(?:USD|EUR|GBP|CHF|NOK|SEK|DKK|ISK|PLN|CZK|HUF|RON|BGN|UAH|RUB|TRY|JPY|CNY|RMB|INR|PKR|AUD|NZD|CAD|HKD|SGD|KRW|ILS"
    r"|SAR|AED|EGP|ZAR|NGN|KES|BRL|MXN|ARS"
    r"|Rs\.?|kr)"
)
_SIGN = r"(?:(?:US|A|AU|C|CA|NZ|HK|S|R|Z)?\$|[£€¥₹₽₴₪₩₺₦₱฿])"
_BIG = r"(?:hundred|thousand|million|billion|trillion|crore|lakh)"
_SHORT = r"(?:tn|bn|mn|[mMbBkK])(?!\w)"
_SIZE = rf"(?: ?{_SHORT}|[ -](?:{_BIG})(?:s?\b)(?: {_BIG}\b)?)"
_WHOSE = (
    r"(?:US |U\.S\. |American |Australian |Canadian |Hong Kong |New Zealand |Singapore |Norwegian |Swedish |Danish |Czech "
    r"|Swiss |Turkish |Polish |Russian "
    r"|Ukrainian |Indian |Egyptian |Syrian |Lebanese |Israeli |British |Chinese |Japanese |Mexican |Argentine )?"
)
_COIN = (
    r"(?:dollars?|pounds?(?: sterling)?|sterling|euros?|zlot(?:y|ys|ies|ych)|roubles?|rubles?|hryvni?as?|hryvnyas?|yen|yuan"
    r"|renminbi|rupees?|rupiah|shekels?|lira|liras"
    r"|kron(?:or|er|a|e|ur)|crowns|forints?|lei|leva|francs?|pesos?|pence|cents?|riyals?|rials?|dirhams?|dinars?|rand|naira"
    r"|shillings?|baht|bitcoins?|guineas?"
    r"|marks|pennies|manats?|tenge|lari|won(?= (?:in|for|to|from|per|a)\b)|bucks|quid)"
)
_WORDS = (
    rf"(?:(?:a|an|half a|one|several|{WORD_NUMBER})(?:[ -](?:{_BIG}|dozen|quarter|half))+(?: (?:and )?{WORD_NUMBER})?"
    rf"|{WORD_NUMBER}(?:[ -]{_BIG})*|a few (?:{_BIG}))"
)
_MANY = (
    rf"(?:(?:tens|hundreds|thousands|dozens|millions|billions|trillions)(?: of (?:thousands|millions|billions|trillions))?"
    rf"(?: of)?|several {_BIG}|(?:several|a few) dozen)"
)

_COINS = (
    "dollar pound sterling euro zlot rouble ruble hryv yen yuan renminbi rup shekel lira kron crown forint lei leva franc peso pen cent "
    "rial riyal dirham dinar rand naira shilling baht bitcoin guinea mark manat tenge lari won buck quid"
)

_RULES = (
    rule(
        rf"(?<![\w$£€]){_SIGN} ?{DIGITS}(?:(?:{_SIZE})?(?: ?[-–] ?){_SIGN}?{DIGITS}(?:{_SIZE})?)?(?:{_SIZE})?(?!\w)",
        0.98,
        "a sum with its sign",
    ),
    rule(rf"(?<!\w)(?:{_SIGN}){WORD_NUMBER}(?:{_SIZE})(?!\w)", 0.9, "a sum with its sign"),
    rule(rf"(?<!\w){_CODE} ?{DIGITS}(?:{_SIZE})?(?!\w)", 0.95, "a sum with its currency"),
    rule(rf"(?<![\w.,$£€-]){DIGITS}(?:{_SIZE})? ?(?:{_CODE}\b|[€£₽₴](?!\d))", 0.93, "a sum with its currency"),
    rule(
        rf"(?<![\w.,-]){DIGITS}(?:(?: ?[-–] ?| to | or ){DIGITS})?(?:{_SIZE})?[ -]{_WHOSE}{_COIN}(?!\w)(?! (?:of|heavier|lighter)\b)",
        0.95,
        "a sum with its currency",
        also=_COINS,
    ),
    rule(rf"(?<![\w-]){_WORDS} {_WHOSE}{_COIN}(?!\w)(?! (?:of|heavier|lighter)\b)", 0.93, "a sum in words", any_case=True),
    rule(rf"(?<![\w-]){_MANY} {_WHOSE}{_COIN}(?!\w)", 0.9, "a sum in words", any_case=True),
    rule(r"(?<![\w.,-])\d{1,3}(?:\.\d)?p(?!\w)", 0.75, "pence", needs="0p 1p 2p 3p 4p 5p 6p 7p 8p 9p"),
)

_SIGNS = "$ £ € ¥ ₹ ₽ ₴ ₪ ₩ ₺ ₦ ₱ ฿"
_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_NEEDS = {"a sum in words": _COINS, "a sum with its currency": _DIGITS, "a sum with its sign": _SIGNS}
_TRIED = needing(_RULES, _NEEDS)


def money(lines: Lines) -> list[Proposal]:
    """Return proposals for MONEY, overlapping ones too."""
    return matches(lines, "MONEY", _TRIED)
