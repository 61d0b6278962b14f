"""Which fields of a sheet name an entry of it."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["uses_of"]


def uses_of(own: str, tree: dict[str, Any], apart_from: str = "") -> list[str]:
    """The paths of the fields that name the entry with the id `own`, by its id or by a reference in their
    text; but overrides, and those under the path `apart_from`.
    """
    found: list[str] = []
    referred = re.compile(rf"\[@[^\]]*\b{re.escape(own)}\b[^\]]*\]")

    def look(value: Any, path: str) -> None:
        if isinstance(value, dict):
            here = f"{path}.{value['id']}" if "id" in value else path
            for name, entry in value.items():
                if name != "id":
                    look(entry, f"{here}.{name}")
        elif isinstance(value, list):
            for entry in value:
                look(entry, path)
        elif value == own or isinstance(value, str) and referred.search(value):
            found.append(path.strip("."))

    look({name: value for name, value in tree.items() if name != "overrides"}, "")
    return [
        path for path in dict.fromkeys(found) if not apart_from or not f"{path}.".startswith(f"{apart_from}.")
    ]
