"""Checks on the terms that the sheet defines: used before they are, or never."""

from __future__ import annotations

import re

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.printed import paragraphs
from drafter.checks.texts import texts
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity


def _without(names: list[str], text: str) -> str:
    """`text` without the whole titles of the agreements, which often hold their short names."""
    if not any(name in text for name in names):
        return text
    return re.sub("|".join(map(re.escape, names)), "", text)


@check("DOC-001", "Defined term used before it is defined", Severity.ADVICE)
def used_early(draft: Draft) -> Found:
    """A term of the sheet's own, or an agreement's short name, is used in a paragraph well before the one
    that defines it. Silent for parties and classes, whose short names open every complaint.
    """
    agreements = [one for one in draft.matter.raw.agreements if known(one.short)]
    own = {str(term.term): f"terms.{term.id}" for term in draft.matter.raw.terms}
    own |= {str(known(one.short)): f"agreements.{one.id}.short" for one in agreements}
    titles = [str(known(one.title)) for one in agreements if known(one.title)]
    there = [_without(titles, words) for words in paragraphs(draft)] if own else []
    for term, path in own.items():
        use = re.compile(rf"\b{re.escape(term)}\b")
        having = [(number, text) for number, text in enumerate(there) if term in text]
        used = next((number for number, text in having if use.search(text)), None)
        quoted = (f"“{term}”", f'"{term}"')
        defined = next((number for number, text in having if any(each in text for each in quoted)), None)
        if used is not None and defined is not None and used < defined - 1:
            yield Hit(
                f"“{term}” is used before it is defined.",
                path,
                "Define it where it is first used.",
            )


@check("DOC-002", "Defined term never used", Severity.ADVICE)
def never_used(draft: Draft) -> Found:
    """A term of the sheet's own is defined, and no other text uses it."""
    for term in draft.matter.raw.terms:
        pattern = re.compile(rf"\b{re.escape(str(term.term))}\b")
        if not any(
            pattern.search(text.words)
            for text in texts(draft)
            if not text.path.startswith(f"terms.{term.id}")
        ):
            yield Hit(
                f"“{term.term}” is defined, and nothing uses it.",
                f"terms.{term.id}",
                "Use it, or leave the definition out.",
            )
