"""Characters that a Word file names by font and number (`w:sym`)."""

from __future__ import annotations

__all__ = ["symbol"]

_GREEK = dict(
    zip(
        "ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz",
        "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ",
        strict=True,
    )
)
_SYMBOL = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_WINGDINGS = {
    0xA7: "▪",
    0xA8: "◻",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0xFC: "✓",
    0xFE: "☑",
    0xD8: "➢",
    0xE0: "→",
    0x76: "❖",
}


def symbol(font: str, code: str) -> str:
    """The character; empty where it is not known. Codes from F000 on are those of the font's own page."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    own = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    name = font.lower()
    if name.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(own, "")
    if name.startswith("symbol"):
        return _SYMBOL.get(own) or _GREEK.get(chr(own), "") or (chr(own) if 0x20 <= own < 0x40 else "")
    if (
        own < 0x20
        or 0x7F <= own < 0xA0
        or 0xE000 <= own <= 0xF8FF
        or own > 0x10FFFF
        or 0xD800 <= own < 0xE000
    ):
        return ""
    return chr(own)
