"""Words changed within a field of the sheet, as it was typed: marks and lines stay where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.document import Inlines, Run, plain
from drafter.markup import prose, written

__all__ = ["FieldEdit", "field_edited", "typed_after"]

_BETWEEN = r"(?:\*{1,3}|__|\{~|~\})*"
_UNITS = {
    "reference": r"\[@[^\]\n]*\]",
    "blank": r"\[\[(?:[^\]]|\](?!\]))*\]\]",
    "note": r"\[\^[^\]\n]*\]",
    "break": r"\\\n[ \t]*",
}
PrintedRun = tuple[str, str, int, str]


class FieldEdit(NamedTuple):
    """Signs of the printed words, counted through the field's runs in one paragraph, and what they become."""

    start: int
    end: int
    content: Inlines


def _units(runs: Sequence[PrintedRun]) -> list[str]:
    """For each printed sign how it may have been typed."""
    found: list[str] = []
    for text, kind, _, _ in runs:
        first = len(found)
        if kind in _UNITS:
            found += [_UNITS[kind], *[""] * (max(len(text), 1) - 1)]
        else:
            found += [_sign(sign, at, text, kind) for at, sign in enumerate(text)]
        if first and first < len(found):
            found[first] = _BETWEEN + found[first]
    return found


def _sign(sign: str, at: int, text: str, kind: str) -> str:
    if kind == "term" and at in (0, len(text) - 1):
        return '(?:""|[“”])'
    if sign.isspace():
        return r"[\s\u00a0]+" if not at or not text[at - 1].isspace() else ""
    return (
        re.escape(sign)
        if sign.isalnum()
        else rf"\\?{re.escape(sign)}\\?"
        if sign == "."
        else rf"\\?{re.escape(sign)}"
    )


def field_edited(
    raw: str, runs: Sequence[PrintedRun], edits: Sequence[FieldEdit], is_prose: bool
) -> str | None:
    """`raw`, the text of a field of which `runs` are printed in one paragraph, with `edits` made; None where
    it cannot be told where they belong.
    """
    units = _units(runs)
    pattern, at = "", 0
    for edit in edits:
        pattern += "".join(units[at : edit.start]) + "(" + "".join(units[edit.start : edit.end]) + ")"
        at = edit.end
    pattern += "".join(units[at:])
    found = re.search(pattern, raw)
    if found is None or re.search(pattern, raw[found.start() + 1 :]):
        return None
    made = raw
    for group in range(len(edits), 0, -1):
        start, end = found.span(group)
        made = made[:start] + _typed(edits[group - 1].content, start == 0, is_prose) + made[end:]
    made = _without_lost_notes(raw, made) if is_prose else made
    return made if _is_right(raw, made, runs, edits, is_prose) else None


def _typed(content: Inlines, first: bool, is_prose: bool) -> str:
    if not is_prose:
        return plain(content)
    return written(content) if first else written((Run("x"), *content))[1:] if content else ""


def typed_after(raw: str, sign: str, content: Inlines) -> str:
    """`raw` with a further paragraph of that mark; it stands before the field's footnotes."""
    notes = re.search(r"\n\s*\n?\[\^", raw)
    head, tail = (raw[: notes.start()], raw[notes.start() :]) if notes else (raw, "")
    return f"{head.rstrip()}\n\n{sign}{written(content)}\n{tail}"


def _without_lost_notes(raw: str, made: str) -> str:
    """`made` without the footnotes whose marks went."""
    for mark in set(re.findall(r"\[\^([^\]\n]+)\](?!:)", raw)) - set(
        re.findall(r"\[\^([^\]\n]+)\](?!:)", made)
    ):
        made = re.sub(
            rf"\n*^\[\^{re.escape(mark)}\]:.*?(?=\n[ \t]*\n|\n\[\^|\Z)",
            "",
            made,
            flags=re.MULTILINE | re.DOTALL,
        )
    return made


def _words(raw: str, is_prose: bool) -> str:
    """The words of a field, as they are compared."""
    if not is_prose:
        return "".join(raw.split())
    passage = prose(raw)
    found = [plain(passage.content)]
    for block in passage.rest:
        found += [plain(part) for part in _contents(block)]
    found += [plain(note.content) for note in passage.footnotes]
    return "".join("".join(found).replace("\ufffc", "").split())


def _contents(block: object) -> list[Inlines]:
    rows = getattr(block, "rows", None)
    if rows is not None:
        return [cell for row in rows for cell in row]
    return [getattr(block, "content", getattr(block, "caption", ()))]


def _is_right(
    raw: str, made: str, runs: Sequence[PrintedRun], edits: Sequence[FieldEdit], is_prose: bool
) -> bool:
    """Whether the field says what it should: letters and digits alone are counted."""
    text = "".join(text or ("\ufffc" if kind == "note" else "") for text, kind, _, _ in runs)
    new, at = "", 0
    for edit in edits:
        new, at = new + text[at : edit.start] + plain(edit.content), edit.end
    new += text[at:]
    before, after = (_letters(_words(each, is_prose)) for each in (raw, made))
    old_part, new_part = _letters(text), _letters(new)
    if any(kind in ("reference", "blank") for _, kind, _, _ in runs):
        return len(after) - len(before) == len(new_part) - len(old_part) or before != after
    place = before.find(old_part)
    if "[^" in raw:
        return new_part in after
    return place >= 0 and any(
        before[:at] + new_part + before[at + len(old_part) :] == after
        for at in range(len(before) - len(old_part) + 1)
        if before.startswith(old_part, at)
    )


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
