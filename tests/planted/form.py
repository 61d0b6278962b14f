"""Defects of form, privacy, local rules and citations."""

from planted import Planted, add, drop, put  # noqa: F401

DEFECTS: list[Planted] = []
INNOCENT: list[Planted] = []
