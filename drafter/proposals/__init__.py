"""Proposals: what a program, or a file that came back, would change in a sheet, each change with its ground.
Only a person takes one.
"""

from drafter.proposals.proposal import Ground, Operation, Proposal, conflict
from drafter.proposals.store import open_proposals, proposals_of, save

__all__ = [
    "Ground",
    "Operation",
    "Proposal",
    "conflict",
    "open_proposals",
    "proposals_of",
    "save",
]
