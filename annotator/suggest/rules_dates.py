"""Dates, periods of a day and longer, and ages, by patterns. What is one, and where it ends, is said in the guideline of DATE."""

from __future__ import annotations

from annotator.suggest.rules_numbers import (
    AWAY,
    COUNT,
    DAY,
    DAY_UNIT,
    EDGE,
    MONTH,
    RANGE,
    SHORT_DAY,
    VAGUE,
    WEEKDAY,
    YEAR,
    Lines,
    Rule,
    matches,
    needing,
    rule,
)
from annotator.suggest.suggester import Proposal

_EARLY = r"(?:(?:[Tt]he )?(?:[Ee]arly|[Ll]ate|[Mm]id)(?:er|est)?[- ](?:on |in |to late |to mid )?)?"
_END_OF = r"(?:(?:[Tt]he )?(?:very )?(?:beginning|start|middle|end|turn|rest|remainder|course|first half|second half) of (?:the )?)"
_SEASON = r"(?:spring|summer|autumn|winter|fall)"
_BY = (
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Ff]or|[Bb]etween"
    r"|[Oo]f|[Aa]nd|[Tt]his|[Ll]ast|[Nn]ext|[Ee]very|[Ww]ithin|[Oo]n|[Tt]hroughout) )"
)
_WHICH = r"(?:last|next|this|past|previous|coming|following|same|first|final|recent|current|past|preceding|upcoming)"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))"
_LIGHT = r"(?: (?:more|full|long|straight|consecutive|working|business|whole|short|calendar|school))?"
_OVER = r"(?!-(?:old|long)\b)"
_HOLIDAY = (
    r"(?:Christmas(?: Eve| Day)?|Easter(?: Sunday| Monday)?|New Year(?:[’']s (?:Eve|Day))?|Good Friday"
    r"|Palm Sunday|Ash Wednesday|Pentecost|Passover|Hanukkah|Yom Kippur|Diwali|Thanksgiving"
    r"|Hallowe[’']?en|Ramadan|Boxing Day|Eid al-(?:Fitr|Adha))"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_UNITS = "day week month year decade fortnight centur season spring summer autumn winter weekend"
_YEARS = "10 11 12 13 14 15 16 17 18 19 20"
_ENDS = "beginning start middle end turn rest remainder course half"

_ABSOLUTE = (
    rule(
        rf"{EDGE}{_EARLY}(?:{WEEKDAY},? |{SHORT_DAY},? )?(?:[Tt]he )?{DAY}(?: ?[-–/] ?{DAY}| (?:and|to|or) {DAY})?"
        rf"(?: of)? {MONTH}(?:,? {YEAR})?(?!\w)",
        0.98,
        "a day and a month",
        needs="1 2 3 4 5 6 7 8 9",
        also=_MONTHS,
    ),
    rule(
        rf"(?<!\w){_EARLY}(?:{WEEKDAY},? |{SHORT_DAY},? )?{MONTH} (?:the )?{DAY}(?: ?[-–] ?{DAY})?(?:,? {YEAR})?(?![\w:]|[.,]\d)",
        0.98,
        "a month and a day",
        needs="1 2 3 4 5 6 7 8 9",
        also=_MONTHS,
    ),
    rule(rf"(?<!\w){_EARLY}{MONTH}(?:,| of)? {YEAR}(?!\w)", 0.98, "a month and a year", needs=_YEARS, also=_MONTHS),
    rule(rf"(?<!\w)(?:{WEEKDAY}),? (?:the )?{DAY}(?![\w:.%]|,\d)", 0.85, "a weekday and a day", needs="1 2 3 4 5 6 7 8 9", also="day"),
    rule(rf"{EDGE}{YEAR}-(?:0\d|1[0-2])-[0-3]\d(?![\w-])", 0.99, "a date in figures", needs="-0 -1"),
    rule(rf"{EDGE}[0-3]?\d(?P<s>[./-])[0-3]?\d(?P=s)(?:{YEAR}|\d\d)(?![\w./-]\d)", 0.9, "a date in figures", needs="1 2 3 4 5 6 7 8 9"),
    rule(rf"{EDGE}(?P<it>{YEAR}[-–/](?:{YEAR}|\d\d))(?![\w-])", 0.85, "a range of years", needs=_YEARS, also="- – /"),
    rule(
        rf"(?:{_BY}|(?:[Ee]arly|[Ll]ate|[Mm]id)[- ]|\()(?P<it>{YEAR})(?![\w%:]|[.,]\d| (?:people|troops|men|women|soldiers"
        rf"|police|million|billion|dead|feet|metres|miles))",
        0.93,
        "a year",
        needs=_YEARS,
    ),
    rule(
        r"(?<![\w.,/:£$€#-])(?P<it>(?:1[5-9]|20)\d\d)(?![\w%:–-]|[.,]\d| [a-z]+s\b| (?:people|troops|men|women|million|billion))",
        0.6,
        "may be a year",
        needs=_YEARS,
    ),
    rule(rf"(?<!\w)(?:[Ee]arly|[Ll]ate|[Mm]id)[- ]{YEAR}(?!\w)", 0.95, "a year", needs=_YEARS, also="early late mid"),
    rule(rf"(?<!\w){_EARLY}(?:[Tt]he )?{_EARLY}(?:(?:1[0-9]|20)\d0|[’']?[1-9]0)s(?!\w)", 0.93, "a decade", needs="0s"),
    rule(
        r"(?:\b(?:his|her|their|my) )(?P<it>(?:early |late |mid[- ])?(?:[2-9]0s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?!\w)",
        0.85,
        "an age",
        needs="0s ties",
    ),
    rule(
        rf"(?<!\w){_EARLY}(?:[Tt]he )?{_EARLY}(?:{_ORDINAL}|twentieth|nineteenth|twenty-first)(?:[- ]| and {_ORDINAL} )centur"
        rf"(?:y|ies)(?!\w)",
        0.93,
        "a century",
        needs="centur",
    ),
    rule(
        rf"(?<!\w)(?:(?:[Tt]he )?(?:{_ORDINAL}|last|next|final) (?:fiscal |financial )?quarter(?: of {YEAR})?|Q[1-4](?: {YEAR})?"
        rf"|(?:FY|fiscal(?: year)? ?){YEAR})(?!\w)",
        0.85,
        "a quarter or business year",
        needs="quarter q1 q2 q3 q4 fy fiscal",
    ),
)
_NAMED = (
    rule(
        rf"(?<!\w){_EARLY}(?:(?:[Ll]ast|[Nn]ext|[Tt]his|(?:[Tt]he )?(?:following|previous)|[Ee]very|[Ee]ach) )?{WEEKDAY}(?: "
        rf"(?:week|fortnight))?(?!\w)",
        0.95,
        "a weekday",
        needs="day",
    ),
    rule(rf"(?<!\w){_END_OF}(?:{WEEKDAY}|{MONTH}|{YEAR})(?! \d)(?!\w)", 0.95, "part of a period", needs=_ENDS),
    rule(
        rf"(?<!\w)[Tt]he (?:{_ORDINAL}|last) (?:day|week|weekend|month|{WEEKDAY}) of (?:{MONTH}(?: {YEAR})?|{YEAR})(?! \d)(?!\w)",
        0.96,
        "part of a period",
        needs="day week month",
        also="of",
    ),
    rule(
        rf"{_BY}(?P<it>{_EARLY}(?:January|February|April|June|July|August|September|October|November|December|(?:March|May)(?!\w"
        rf"| (?:[A-Z]|(?:be|have|not|and|said|was|has)\b))))(?! \d)(?!\w)",
        0.93,
        "a month",
    ),
    rule(
        rf"(?<!\w)(?:[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Nn]ext|[Tt]his)[- ]{MONTH}(?! \d)(?!\w)",
        0.95,
        "a month",
        needs=_MONTHS,
        also="early late mid last next this",
    ),
    rule(r"(?<!\w)(?:January|February|September|October|November|December)(?!\w)(?! \d)(?! [A-Z])", 0.8, "a month", needs="ary ber"),
    rule(
        rf"(?<!\w){_HOLIDAY}(?: {YEAR})?(?!\w)",
        0.6,
        "a holiday",
        needs="christmas easter new good palm ash pentecost passover hanukkah yom diwali thanksgiving hallowe ramadan boxing eid",
    ),
)
_RELATIVE = (
    rule(
        r"(?<!\w)(?:[Tt]he day (?:before yesterday|after tomorrow)|[Tt]oday|[Yy]esterday|[Tt]omorrow)(?!\w)(?! (?:morning"
        r"|afternoon|evening|night|lunchtime))",
        0.95,
        "a relative day",
    ),
    rule(
        rf"(?<!\w)(?:[Ee]arly |[Ll]ate |[Mm]id-)?(?:(?:[Tt]he )?(?:next|last|past|previous|coming|following) (?:{RANGE}|{VAGUE}"
        rf"|couple of)(?: or so)?{_LIGHT} {DAY_UNIT})(?!\w)",
        0.96,
        "a relative period",
        needs="day week month year decade fortnight centur quarter season",
        also="next last past previous coming following",
    ),
    rule(
        rf"(?<!\w)(?:[Tt]his|[Ll]ast|[Nn]ext|(?:early |late |mid-)(?:this|last|next)|[Tt]he (?:{_WHICH}))(?: (?:calendar"
        rf"|financial|fiscal|school|academic))? (?:days?|weeks?|weekend|fortnight|months?|years?|decades?|century|season"
        rf"|{_SEASON})(?!\w)(?! of\b)",
        0.93,
        "a relative period",
    ),
    rule(
        r"(?<!\w)(?:(?:[Rr]ecent|(?:[Tt]he )?[Cc]oming) (?:days|weeks|months|years|decades)|(?:[Tt]he )?(?:days|weeks|months"
        r"|years) (?:ahead|to come))(?!\w)",
        0.8,
        "a relative period",
        needs="days weeks months years decades",
        also="recent coming ahead come",
    ),
    rule(
        rf"(?<!\w){_END_OF}(?:(?:this |last |next )?(?:day|week|weekend|month|year|decade|century|season|{_SEASON}))(?!\w)",
        0.93,
        "part of a period",
        needs=_ENDS,
        also=f"{_UNITS} fall",
    ),
    rule(
        rf"(?<!\w)(?:[Ee]very|[Ee]ach|[Tt]he whole|[Aa]ll)(?: (?:single|other|few|two|three|four|five))? (?:day|week|weekend"
        rf"|month|year|{_SEASON})s?(?!\w)",
        0.85,
        "a repeated period",
        needs=f"{_UNITS} fall",
        also="every each whole all",
    ),
    rule(r"(?<!\w)(?:[Tt]he|[Oo]ver|[Aa]t) (?P<it>weekend)(?!\w)(?! of)", 0.3, "a weekend", needs="weekend"),
    rule(r"(?<!\w)[Tt]he weekend(?!\w)", 0.9, "a weekend"),
    rule(
        rf"(?<!\w)(?:{_BY}|{_BY}the )(?P<it>{_EARLY}(?:the )?{_SEASON}(?: of)?(?: {YEAR})?)(?!\w)",
        0.8,
        "a season",
        needs="spring summer autumn winter fall",
    ),
    rule(rf"(?<!\w){_SEASON}(?: of)? {YEAR}(?!\w)", 0.95, "a season and a year", needs="spring summer autumn winter fall"),
    rule(
        rf"(?<!\w)(?:[Tt]he )?{_ORDINAL}(?: (?:full|straight|consecutive|successive))? (?:day|week|month|year)(?: running"
        rf"| in a row)?(?!\w)",
        0.8,
        "a counted day",
    ),
    rule(
        r"(?<!\w)(?:[Tt]he )?(?:same|following|next|previous) day(?!\w)",
        0.85,
        "a relative day",
        needs="day",
        also="same following next previous",
    ),
)
_LENGTHS = (
    rule(
        rf"{EDGE}(?<!(?:last|past|next) )(?!one day\b(?! (?:ago|earlier|later|of|in)\b))(?:{RANGE}|[Ss]everal|[Mm]any|"
        rf"(?:[Aa] )?few|[Aa] couple of"
        rf"|[Hh]alf a){_LIGHT} {DAY_UNIT}(?: and a half)?{AWAY}(?!\w)",
        0.92,
        "a number of days or longer",
        any_case=True,
        needs="day week month year decade fortnight centur quarter season",
    ),
    rule(
        rf"{EDGE}(?:{COUNT}(?:(?: to |[-–]){COUNT})?|multi|half)-(?:and-a-half-)?(?:day|week|month|year|decade|century)(?!\w|-"
        rf"(?:old|olds)\b)",
        0.85,
        "a length of time",
        any_case=True,
        needs="-day -week -month -year -decade -centur",
    ),
    rule(
        rf"(?<![\w.,/:£$€])(?:{COUNT}(?:(?: to |[- ]or-?|[-–]){COUNT})?)[- ](?:day|week|month|year)s?[- ]olds?(?!\w)",
        0.97,
        "an age",
        any_case=True,
        needs="old",
    ),
    rule(
        r"(?<!\w)[Aa]n? (?:day|week|fortnight|month|year|decade|century|year and a half|week and a half|month and a half) "
        r"(?:ago|earlier|later|from now|(?:before|after)(?! \w))(?!\w)",
        0.95,
        "a length of time",
        needs="day week month year decade fortnight centur",
        also="ago earlier later now before after",
    ),
    rule(
        r"(?<!\d )(?<!\d)(?<!once )(?<!twice )(?<!times )(?<!million )(?<!bn )(?<!hours )(?<!days )(?<!pounds )(?<!euros )"
        r"(?<!dollars )(?<!lorries )(?<!what )(?<!such )\b[Aa]n? (?P<u>week|fortnight|month|year|decade|century"
        r"|year and a half)(?!\w|[’']s|-)",
        0.6,
        "a length of time",
        needs="week month year decade fortnight centur",
    ),
    rule(
        r"(?:[“\"]|\b(?:and|or|than|within|in|for|just|only|after) )(?P<it>a (?:day|week|month|year|fortnight))(?!\w|[’']s|-)",
        0.75,
        "a length of time",
        needs="day week month year fortnight",
    ),
    rule(
        r"\b(?:[Ff]or|[Ii]n|[Ww]ithin|[Tt]ook|[Ll]asted|[Ll]ast|[Aa]fter|[Oo]ver|[Tt]ake|[Ss]pent) (?P<it>days|weeks|months"
        r"|years|decades|centuries)(?!\w| of\b)",
        0.65,
        "a length of time",
        needs="days weeks months years decades centuries",
    ),
    rule(
        r"(?<!\w)(?:[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades) (?:ago|earlier|later|(?:before|after)(?! \w))(?!\w)",
        0.85,
        "a length of time",
        needs="days weeks months years decades",
        also="ago earlier later before after",
    ),
    rule(r"\b(?P<it>[Aa]ged (?:between )?\d{1,3}(?: (?:to|and|or) \d{1,3}| months| years)?)(?![\w,.]\d|\w)", 0.93, "an age", needs="aged"),
    rule(
        r"(?<=[a-zа-яіїє]), (?P<it>[1-9]\d)(?=, (?:[a-z]|[A-Z][a-z]+ ))(?!, (?:kilomet|mile|met))",
        0.7,
        "an age after a name",
        needs="1 2 3 4 5 6 7 8 9",
    ),
    rule(r"(?<=[A-Z][a-z])[a-z]*,? \((?P<it>[1-9]\d)\)(?= )", 0.5, "an age after a name", needs="(1 (2 (3 (4 (5 (6 (7 (8 (9"),
)
_RULES: tuple[Rule, ...] = (*_ABSOLUTE, *_NAMED, *_RELATIVE, *_LENGTHS)

_NEEDS = {
    "a month": _MONTHS,
    "a relative period": _UNITS,
    "a relative day": "day morrow",
    "a repeated period": _UNITS,
    "a counted day": "day week month year",
    "a length of time": "day week month year decade fortnight centur",
    "a weekend": "weekend",
    "an age": "0 1 2 3 4 5 6 7 8 9 ties",
}
_TRIED = needing(_RULES, _NEEDS)


def dates(lines: Lines) -> list[Proposal]:
    """Return proposals for DATE, overlapping ones too."""
    return matches(lines, "DATE", _TRIED)
