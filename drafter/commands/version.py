"""`drafter --version`: the version, and what of the package's compiled part does not fit."""

from __future__ import annotations

from drafter import __version__
from drafter.library.compiling import made_anew

__all__ = ["version_text"]


def version_text() -> str:
    """The version; where what the package holds compiled is for another Python or library, that it is."""
    anew = made_anew()
    return f"drafter {__version__}" + (
        f"\nThe compiled {' and '.join(anew)} of this package are for another Python, jinja2, pydantic-core"
        " or drafter: they are made anew at each start, which takes longer."
        if anew
        else ""
    )
