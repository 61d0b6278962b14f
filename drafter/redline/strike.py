"""Tracked changes turned into what a court wants to see on paper: what was struck crossed out, what was added
underlined.
"""

from __future__ import annotations

from typing import Any

from drafter.reading.package import W
from drafter.redline.accepting import unwrapped

__all__ = ["as_struck"]

_LOOKS = {"del": "strike", "moveFrom": "strike", "ins": "u", "moveTo": "u"}
_AFTER = {
    "strike": ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps"),
    "u": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
        " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight"
    ).split(),
}
"""What stands before a property of a run in the schema (`CT_RPr`)."""


def as_struck(root: Any) -> None:
    """Turn every tracked change below `root` into looks, in place."""
    for node in list(root.iter(f"{W}rPrChange")):
        node.getparent().remove(node)
    for name, look in _LOOKS.items():
        for node in list(root.iter(f"{W}{name}")):
            parent = node.getparent().tag
            if parent in (f"{W}rPr", f"{W}trPr"):
                if parent == f"{W}rPr" and look == "strike":
                    _without_number(node.getparent().getparent().getparent())
                node.getparent().remove(node)
                continue
            for run in node.iter(f"{W}r"):
                _look(run, look)
            unwrapped(node)
    for name in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"):
        for node in list(root.iter(f"{W}{name}")):
            node.getparent().remove(node)
    for old, new in (("delText", "t"), ("delInstrText", "instrText")):
        for node in root.iter(f"{W}{old}"):
            node.tag = f"{W}{new}"


def _look(run: Any, look: str) -> None:
    rpr = run.find(f"{W}rPr")
    if rpr is None:
        rpr = run.makeelement(f"{W}rPr", {})
        run.insert(0, rpr)
    if rpr.find(f"{W}{look}") is not None:
        return
    node = rpr.makeelement(f"{W}{look}", {f"{W}val": "single"} if look == "u" else {})
    before = [at for at, child in enumerate(rpr) if child.tag.rpartition("}")[2] in _AFTER[look]]
    rpr.insert(before[-1] + 1 if before else 0, node)


def _without_number(paragraph: Any) -> None:
    """A struck paragraph does not count; the number it had is struck with its words."""
    number = paragraph.attrib.pop("number", "")
    if not number:
        return
    ppr = paragraph.find(f"{W}pPr")
    for own in ppr.findall(f"{W}numPr"):
        ppr.remove(own)
    numpr = ppr.makeelement(f"{W}numPr", {})
    for name in ("ilvl", "numId"):
        numpr.append(numpr.makeelement(f"{W}{name}", {f"{W}val": "0"}))
    ahead = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    places = [at for at, child in enumerate(ppr) if child.tag.rpartition("}")[2] in ahead]
    ppr.insert(places[-1] + 1 if places else 0, numpr)
    run = paragraph.makeelement(f"{W}r", {})
    text = run.makeelement(f"{W}t", {})
    text.text = number
    run.append(text)
    run.append(run.makeelement(f"{W}tab", {}))
    paragraph.insert(1, run)
    _look(run, "strike")
