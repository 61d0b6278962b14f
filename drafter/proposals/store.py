"""Proposals beside a sheet: `.NAME.yaml.proposals/N.json`, for its user alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

from drafter.errors import OutputError, SheetError
from drafter.matter_files.private_disk import put_in_place
from drafter.matter_files.sidecar import LARGEST, MalformedRecord, read_json
from drafter.proposals.proposal import Proposal, from_page, page_of
from drafter.yamltext.read import contents

__all__ = ["folder_of", "open_proposals", "proposals_of", "save"]


def folder_of(sheet: str) -> Path:
    """Where the proposals of a sheet stand."""
    path = Path(os.path.realpath(sheet))
    return path.with_name(f".{path.name}.proposals")


def proposals_of(sheet: str) -> list[tuple[int, Proposal]]:
    """Every proposal of a sheet that can be read, by its number."""
    found = []
    for path in folder_of(sheet).glob("*.json"):
        if path.stem.isdecimal():
            try:
                found.append((int(path.stem), from_page(read_json(contents(path, most=LARGEST)))))
            except (SheetError, MalformedRecord, KeyError, TypeError, ValueError):
                continue
    return sorted(found)


def open_proposals(sheet: str) -> list[tuple[int, Proposal]]:
    """The proposals in which something waits for a person."""
    return [(number, proposal) for number, proposal in proposals_of(sheet) if proposal.is_open]


def save(sheet: str, proposal: Proposal, number: int = 0) -> int:
    """Write a proposal; a new one gets the next number. Gives its number. Raises OutputError."""
    folder = folder_of(sheet)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be made: {error.strerror or error}", "Check the folder’s permissions."
        ) from None
    taken = [int(path.stem) for path in folder.glob("*.json") if path.stem.isdecimal()]
    number = number or max(taken, default=0) + 1
    put_in_place(
        folder / f"{number}.json", json.dumps(page_of(proposal), ensure_ascii=False, indent=1).encode()
    )
    return number
