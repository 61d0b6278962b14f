"""Words that depend on the words they stand before or between: prepositions, names of divisions, citations in
a row.
"""

from __future__ import annotations

import re
from typing import Iterable

from drafter.wording import listed

__all__ = [
    "are_several",
    "cited_in_a_row",
    "cited_together",
    "division",
    "in_number",
    "is_described",
    "phrases_listed",
    "preposition",
]

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


def is_described(own: str) -> bool:
    """Whether the place of a term is told in words, as “help page on privacy” is, and not by a number."""
    called, number = division(own)
    return called == "Section" and number == own and not re.search(r"\d|^[IVXLC]+\b|^[A-Za-z]\b", own)


def are_several(own: str) -> bool:
    """Whether the place of a term is more than one division: “2 and 3”, “§§ 4–6”."""
    called, number = division(own)
    return called.endswith("s") or bool(re.search(r"\d\S* (?:and|&) \S*\d|\d ?[–-] ?\d|\d, \d", number))


def cited_together(cites: tuple[str, ...]) -> str:
    """“A and B”, “A, B, and C”; with semicolons where a citation has commas of its own."""
    if not any("," in cite for cite in cites):
        return listed(list(cites))
    return "; ".join(cites[:-1]) + f"; and {cites[-1]}" if len(cites) > 1 else "".join(cites)


def cited_in_a_row(cites: Iterable[str]) -> str:
    """“18 U.S.C. § 2702(a)(1), (a)(2)” of two subdivisions of a section; others with semicolons."""
    rows: list[tuple[str, list[str]]] = []
    for cite in dict.fromkeys(cites):
        section, mark, own = cite.partition("(")
        if mark and rows and rows[-1][0] == section and "§§" not in section:
            rows[-1][1].append(mark + own)
        else:
            rows.append((section, [mark + own]))
    return "; ".join(section + ", ".join(parts) for section, parts in rows)


def phrases_listed(told: list[str]) -> str:
    """Phrases as a list, with semicolons where one of them has a comma."""
    if len(told) > 1 and any("," in one for one in told):
        return "; ".join([*told[:-1], f"and {told[-1]}"])
    return listed(told)


def in_number(words: str) -> str:
    """“in the millions” of “millions” or “millions of”; “some forty” as it is."""
    words = words.rstrip().removesuffix(" of")
    return (
        f"in the {words}"
        if words.split(" ", 1)[0].lower() in ("tens", "hundreds", "thousands", "millions")
        else words
    )
