"""Every core cause under the law of every State: it drafts without a fault, or says by name what is missing.

`python tests/packs.py` drafts all of them; `python tests/packs.py TX negligence` shows one count.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from pathlib import Path
from typing import Any, Iterator

from matters import Case, faults, write

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.errors import NotFound
from drafter.facts.states import STATE_NAMES
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render

LIBRARY = open_library()
CORES = LIBRARY.ids("core", ".md")
STATES = sorted(set(STATE_NAMES) & {name.upper() for name in LIBRARY.ids("law", ".yaml")})


def pairs(count: int = 0, seed: int = 0) -> list[tuple[str, str]]:
    """Every core cause with every State that has a file, or `count` of them drawn by `seed`."""
    every = [(core, state) for core in CORES for state in STATES]
    return random.Random(seed).sample(every, count) if count else every


def theories(core: str, state: str) -> tuple[str, ...]:
    """What a claim of `core` under the law of `state` pleads. Raises NotFound where there is none."""
    return tuple(str(cause.id) for cause in LIBRARY.pleaded(core, [state]))


def codes(state: str) -> list[str]:
    """How the codes of a State are cited."""
    law = LIBRARY.law_of(state)
    return [str(one.cite) for one in law.codes] if law else []


def foreign(text: str, state: str, known: str) -> Iterator[str]:
    """The codes of other States that a draft cites, but those of what it is made of (`known`)."""
    for other in STATES:
        if other != state:
            yield from (
                f"{other}: {cite}"
                for cite in codes(other)
                if re.search(rf"(?<![A-Z]\. )(?<!\w){re.escape(cite)}", text) and cite not in known
            )


def outcome(core: str, state: str, folder: Path, seed: int = 0) -> tuple[str, list[str]]:
    """What becomes of a matter: “drafted” with its faults, or the refusal, which must name cause and
    State.
    """
    try:
        pleaded = theories(core, state)
    except NotFound as refused:
        named = core in refused.message and STATE_NAMES[state].removeprefix("the ") in refused.message
        return refused.message, [] if named else [f"it does not name the cause and the State: {refused}"]
    chance = random.Random(f"{core}{state}{seed}")
    case = Case(pleaded[:1], chance.choice((1, 3)), chance.choice((1, 4)), "federal", chance.random() < 0.5)
    found = faults(case, folder, seed)
    text, draft = count_of(case, folder, seed)
    found += [f"law of another State: {one}" for one in foreign(text, state, "")]
    cause = LIBRARY.cause(pleaded[0])
    told = [one.message for one in run_checks(draft) if one.check == "LAW-005"]
    if cause.unconfirmed and not any(str(one) in message for message in told for one in cause.unconfirmed):
        found.append("a blank of the State’s law that no finding tells")
    return "drafted", found


def count_of(case: Case, folder: Path, seed: int = 0) -> tuple[str, Any]:
    """The text of the count that is tried, and the draft."""
    path, firm = write(case, folder, seed)
    draft = assemble(load(path), open_library(str(firm)))
    text = render(draft.document)
    title = str(open_library(str(firm)).cause(case.theories[0]).title)
    start = text.rindex(f"\n{title}\n")
    end = text.find("PRAYER", start)
    return text[start:end], draft


def main(arguments: list[str]) -> int:
    """Draft all, or show one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments:
            state, core = arguments
            print(count_of(Case(theories(core, state), 1, 1, "federal", True), folder)[0])
            return 0
        tried, refused, confirmed, wrong = pairs(), 0, 0, 0
        for core, state in tried:
            result, found = outcome(core, state, folder)
            refused += result != "drafted"
            confirmed += result == "drafted" and any(
                LIBRARY.cause(own).unconfirmed for own in theories(core, state)
            )
            wrong += bool(found)
            for fault in found:
                print(f"{core} × {state}: {fault}")
        drafted = len(tried) - refused
        print(
            f"{len(CORES)} causes × {len(STATES)} States: {drafted} drafted, of these {confirmed} with points"
            f" to be confirmed by name; {refused} refused by name; {wrong} with faults."
        )
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
