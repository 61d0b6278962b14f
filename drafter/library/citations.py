"""Citations as the library writes them: statutes by code and section, rules, instructions, session laws and
cases.

No citator: a pattern that tells a citation from a slip of the pen, and which sections of which code a text
cites.
"""

from __future__ import annotations

import re

__all__ = ["citations_that_fail", "sections"]

_STATES = r"Cal|Fla|N\.Y|Wash|Mass|N\.J|Tex|Ill"
_CODE = (
    r"(?:\d+ U\.S\.C\.|\d+ C\.F\.R\.|U\.C\.C\.|Cal\. (?:[A-Z][\w.]*(?: &)? ?)+Code|Cal\. Code Civ\."
    r" Proc\.|Cal\. Const\. art\. [IVX]+,|Fla\. Stat\."
    r"|N\.Y\. Gen\. Bus\. Law|Wash\. Rev\. Code|Mass\. Gen\. Laws ch\. \w+,|N\.J\. Stat\. Ann\.|Tex\. Bus\. &"
    r" Com\. Code)"
)
_NUMBER = r"\d[\w.:-]*\w|\d"
_PARTS = r"(?:\(\w+\))*(?:[–-]\(?\w[\w.]*\)?)*"
_ITEM = rf"(?:(?:{_NUMBER}){_PARTS}|(?:\(\w+\))+(?:[–-]\(\w+\))?)(?: et seq\.)?(?: (?:and|or) (?:\(\w+\))+)?"
_SECTION = rf"§§? {_ITEM}(?:(?:, (?:and )?|; | and | or ){_ITEM})*"
_NAME = r"[A-ZÀ-Ý](?:[^\W\d_]|[’'&.,/\- ])*?"
_CASE = rf"(?:In re )?{_NAME}(?: v\. {_NAME})?"
_REPORT = r", \d+ [A-Z][\w. ]*? ?\d+(?:, \d+(?:[–-]\d+)?)*"
_DOCKET = r", No\. [\w:-]+"
_YEAR = r" ?\((?:[A-Z0-9][\w.’' ]*?[., ]*)?(?:[A-Z][a-z]{2,4}\.? \d{1,2}, )?\d{4}\)"
_ONE = re.compile(
    "|".join(
        f"(?:{pattern})"
        for pattern in (
            (
                rf"{_CODE} {_SECTION}(?:, through {_CODE} {_SECTION})?(?:, note)?(?:, am\. Stats\. \d{{4}},"
                r" ch\. \d+(?: \([AS]\.B\. \d+\))?)?"
            ),
            r"U\.C\.C\. art\. \d\w*",
            rf"{_CODE} {_SECTION}, (?:and )?{_CODE} {_SECTION}",
            r"\d+ C\.F\.R\. pt\. \d+",
            r"Wash\. Rev\. Code ch\. [\d.]+(?:; § [\d.]+)?",
            r"\d+ ILCS \d+/[\w.-]+(?:\([\w-]+\))*(?:[–-]\(\w+\))?(?:, (?:\d+/)?[\w./-]*(?:\(\w+\))*)*",
            r"N\.Y\. C\.P\.L\.R\. \d+(?:\(\w+\))*",
            r"Fed\. R\. (?:Civ|Evid)\. P?\.? ?\d+(?:\.\d)?(?:\(\w+\))*",
            r"CACI Nos?\. \d+[A-Z]?(?:, (?:note|\d+[A-Z]?))*",
            r"Ninth Circuit Model Civil Jury Instructions? \d+\.\d+(?:, \d+\.\d+)*",
            r"P\.A\. \d+-\d+",
            r"Pub\. L\. No\. \d+-\d+, § \d+(?:\(\w+\))*(?:, \d+ Stat\. \d+(?:, \d+)?)?",
            r"Stats\. \d{4}, ch\. \d+",
            rf"{_CASE}(?:{_REPORT}|{_DOCKET})?{_YEAR}",
            rf"{_CASE}, \d{{4}} IL \d+",
            rf"{_CASE} v\. {_CASE}(?:(?:,| \()[A-Z0-9][\w. ]*\.?\)?)?",
            r"L\.R\. \d+-\d+(?:\(\w+\))*|LR ?\d+\.\d+",
        )
    )
)


def citations_that_fail(text: str) -> list[str]:
    """The parts of `text`, one or several citations with semicolons between them, that are no citation."""
    if _ONE.fullmatch(text):
        return []
    parts = [part.strip() for part in text.split(";") if part.strip()]
    return [part for part in parts if not _ONE.fullmatch(part) and not re.fullmatch(_SECTION, part)]


_CITED = re.compile(rf"({_CODE}) ({_SECTION})")
_BASE = re.compile(r"(?<![\w(])(\d[\w:-]*(?:\.\d+)*)")


def sections(text: str) -> set[tuple[str, str]]:
    """The sections that `text` cites, as pairs of code and section without its subdivisions; a range gives
    both its ends.
    """
    found: set[tuple[str, str]] = set()
    for code, listed in _CITED.findall(text):
        bare = re.sub(r"\(\w+\)", "", listed)
        for number in _BASE.findall(re.sub(r"[–]", " ", bare)):
            found.add((code.strip(","), number))
    return found
