"""Defects of jurisdiction, venue, defendants and limitations."""

from planted import Planted, add, drop, put  # noqa: F401

DEFECTS: list[Planted] = []
INNOCENT: list[Planted] = []
