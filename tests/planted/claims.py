"""Defects of claims, notices and the document."""

from planted import Planted, add, drop, put  # noqa: F401

DEFECTS: list[Planted] = []
INNOCENT: list[Planted] = []
