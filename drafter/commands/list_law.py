"""`drafter list law`: what was read of the law of the States, when and in which edition; and core causes
under the law of one.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Iterable

from drafter.errors import NotFound, UsageError
from drafter.facts.states import STATE_NAMES
from drafter.library import Library, StateLaw
from drafter.library.readings import AssertionRead, changed_words, older_than, readings, status_of

__all__ = ["causes_under", "law_options", "law_rows"]

Row = dict[str, Any]


def law_options(command: argparse.ArgumentParser) -> None:
    """What `drafter list law` takes besides."""
    command.add_argument(
        "--law",
        metavar="STATE",
        default="",
        help="causes, or law, of this State, as in TX; law of several: TX,NY",
    )
    command.add_argument(
        "--older-than", metavar="DAYS", default="", help="law: what was read earlier, as in 180d"
    )
    command.add_argument(
        "--against", metavar="FOLDER", default="", help="law: what newer texts no longer say so"
    )
    command.add_argument(
        "--draw", metavar="N", type=int, default=0, help="law: N assertions of the library, drawn"
    )
    command.add_argument("--seed", type=int, default=0, help="law: by which they are drawn")


def law_rows(options: argparse.Namespace, library: Library, today: date) -> list[Row]:
    """The rows that the options ask for: States with the shares that were read, or assertions. Raises
    UsageError, NotFound.
    """
    laws = _laws(library, options.law)
    every = [(str(law.state), one) for law in laws for one in readings(law)]
    if options.older_than:
        limit = today - timedelta(_days(options.older_than))
        return [_row(state, one) for state, one in every if older_than(one.law, limit)]
    if options.against:
        return _changed(every, Path(options.against))
    if options.draw:
        every += [(str(cause.id), one) for cause in library.causes() for one in readings(cause)]
        drawn = random.Random(options.seed).sample(every, min(options.draw, len(every)))
        return [_with_words(_row(state, one)) for state, one in drawn]
    if options.law and len(laws) == 1:
        return [_row(state, one) for state, one in every]
    return [*map(_state, laws), _shares("all", f"{len(laws)} files", [one for _, one in every])]


def _laws(library: Library, wanted: str) -> list[StateLaw]:
    names = wanted.lower().replace(",", " ").split() or library.ids("law", ".yaml")
    found = [law for name in names if (law := library.law_of(name))]
    if not found:
        raise NotFound(
            f"the library has nothing of the law of {wanted}", "`drafter list law` shows all States."
        )
    return found


def _days(given: str) -> int:
    found = re.fullmatch(r"(\d{1,5})d?", given)
    if not found:
        raise UsageError(f"--older-than: “{given}” is no number of days", "Write it like 180d.")
    return int(found[1])


def _changed(every: Iterable[tuple[str, AssertionRead]], folder: Path) -> list[Row]:
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder of texts", "Name one with --against.")
    whose = {id(one.law): state for state, one in every}
    told = list(changed_words([one for _, one in every], folder))
    return [
        {
            **_row(whose[id(one.law)], one),
            "title": f"{one.law.cite}: its words stand {_where(file)}",
        }
        for one, file in told
    ]


def _state(law: StateLaw) -> Row:
    days = sorted(str(one.law.day) for one in readings(law) if one.law.day)
    row = _shares(str(law.state).lower(), STATE_NAMES[str(law.state)], list(readings(law)))
    return row | {"title": f"{row['title']}{f' · oldest {days[0]}' if days else ''}"}


def _shares(own: str, name: str, some: list[AssertionRead]) -> Row:
    """How many of these assertions were read in their text, and how the others are held."""
    held = Counter(str(one.law.status) for one in some)
    read, every = held["text_read"], len(some)
    others = [
        (status, held[status]) for status in ("quoted_by_court", "secondary", "recalled") if held[status]
    ]
    told = "".join(f" · {number} {status.replace('_', ' ')}" for status, number in others)
    share = f" ({100 * read // every} %)" if every else ""
    return {
        "id": own,
        "title": f"{name} · {read} of {every} assertions read{share}{told}",
        "read": read,
        "assertions": every,
        **{status: held[status] for status in ("quoted_by_court", "secondary", "recalled")},
    }


def _row(state: str, one: AssertionRead) -> Row:
    law = one.law
    where = "; ".join(str(part) for part in (law.source, law.read, law.day) if part)
    return {
        "id": f"{state} {one.path}",
        "title": f"{law.cite or law.text} · {status_of(law)}{f' · {where}' if where else ''}",
        "text": str(law.text or ""),
        "cite": str(law.cite or ""),
        "status": str(law.status),
        "source": where,
        "words": str(law.words or ""),
    }


def _with_words(row: Row) -> Row:
    """A row with what it says and the words relied on, for a reader who checks it."""
    told = [str(row["text"])] if row["text"] and row["cite"] else []
    told += [f"“{row['words']}”"] if row["words"] else []
    return row | {"title": " · ".join([str(row["title"]), *told])}


def causes_under(library: Library, state: str) -> list[Row]:
    """The core causes under the law of a State, and how much of each is to be confirmed; then the library’s
    own causes of that law. Raises UsageError for what is no State.
    """
    if state not in STATE_NAMES:
        raise UsageError(f"“{state}” is no State", "Write its letters, as in TX.")
    rows = [row for core in library.ids("core", ".md") for row in _core_rows(library, core, state)]
    own = [cause for cause in library.causes() if cause.jurisdiction == state]
    return rows + [
        {"id": str(one.id), "title": str(one.title), "citation": str(one.citation), "jurisdiction": state}
        for one in own
    ]


def _core_rows(library: Library, core: str, state: str) -> list[Row]:
    try:
        found = library.pleaded(core, [state])
    except NotFound as refused:
        return [{"id": core, "title": refused.message, "citation": "", "jurisdiction": state}]
    return [
        {
            "id": core if one.core else f"{core} = {one.id}",
            "title": f"{one.title} · "
            + (f"{len(one.unconfirmed)} points to be confirmed" if one.unconfirmed else "read"),
            "citation": str(one.citation),
            "jurisdiction": state,
        }
        for one in found
    ]


def _where(file: str) -> str:
    return f"no longer in {file}" if file else "in no text there"
