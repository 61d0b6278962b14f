"""Checks on the terms that the sheet defines: used before they are, or never."""

from __future__ import annotations

import re

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.texts import texts
from drafter.complaint import Draft
from drafter.complaint.passes.number import inlines_of
from drafter.document import plain
from drafter.facts.values import known
from drafter.findings import Severity


def _without(names: list[str], text: str) -> str:
    """`text` without the whole titles of the agreements, which often hold their short names."""
    return re.sub("|".join(map(re.escape, names)), "", text) if names else text


@check("DOC-001", "Defined term used before it is defined", Severity.ADVICE)
def used_early(draft: Draft) -> Found:
    """A term of the sheet's own, or an agreement's short name, is used in a paragraph well before the one
    that defines it. Silent for parties and classes, whose short names open every complaint.
    """
    agreements = [one for one in draft.matter.raw.agreements if known(one.short)]
    own = {str(term.term): f"terms.{term.id}" for term in draft.matter.raw.terms}
    own |= {str(known(one.short)): f"agreements.{one.id}.short" for one in agreements}
    whole = [str(known(one.title)) for one in agreements if known(one.title)]
    paragraphs = [_without(whole, plain(inlines_of(block))) for block in draft.document.body] if own else []
    for term, path in own.items():
        uses = [
            number for number, text in enumerate(paragraphs) if re.search(rf"\b{re.escape(term)}\b", text)
        ]
        definitions = [
            number for number, text in enumerate(paragraphs) if f"“{term}”" in text or f'"{term}"' in text
        ]
        if uses and definitions and uses[0] < definitions[0] - 1:
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
