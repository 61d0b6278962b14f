"""How what identifies a person looks in prose: numbers, dates of birth, contact details."""

from __future__ import annotations

import re
from typing import Iterator

from drafter.facts.sought import Sought

__all__ = ["ACCOUNT", "BIRTH", "DIGITS", "EMAIL", "PHONE", "SSN", "STREET", "TAXPAYER", "accounts", "is_card"]

SSN = Sought(r"\b(?!000|666|9\d\d)\d{3}-(?!00)\d\d-(?!0000)\d{4}\b|(?:SSN|[Ss]ocial [Ss]ecurity)[^.\d]{0,25}\b\d{9}\b", "-", "SSN", "ocial ")
TAXPAYER = Sought(r"\b9\d\d-[5-9]\d-\d{4}\b|(?:ITIN|taxpayer)[^.\d]{0,30}\b\d{2}-?\d{7}\b", "-", "ITIN", "taxpayer")
DIGITS = re.compile(r"\b(?:\d[ -]?){12,18}\d\b")
_THIRTEEN = re.compile(r"\d(?:[ -]?\d){12}")
ACCOUNT = Sought(r"\b(?:account|acct\.?|routing|card)(?: number| no\.?| #)?:? ?#?(\d[\d-]{5,})", "account", "acct", "routing", "card", flags=re.I)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
BIRTH = Sought(rf"\b(?:born|date of birth|birth ?date|DOB)\b[^.]{{0,25}}(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}}-\d\d-\d\d)", "born", "birth", "dob", flags=re.I)
EMAIL = Sought(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b", "@")
PHONE = re.compile(r"(?:\((?<!\d\()\d{3}\) ?|\d(?<!\d\d)\d{2}[-.])\d{3}[-.]\d{4}\b")
STREET = Sought(r"\b\d{1,5} (?:[A-Z]\w+ ){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Drive|Boulevard|Blvd\.|Court|Way)\b", " Street", " St.", " Ave", " Road", " Rd.", " Lane", " Drive", " Boulevard", " Blvd.", " Court", " Way")


def is_card(digits: str) -> bool:
    """Whether digits are as many as a payment card has, and pass its check digit."""
    if not 13 <= len(digits) <= 19 or len(set(digits)) < 2:
        return False
    total = 0
    for position, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if position % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def accounts(words: str) -> Iterator[tuple[int, int]]:
    """Where full account or card numbers stand in `words`."""
    if _THIRTEEN.search(words):
        yield from (found.span() for found in DIGITS.finditer(words) if is_card(re.sub(r"\D", "", found.group(0))))
    yield from (found.span(1) for found in ACCOUNT.finditer(words) if len(re.sub(r"\D", "", found.group(1))) > 5)
