"""Words that depend on the words they stand before or between: prepositions, names of divisions, citations in
a row.
"""

from __future__ import annotations

import re

from drafter.complaint.views.values import listed

__all__ = ["cited_together", "division", "in_number", "preposition"]

_PLACED = frozenset(
    "in on at by through during before inside within under over to from outside beside near".split()
)
_SURFACES = frozenset(
    "label labels sticker website site page pages webpage screen package packaging box carton bottle can sign"
    " billboard shelf receipt call telephone television radio facebook instagram youtube".split()
)
"""What words stand *on*; they stand *in* everything else."""

_CALLED = {
    "Page": r"pp?\.|pages?",
    "Section": r"§§?|sec\.|sections?",
    "Paragraph": r"¶¶?|paras?\.|paragraphs?",
    "Article": r"arts?\.|articles?",
    "Clause": r"cl\.|clauses?",
    "Part": r"pts?\.|parts?",
}
_PLURAL = re.compile(r"pp\.|§§|¶¶|\w+s\.?$")


def preposition(place: str) -> str:
    """“on ” for “the front label of each bottle”, “in ” for “a press release”; nothing for what says so
    itself (“during a call”).
    """
    opening = re.findall(r"[^\s,;.]+", place.split(" of ", 1)[0].lower())
    if opening and opening[0] in _PLACED:
        return ""
    return "on " if _SURFACES & set(opening) else "in "


def division(own: str) -> tuple[str, str]:
    """What a division of a paper is called, and its number: “Section” and “4.1” of “4.1”, “Page” and “6” of
    “p. 6”.
    """
    for called, pattern in _CALLED.items():
        found = re.match(rf"(?:{pattern})(?:\s+|(?<=\W))(?=\S)", own, re.IGNORECASE)
        if found:
            return f"{called}s" if _PLURAL.match(found[0].strip().lower()) else called, own[found.end() :]
    return "Section", own


def cited_together(cites: tuple[str, ...]) -> str:
    """“A and B”, “A, B, and C”; with semicolons where a citation has commas of its own."""
    if not any("," in cite for cite in cites):
        return listed(list(cites))
    return "; ".join(cites[:-1]) + f"; and {cites[-1]}" if len(cites) > 1 else "".join(cites)


def in_number(words: str) -> str:
    """“in the millions” of “millions” or “millions of”; “some forty” as it is."""
    words = words.rstrip().removesuffix(" of")
    return (
        f"in the {words}"
        if words.split(" ", 1)[0].lower() in ("tens", "hundreds", "thousands", "millions")
        else words
    )
