"""drafter's own files of data that stand in no folder, each with its record: what the package holds compiled
besides the folders.
"""

from __future__ import annotations

from drafter.facts.record import Record
from drafter.library.authorities import AUTHORITIES, CheckAuthorities
from drafter.library.proof import PROOF, Proof
from drafter.library.reporters import NAMES
from drafter.library.severities import Circuits

__all__ = ["CIRCUITS_FILE", "FILES"]

CIRCUITS_FILE = "circuits.yaml"
FILES: dict[str, type[Record]] = {
    AUTHORITIES: CheckAuthorities,
    CIRCUITS_FILE: Circuits,
    PROOF: Proof,
    **NAMES,
}
