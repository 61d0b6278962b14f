"""How what identifies a person looks, whatever signs it is written with: the one table that intake, the
checks and the redacted copy share.

A text is looked at as a reader takes it (`drafter.privacy.normalise`): no-break hyphens, spaces of any width,
zero-width signs, soft hyphens, entities and look-alikes change nothing. Fed. R. Civ. P. 5.2(a) names the
numbers; contact details are a matter of care.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache
from typing import Callable, Iterator, NamedTuple

from drafter.privacy.check_digits import is_card, is_iban
from drafter.privacy.normalise import normal
from drafter.privacy.pieces import (
    ACCOUNTS,
    BIRTH,
    DATE,
    GLUE,
    LABEL,
    MONTH,
    NINE,
    NO_VERB,
    NUMBER,
    NUMBERED,
    OF_WHOM,
    SHORT_DATE,
    SSN_LABEL,
    SSN_SIGNS,
    TAX_LABEL,
    TO_NUMBER,
    WHOSE,
    YEAR,
)

__all__ = ["Kind", "Private", "RULE_5_2", "has", "private"]


class Kind(Enum):
    """What kind of thing it is, as a redacted copy counts it."""

    SSN = "Social Security and taxpayer numbers"
    TAXPAYER = "taxpayer numbers"
    ACCOUNT = "account and card numbers"
    BIRTH = "dates of birth"
    EMAIL = "e-mail addresses"
    PHONE = "telephone numbers"
    STREET = "streets"


RULE_5_2 = (Kind.SSN, Kind.TAXPAYER, Kind.ACCOUNT, Kind.BIRTH)
"""What Fed. R. Civ. P. 5.2(a) keeps out of a public filing, wherever it stands."""


class Private(NamedTuple):
    """Something found in a text: its kind, and from where to where it was typed."""

    kind: Kind
    start: int
    end: int


_CLOSE_DIGITS = re.compile(r"\d(?:[ ().\-/_]{0,5}\d){5}")
"""Six digits with no more between them than what parts the groups of a number."""
_LETTERS_AND_DIGITS = re.compile(r"\d\d(?<=[A-Za-z]{2}\d\d)")
"""What an international account number begins with."""


class _Form(NamedTuple):
    """One form of a kind. `signs`: one of them stands in every match, in small letters; `group`: what of the
    match it is; `holds`: whether a match counts; `needs`: found in every match,
    and quickly looked for.
    """

    kind: Kind
    pattern: str
    signs: tuple[str, ...] = ()
    group: int | str = 0
    holds: Callable[[str], bool] = bool
    needs: re.Pattern[str] | None = _CLOSE_DIGITS


def _is_number(written: str) -> bool:
    """Whether digits are enough for an account, and neither a day nor some years."""
    years = r"(?:19|20)\d\d"
    return len(re.sub(r"\D", "", written)) > 5 and not re.fullmatch(
        rf"{years}[ -]{years}|{years}-\d\d-\d\d", written
    )


_FORMS = (
    _Form(
        Kind.SSN,
        r"(?<![\d-])(?<!\d[ .])(?!000|666|9\d\d)\d{3}(?: ?- ?| {1,2})(?!00)\d\d(?: ?- ?|"
        r" {1,2})(?!0000)\d{4}(?![\d]|-\d)",
    ),
    _Form(
        Kind.SSN,
        r"(?<![\w/-])(?!000|666|9\d\d)\d{3}(?P<sign>[/_])(?!00)\d\d(?P=sign)(?!0000)\d{4}(?![\w/-])",
        ("/", "_"),
    ),
    _Form(
        Kind.SSN,
        rf"{SSN_LABEL}{TO_NUMBER}{{0,25}}(?P<own>{NINE})(?![\d-])",
        SSN_SIGNS,
        "own",
    ),
    _Form(
        Kind.SSN,
        rf"(?<![\d-])(?P<own>{NINE})(?!\d)"
        rf"(?: ?\({WHOSE}?|[ ,]{{1,3}}(?:(?:is|was|being|as) {WHOSE}?|{WHOSE})){SSN_LABEL}",
        SSN_SIGNS,
        "own",
    ),
    _Form(Kind.TAXPAYER, r"(?<![\d-])9\d\d(?: ?- ?| {1,2})[5-9]\d(?: ?- ?| {1,2})\d{4}(?![\d]|-\d)"),
    _Form(
        Kind.TAXPAYER,
        rf"{TAX_LABEL}{TO_NUMBER}{{0,30}}(?P<own>\d{{2}}-?\d{{7}}|9\d{{8}})(?!\d)",
        ("itin", "i.t.i.n", "taxpayer", "tin", "t.i.n"),
        "own",
    ),
    _Form(
        Kind.BIRTH,
        rf"(?<!\w)born(?![\w-])[ :,(]{{1,3}}(?:{NO_VERB}[^\d;]){{0,60}}?{DATE}",
        ("born",),
        needs=None,
    ),
    _Form(
        Kind.BIRTH,
        r"(?<!\w)born to (?:(?!, (?:and|but)\b|\band (?:on|then)\b|\b(?:who|when|while|before|after|until)\b)"
        rf"[^\d;.]){{1,60}}? on {DATE}",
        ("born to",),
        needs=None,
    ),
    _Form(
        Kind.BIRTH,
        rf"(?<!\w)born(?![\w-]) ?[:(]? ?(?:on )?(?:{SHORT_DATE}|\d{{1,2}}[ ./-][IVX]{{1,4}}[ ./-]{YEAR})",
        ("born",),
        needs=None,
    ),
    _Form(
        Kind.BIRTH,
        rf"(?<!\w)born in (?:the month of )?{MONTH},? (?:of )?{YEAR}",
        ("born in",),
        needs=None,
    ),
    _Form(Kind.BIRTH, rf"(?<![\w.])b\. {DATE}", ("b. ",), needs=None),
    _Form(
        Kind.BIRTH,
        rf"(?<!\w){BIRTH}(?:{OF_WHOM}|{GLUE})(?:{DATE}|{SHORT_DATE})",
        ("birth", "dob", "d.o", "d. o", "d/o", "do b", "d o", "do.b", "do/b"),
        needs=None,
    ),
    _Form(
        Kind.BIRTH,
        rf"{DATE}[ ,(]{{1,3}}(?:(?:is|was|being) )?(?:(?:his|her|their|the|a) |\w+'s? )?{BIRTH}",
        ("birth", "dob", "d.o", "d. o"),
        needs=None,
    ),
    _Form(Kind.ACCOUNT, r"(?<![\w.])(?:\d[ ._-]{0,3}){12,18}\d(?![\w])", (), 0, is_card),
    _Form(
        Kind.ACCOUNT,
        rf"{LABEL}[ :=#(-]{{0,4}}{NUMBER}(?!\d)",
        (*ACCOUNTS, "iban"),
        "own",
        _is_number,
    ),
    _Form(
        Kind.ACCOUNT,
        rf"{NUMBERED}[ :=#(,\"'-]{{0,4}}(?:(?:is|was|being|as)[ :=#(\"'-]{{1,4}})?{NUMBER}(?!\d)",
        ACCOUNTS,
        "own",
        _is_number,
    ),
    _Form(
        Kind.ACCOUNT,
        rf"{NUMBERED}[ :=#(,\"'-]{{0,4}}(?:(?:is|was|being|as)[ :=#(\"'-]{{1,4}})?"
        r"(?P<own>[A-Z]{1,4}-?\d(?:[ -]?\d){5,}|\d(?:[ -]?\d){5,}-?[A-Z]{1,4})(?!\w)",
        ACCOUNTS,
        "own",
    ),
    _Form(
        Kind.ACCOUNT,
        r"\b(?:bank|brokerage|checking|savings|deposit|credit|debit|loan) (?:accounts?|acct\.?|card)"
        r"[ :#]{1,2}"
        r"(?P<own>[A-Z]{1,4}-?\d(?:[ -]?\d){5,}|\d(?:[ -]?\d){5,}-?[A-Z]{1,4})(?!\w)",
        ACCOUNTS,
        "own",
    ),
    _Form(
        Kind.ACCOUNT,
        rf"\b(?:accounts?|acct\.?|a/c|card)(?: numbers?)?,? ending (?:in|with) {NUMBER}(?!\d)",
        ACCOUNTS,
        "own",
        _is_number,
    ),
    _Form(
        Kind.ACCOUNT,
        r"\bABA(?: routing)?(?: (?:numbers?|nos?\.?|#))?[ :=#(,\"'-]{0,4}(?:is |was )?"
        r"(?P<own>\d{9}|\d{4}[ -]\d{4}[ -]\d)(?!\d)",
        ("aba",),
        "own",
    ),
    _Form(
        Kind.ACCOUNT,
        r"(?<!\w)[A-Z]{2}\d\d(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?!\w)",
        (),
        0,
        is_iban,
        _LETTERS_AND_DIGITS,
    ),
    _Form(
        Kind.EMAIL,
        r"(?<![\w.+-])[\w.+-]+ ?(?:@|\((?:at)\)|\[at\]) ?[\w-]+(?: ?(?:\.|\(dot\)|\[dot\]) ?[\w-]+)+",
        ("@", "(at)", "[at]"),
        needs=None,
    ),
    _Form(
        Kind.PHONE,
        r"(?<![\d.-])(?:\+?1[ .-]{0,3})?(?:\(\d{3}\)[ .-]{0,3}|\d{3}(?: ?[.-] ?| ))\d{3}(?: ?[.-] ?|"
        r" )\d{4}(?!\d|[.-]\d)",
    ),
    _Form(
        Kind.PHONE,
        r"(?<![\w+])\+\d{1,3}(?:[ .-]{0,2}\(?\d{1,4}\)?){2,5}(?!\d)",
        ("+",),
        0,
        lambda written: 8 <= len(re.sub(r"\D", "", written)) <= 15,
    ),
    _Form(
        Kind.PHONE,
        r"\b(?:phone|telephone|tel|cell|mobile|fax)\b[^\d\n]{0,15}(?P<own>\d{10})(?!\d)",
        ("phone", "tel", "cell", "mobile", "fax"),
        "own",
    ),
)
_STREET = re.compile(
    r"\b\d{1,5} (?:[NSEW]\.? )?(?:[A-Z]\w+"
    r" ){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Drive|Boulevard|Blvd\.|Court|Way)(?!\w)|\b[Pp]\.?"
    r" ?[Oo]\.? Box \d+"
)
"""Told by its capital letters."""
_WAYS = (
    " Street",
    " St.",
    " Ave",
    " Road",
    " Rd.",
    " Lane",
    " Drive",
    " Boulevard",
    " Blvd.",
    " Court",
    " Way",
    "ox ",
)
_MAY_HOLD = re.compile(r"\d|@|\((?:at)\)|\[at\]")
"""Without one of these nothing that identifies a person stands in a text."""
_compiled: dict[str, re.Pattern[str]] = {}


def private(text: str, *kinds: Kind) -> list[Private]:
    """What identifies a person in `text`, of `kinds` or of any, in order; of what overlaps, the first and
    longest.
    """
    read = normal(text)
    if not _MAY_HOLD.search(read.text):
        return []
    found = sorted(
        {
            Private(kind, *read.span(start, end))
            for kind, start, end in _found(read.text, kinds or tuple(Kind))
        },
        key=lambda one: (one.start, -one.end),
    )
    chosen: list[Private] = []
    for one in found:
        if not chosen or one.start >= chosen[-1].end:
            chosen.append(one)
    return chosen


def has(text: str, *kinds: Kind) -> bool:
    """Whether something of `kinds`, or of any kind, stands in `text`."""
    found = _kinds_in(text)
    return bool(found) and (not kinds or not found.isdisjoint(kinds))


@lru_cache(8192)
def _kinds_in(text: str) -> frozenset[Kind]:
    """The kinds of which something stands in `text`: several checks ask of each text, for other kinds."""
    read = normal(text).text
    return (
        frozenset(kind for kind, _, _ in _found(read, tuple(Kind))) if _MAY_HOLD.search(read) else frozenset()
    )


@cache
def _forms(kinds: tuple[Kind, ...]) -> list[_Form]:
    """The forms of these kinds."""
    return [form for form in _FORMS if form.kind in kinds]


def _found(text: str, kinds: tuple[Kind, ...]) -> Iterator[tuple[Kind, int, int]]:
    low = text.lower()
    there = {needed: needed.search(text) for needed in (_CLOSE_DIGITS, _LETTERS_AND_DIGITS)}
    for form in _forms(kinds):
        if form.needs and not there[form.needs]:
            continue
        if not form.signs or _one_in(form.signs, low):
            for found in _pattern(form.pattern).finditer(text):
                if form.holds(found[form.group]):
                    yield form.kind, *found.span(form.group)
    if Kind.STREET in kinds and _one_in(_WAYS, text):
        yield from ((Kind.STREET, *found.span()) for found in _STREET.finditer(text))


def _one_in(signs: tuple[str, ...], text: str) -> bool:
    for sign in signs:
        if sign in text:
            return True
    return False


def _pattern(text: str) -> re.Pattern[str]:
    if text not in _compiled:
        _compiled[text] = re.compile(text, re.IGNORECASE)
    return _compiled[text]
