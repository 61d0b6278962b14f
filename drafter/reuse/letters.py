"""Letters and signs as who has them not on the keyboard writes them."""

from __future__ import annotations

__all__ = ["PLAIN", "SPELT_OUT"]

PLAIN = {
    "’": "'",
    "‘": "'",
    "\u00a0": " ",
    "\u202f": " ",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "Ł": "L",
    "ł": "l",
    "Ø": "O",
    "ø": "o",
    "Đ": "D",
    "đ": "d",
    "ı": "i",
}
SPELT_OUT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "ø": "oe",
        "å": "aa",
        "æ": "ae",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "Ø": "Oe",
        "Å": "Aa",
        "Æ": "Ae",
    }
)
"""As who has no such letter writes them: Mueller."""
