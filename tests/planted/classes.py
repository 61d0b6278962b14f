"""Defects of class definitions, standing, agreements and relief."""

from planted import Planted, add, drop, put  # noqa: F401

DEFECTS: list[Planted] = []
INNOCENT: list[Planted] = []
