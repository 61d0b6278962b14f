"""Checks on slips of the pen in what a person typed: notes to the drafter, numbers of paragraphs, weekdays
and days counted by hand.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Iterator, NamedTuple

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.placeholders import HOLES, LEFT_OUT, OF_COUNSEL, RAW_MARK, UNREAD
from drafter.checks.texts import FieldText, block_of, of_counsel, texts, unquoted, vocabulary
from drafter.checks.working_notes import working_note
from drafter.complaint import Draft
from drafter.facts.dates import MONTHS
from drafter.findings import Severity
from drafter.privacy.lazy_pattern import LazyPattern

_MONTH = "|".join(MONTHS)
_DATE = rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})\b"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_PARTS = (
    r"Exhibits?|Exs?\.|Title|Part|Chapter|Article|Section|Count|Schedule|Appendix|Annex|Volume|Vol\.|Book|Bowl"
    r"|No\.|Amendment|Rated|rated"
)
_WANTED = (
    r"insert|add|fill in|confirm|check|verify|cite|citation|cite"
    r" needed|quote|dates?|names?|amounts?|numbers?|city|state|county|address|"
    r"describe|explain|placeholder|to come|tbd|tk+|x+|plaintiff’?'?s? name|defendant’?'?s?"
    r" name|client|need|ask|bracket"
)


class _Note(NamedTuple):
    """A note that a drafter leaves: how it looks, how grave it is, and whether it is looked for in quotations
    too.
    """

    pattern: LazyPattern
    severity: Severity
    in_quotations: bool = False


_NOTES = (
    _Note(
        LazyPattern(r"\bnotes? to (?:the )?draft(?:er)?\b|\bdrafter[’']?s? notes?\b", "draft", flags=re.I),
        Severity.ERROR,
        True,
    ),
    _Note(
        LazyPattern(
            r"\bDRAFT(?:ING)? NOTES?\b|\b[Dd]raft(?:ing)? [Nn]otes?:|\bNOTE TO"
            r" (?:SELF|FILE|PARTNER|ASSOCIATE|CLIENT)\b",
            "ote",
            "NOTE",
        ),
        Severity.ERROR,
        True,
    ),
    _Note(
        LazyPattern(rf"\[(?![^\]]*(?:{LEFT_OUT}))(?:{_WANTED})(?![\w’'-])[^\[\]]*\](?!\()", "[", flags=re.I),
        Severity.ERROR,
    ),
    _Note(LazyPattern(r"\[[\s_●•*.…?-]+\]|_{4,}|\[?\?{3,}\]?|\[\?+\]", "[", "____", "???"), Severity.ERROR),
    _Note(
        LazyPattern(r"<(?:insert|add|name|date|amount|cite|tbd|placeholder)\b[^<>]*>", "<", flags=re.I),
        Severity.ERROR,
    ),
    _Note(LazyPattern(rf"\[(?!(?i:[^\]]*(?:{LEFT_OUT})))[A-Z][A-Z0-9 ,/’'&-]{{2,}}\]", "["), Severity.ERROR),
    _Note(
        LazyPattern(
            r"\b(?:TODO|FIXME|TKTK)\b|\b(?:TKK?|TBD|TBC|TO DO(?=:))\b(?![.&]? ?[A-Z][a-z]|[.-]?\d)",
            "TODO",
            "FIXME",
            "TK",
            "TBD",
            "TBC",
            "TO DO",
        ),
        Severity.ERROR,
    ),
    _Note(LazyPattern(r"(?<![\w#*-])XXX+(?![\w-])", "XXX"), Severity.ERROR),
    _Note(
        LazyPattern(
            r"\bcit(?:e|ation) needed\b|\binsert (?:cite|date|name|amount|number) here\b|\[sic\?\]|<!--",
            "needed",
            "insert",
            "[sic?]",
            "<!--",
            flags=re.I,
        ),
        Severity.ERROR,
    ),
    _Note(
        LazyPattern(r"\b[A-Z]{2,3} to (?:confirm|check|verify)\b", " to confirm", " to check", " to verify"),
        Severity.ERROR,
    ),
    _Note(LazyPattern(r"\((?:ask|check with) [A-Z][a-z]+\??\)", "(ask", "(check"), Severity.ERROR),
    _Note(
        LazyPattern(
            r"attorney[’'s-]* notes?|\bprivileged (?:and|&) confidential\b|(?<!every )(?<!each )(?<!a"
            r" )(?<!another )(?<!one )\bclient (?:says|said|thinks)\b",
            "attorney",
            "privileged",
            "client",
            flags=re.I,
        ),
        Severity.WARNING,
    ),
    *(_Note(hole, Severity.ERROR) for hole in HOLES),
)
"""The table of such notes, the plainest first."""
_NUMERAL = re.compile(rf"(?:{_PARTS})\s+$")


@check("PRIV-011", "Note to the drafter would print", Severity.ERROR)
def internal_note(draft: Draft) -> Found:
    """A text that prints, or a field of counsel’s signature block, holds a note that was meant for whoever
    drafts, or a place to fill in: NOTE TO DRAFT, TODO, TK, XXX, [insert date], [who?], {name}, March XX,
    ????, ____, a blank that is mistyped; an order, a question to oneself, or who is to do what (“CONFIRM”,
    “Q: is this right?”, “check w/ Rosa”, “RH to verify”); or a blank or a mark of reference typed in a field
    that knows no marks. “Client says” and its like are a warning. A name of the sheet (TK Holdings), a
    numeral (Exhibit XXX), a number with its
    digits left out (XXX-XX-1234), what is marked as omitted or redacted, and quotations are none.
    """
    names = _names(draft)
    notes = [note for note in _NOTES if vocabulary(draft).may_have(note.pattern)]
    read: dict[tuple[str, str, bool], tuple[str, Severity] | None] = {}
    for text in texts(draft):
        own = unquoted(text)
        same = (text.words, own, text.has_marks)  # one gist may stand in hundreds of allegations
        if text.prints and same not in read:
            read[same] = _note_in(text, notes, names)
        if text.prints and (found := read[same]):
            words, severity = found
            fix = "Take it out, or put it in a note field, which never prints."
            yield Hit(
                f"{text.path} still has a note to the drafter: “{words}”.",
                text.path,
                fix,
                block_of(text.path),
                severity=severity,
            )
    for text in of_counsel(draft):
        if OF_COUNSEL.search(text.words):
            told = f"{text.path} has nothing to print in the signature block but “{text.words}”."
            yield Hit(told, text.path, "Enter what it is, or leave the field out until it is known.")


def _note_in(text: FieldText, notes: list[_Note], names: str) -> tuple[str, Severity] | None:
    """The first of `notes` in `text`, and how grave it is."""
    raw = None if text.has_marks else UNREAD.search(text.words) or RAW_MARK.search(text.words)
    if raw:
        return raw[0], Severity.ERROR
    there, count = UNREAD.subn("", text.words)  # a [[blank]] is told by DOC-010
    own = unquoted(text._replace(words=there) if count else text)
    for note in _NOTES if count else notes:
        words = there if note.in_quotations else own
        for found in note.pattern.finditer(words):
            if not _is_innocent(found, words, names):
                return found[0], note.severity
    told = working_note(own)
    return (told, Severity.ERROR) if told and not _is_named(told, names) else None


def _is_named(note: str, names: str) -> bool:
    """Whether a note that begins with a name of the sheet (“Call Center, Inc.”) is that name."""
    return any(len(name) > 4 and note.startswith(name) for name in names.split("\n"))


def _is_innocent(found: re.Match[str], words: str, names: str) -> bool:
    """Whether what looks like a note is a name of the sheet or a numeral."""
    if found[0].isalpha() and re.search(rf"\b{found[0]}\b", names):
        return True
    return found[0].startswith("XXX") and bool(_NUMERAL.search(words[: found.start()]))


def _names(draft: Draft) -> str:
    """Every name of a party, non-party, class, agreement and term of the sheet."""
    matter = draft.matter.raw
    records = (
        *matter.plaintiffs,
        *matter.defendants,
        *matter.non_parties,
        *matter.agreements,
        *matter.terms,
        *matter.classes,
        *matter.exhibits,
    )
    return "\n".join(
        str(value)
        for record in records
        for name in ("name", "short", "title", "term")
        if (value := getattr(record, name, None))
    )


_TYPED_REFERENCE = LazyPattern(
    r"(?:\bparagraphs?|\bpara\.|¶+)\s*\d+(?:\s*(?:[-–,]|to|through|and)\s*\d+)*,?\s+(?:above|below|supra|infra|hereof|herein|of"
    r" this [Cc]omplaint)\b",
    "above",
    "below",
    "supra",
    "infra",
    "here",
    "omplaint",
)


@check("DOC-019", "Number of a paragraph typed by hand", Severity.WARNING)
def typed_reference(draft: Draft) -> Found:
    """A text cites a paragraph of this complaint by a number that was typed (“paragraph 16 above”). Numbers
    change with every fact that is added; a reference by
    id, [@id], follows them. A paragraph of another paper is none.
    """
    for text in texts(draft):
        found = _TYPED_REFERENCE.search(unquoted(text)) if text.prints else None
        if found:
            yield Hit(
                f"{text.path} cites “{found[0]}” by a number that was typed.",
                text.path,
                "Write [@id of the allegation].",
                block_of(text.path),
            )


_WEEKDAY = LazyPattern(rf"\b(?P<weekday>{'|'.join(_DAYS)}),?\s+{_DATE}", *_DAYS)


@check("DOC-020", "Weekday is not that day’s", Severity.WARNING)
def wrong_weekday(draft: Draft) -> Found:
    """A text names a weekday with a date that fell on another: one of the two is wrong. Quotations are not
    read.
    """
    for text in texts(draft):
        for found in _WEEKDAY.finditer(unquoted(text)) if text.prints else ():
            there = _day(found)
            if there and _DAYS[there.weekday()] != found["weekday"]:
                told = (
                    f"{text.path}: {there:%B} {there.day}, {there.year}, was a {_DAYS[there.weekday()]}, not"
                    f" a {found['weekday']}."
                )
                yield Hit(told, text.path, "Mend the weekday or the date.", block_of(text.path))


_COUNT = r"(?P<count>\d{1,4}|[A-Za-z]+(?:-[a-z]+)?) days?"
_LATER = LazyPattern(
    rf"\b{_COUNT} later,? on (?:(?:{'|'.join(_DAYS)}), )?{_DATE}", " day later", " days later"
)
_AFTER = LazyPattern(
    rf"\b{_COUNT} (?P<which>after|before) {_DATE}",
    *(f" {days} {which} " for days in ("day", "days") for which in ("after", "before")),
)
_ANY_DATE = re.compile(rf"\b{_DATE}")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


@check("DOC-021", "Days counted wrong", Severity.WARNING)
def wrong_count(draft: Draft) -> Found:
    """A text counts the days between two dates that it gives (“54 days later, on May 24, 2026”), and there
    are more or fewer. Quotations are not read.
    """
    for text in texts(draft):
        words = unquoted(text) if text.prints else ""
        for told, first, last in _counts(words):
            if told != abs((last - first).days):
                said = (
                    f"{told} days are said to lie between {_said(first)} and {_said(last)}; there are"
                    f" {abs((last - first).days)}"
                )
                yield Hit(
                    f"{text.path}: {said}.", text.path, "Count again, or mend a date.", block_of(text.path)
                )


def _counts(words: str) -> Iterator[tuple[int, date, date]]:
    """Each count of days in `words` with the two dates it is of: “…, 54 days after DATE” with the date before
    it, “54 days later, on DATE”.
    """
    for pattern, far in ((_LATER, 200), (_AFTER, 60)):
        for found in pattern.finditer(words):
            other = next(reversed(list(_ANY_DATE.finditer(words, 0, found.start()))), None)
            if (
                other is None
                or other.end() + far < found.start()
                or pattern is _AFTER
                and "." in words[other.end() : found.start()]
            ):
                continue
            told, first, this = _number(found["count"]), _day(other), _day(found)
            if told is not None and first and this:
                yield told, first, this


def _number(words: str) -> int | None:
    """“54”, “fifty-four”; None for any other word."""
    if words.isdigit():
        return int(words)
    tens, _, units = words.lower().partition("-")
    if tens in _UNITS and not units:
        return _UNITS.index(tens)
    if tens in _TENS and (not units or units in _UNITS[1:10]):
        return 20 + 10 * _TENS.index(tens) + (_UNITS.index(units) if units else 0)
    return None


def _day(found: re.Match[str]) -> date | None:
    """The day that a match names; None where the calendar has none such."""
    try:
        return date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


def _said(there: date) -> str:
    return f"{there:%B} {there.day}, {there.year}"
