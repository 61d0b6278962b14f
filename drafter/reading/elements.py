"""Ways through the elements of a Word file that stand around others."""

from __future__ import annotations

from typing import Any

from drafter.reading.package import W

__all__ = ["MC", "branch", "flat", "outermost"]

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def branch(node: Any) -> Any:
    """Of alternate content the first choice with something in it, else the fallback: never both."""
    for choice in node.findall(f"{MC}Choice"):
        if len(choice):
            return choice
    fallback = node.find(f"{MC}Fallback")
    return fallback if fallback is not None else ()


def outermost(node: Any, tag: str) -> list[Any]:
    """The elements `tag` below `node` that stand in no other; of alternate content one branch alone."""
    found: list[Any] = []
    left = [*reversed(list(node))]
    while left:
        child = left.pop()
        if child.tag == tag:
            found.append(child)
        elif child.tag == f"{MC}AlternateContent":
            left.extend(reversed(list(branch(child))))
        else:
            left.extend(reversed(list(child)))
    return found


def flat(node: Any, tag: str) -> list[Any]:
    """The children `tag`, those in content controls and the like among them."""
    found: list[Any] = []
    for child in node:
        if child.tag == tag:
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            found += flat(child, tag)
    return found
