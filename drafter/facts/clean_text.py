"""Text as it was pasted, made safe to keep."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clean"]


_CONTROL = re.compile(
    r"[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Text as Word, a browser or a spreadsheet pasted it, made safe to keep: line ends unified, controls
    dropped, NFC; words unchanged.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    if (
        text.replace("\n", "").isprintable()
        and " \n" not in text
        and "\n\n\n" not in text
        and unicodedata.is_normalized("NFC", text)
    ):
        return text.strip("\n ")
    text = re.sub("\r\n?|[\u000b\u000c\u0085\u2028\u2029]", "\n", text)
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    lines = [line.rstrip(" \t") for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n ")
