"""Puts one prompt of each kind named on the command line, and prints what came of it as JSON. Run by the
tests at a pseudo-terminal or with pipes.
"""

import json
import sys
from pathlib import Path

from drafter.interview.asking import Key, Leave, NotNow, Prompt, Row
from drafter.interview.fronts.choosing import choose

ROWS = [
    Row("cand", "Northern District of California", "U.S. district court", "N.D. Cal. nd cal"),
    Row("cacd", "Central District of California", "U.S. district court", "C.D. Cal."),
    Row("jose", "José’s court — § 1 日本", "made up"),
    Row("no", "Closed to us", "", "", False),
    Row("last", "Last of them"),
]
KEYS = [Key("a", "add", "add one", False), Key("x", "remove", "remove it")]
PROMPT = Prompt(
    "city",
    "Parties › Lee",
    "4 of 6 required",
    "It prints in the caption.",
    "Fed. R. Civ. P. 10(a)",
    "Fresno",
    ["CLS-003: a note."],
)
LONG = PROMPT._replace(
    title="element", notes=[f"Note {number} is as long as notes are. " * 3 for number in range(12)]
)
MANY = [Row(f"row-{number}", f"Row {number} of many", "a note " * 20) for number in range(60)]


def check(text):
    return "too short" if text == "x" else ""


def put(kind, asker):
    if kind == "line":
        return asker.line(PROMPT._replace(check=check))
    if kind == "held":
        return asker.line(PROMPT._replace(text="held"))
    if kind == "text":
        return asker.text(PROMPT._replace(check=check))
    if kind == "menu":
        return list(asker.menu(PROMPT, ROWS, KEYS, "cacd"))
    if kind == "several":
        return asker.several(PROMPT, ROWS, ["cacd"])
    if kind == "long":
        return list(asker.menu(LONG, MANY, (), "row-3"))
    if kind == "ticks":
        return asker.several(LONG, MANY, ["row-3"])
    if kind == "pages":
        return asker.pages("Preview", [f"This is line {number} of the pages." for number in range(1, 201)])
    return asker.find(PROMPT, ROWS)


def main():
    plain, kinds, folder = sys.argv[1] == "plain", sys.argv[2].split(","), Path(sys.argv[3])
    asker = choose(plain, folder)
    for kind in kinds:
        try:
            result = ["answer", put(kind, asker)]
        except Leave as left:
            result = ["Leave", left.draft, left.ended]
        except NotNow as other:
            result = [type(other).__name__, other.draft]
        print(f"\nRESULT {json.dumps(result)} END", flush=True)


main()
