"""What the forms in `drafter.privacy.patterns` are made of: days, labels, and the numbers behind them."""

from __future__ import annotations

__all__ = [
    "ACCOUNTS",
    "BIRTH",
    "DATE",
    "GLUE",
    "LABEL",
    "MONTH",
    "NINE",
    "NO_VERB",
    "NUMBER",
    "NUMBERED",
    "OF_WHOM",
    "SHORT_DATE",
    "SSN_LABEL",
    "SSN_SIGNS",
    "TAX_LABEL",
    "TO_NUMBER",
    "WHOSE",
    "YEAR",
]

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh"
    r"|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
DAY = rf"(?:\d{{1,2}}(?: ?(?:st|nd|rd|th|d)\b)?|(?:{ORDINAL})\b)"
YEAR = r"(?:19|20)\d\d"
DATE = (
    rf"(?:{MONTH}[ -]{{1,2}}{DAY}(?:,[ -]{{0,2}}|[ -]{{1,2}}){YEAR}"
    rf"|{DAY}[ -]{{1,2}}(?:day )?(?:of )?{MONTH}(?:,[ -]{{0,2}}|[ -]{{1,2}}){YEAR}"
    r"|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d\d)(?!\d)|(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}(?!\d))"
)
SHORT_DATE = (
    rf"(?:{MONTH}[ -]{{1,2}}{DAY}(?:,[ -]{{0,2}}|[ -]{{1,2}})'?\d\d(?!\d)"
    rf"|{DAY}[ -]{{0,2}}{MONTH}[ -]{{0,2}}'?\d\d(?!\d)"
    r"|(?:0\d|1[0-2])[0-3]\d(?:19|20)\d\d(?!\d)|(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d(?!\d)"
    r"|(?:0\d|1[0-2])[0-3]\d{3}(?!\d))"
)
"""A date with two digits of the year, or in digits alone: one only where the words tell of a birth."""
BIRTH = r"(?:date[ -]of[ -]birth|birth ?date|birth-date|birth ?day|D[./]? ?O[./]? ?B\b\.?)"
NO_VERB = (
    r"(?!\b(?:and|but|who|when|while|then|before|after|until|since|bought|paid|told|of)\b|\. (?<!St\."
    r" )(?<!Mt\. )(?<!Ft\. )[A-Z])"
)
GLUE = (
    r"[ :=,;()\"'#-]{0,4}(?:(?:is|was|as|on|of|or|about|around|being|given|listed|recorded|shown|number)\b"
    r" ?){0,5}[ :=,;(\"'#-]{0,3}"
)
OF_WHOM = r"(?: of (?:(?!\b(?:and|but|who|then)\b)[^\d;.]){1,40}? (?:is|was) )?"
HELD = r"\b(?:(?:accounts?|loan|card)(?:'s)?|acct\.?|a/c|routing"
NO = r"(?:numbers?|nos?\.?|num\.?|nr\.?|#)"
LABEL = rf"{HELD}|IBAN)(?: \(?{NO})?"
NUMBER = r"(?P<own>\d(?:[ .-]?\d){5,})"
NINE = r"\d(?:[ ._/-]{0,3}\d){8}"
SSN_LABEL = (
    r"(?:\bS[. ]?S[. ]?N(?![^\W\d_])\.?|\bsoc(?:ial|\.)?[ -]?sec(?:urity|\.)?(?!\w)|\bS\.?S\.? ?#"
    r"|\b(?:his|her|their|my) social(?= ?(?::|is\b|was\b|no\b|number\b)))"
)
TAX_LABEL = r"(?:\bI\.?T\.?I\.?N\b|(?-i:\bT\.?I\.?N\b)|\btaxpayer)"
WHOSE = r"(?:(?:his|her|their|the|an?|my) |\w+'s? )"
SSN_SIGNS = ("ssn", "s.s.n", "s.sn", "ss.n", "soc", "ss #", "ss#", "s.s", "ss.", "s s", "ss n")
TO_NUMBER = r"(?:\bnos?\.|\bnum\.|[^.\d])"
NUMBERED = rf"{HELD}),? \(?{NO}"
ACCOUNTS = ("account", "acct", "a/c", "routing", "card", "loan")
