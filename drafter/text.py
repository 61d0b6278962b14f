"""The pleading as plain text: one paragraph a line, a blank line between. For previews, golden files and
comparisons.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.document import (
    Block,
    BlockQuote,
    Bullet,
    Caption,
    Continuation,
    CounselBlock,
    CountHeading,
    Document,
    Figure,
    Footnote,
    Heading,
    Inlines,
    Layout,
    Lead,
    NumberedParagraph,
    PrayerItem,
    SignatureBlock,
    SignatureLine,
    SubParagraph,
    Table,
    plain,
)
from drafter.layout.setting import SETTINGS

__all__ = ["render", "render_block"]

_RULE = "_" * 30


def render(document: Document) -> str:
    """The whole of `document`: legend, counsel, caption, body and footnotes, with every number printed; ends
    with a newline.
    """
    parts = front(document)
    parts += [render_block(block, document.layout) for block in document.body]
    parts += [_footnote(note) for note in sorted(document.footnotes, key=lambda note: note.number)]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def front(document: Document) -> list[str]:
    """What stands before the body: legend, counsel, caption and contents."""
    parts = [document.meta.legend, _counsel(document), *_caption(document.caption)]
    return [*parts, _contents(document)] if document.contents else parts


def _contents(document: Document) -> str:
    """The headings in order; a text has no pages."""
    lines = ["TABLE OF CONTENTS"]
    for block in document.body:
        if isinstance(block, Heading):
            lines.append("  " * (block.level - 1) + f"{block.number} {plain(block.content)}".strip())
        elif isinstance(block, CountHeading):
            lines.append(block.named.replace("\n", " "))
    return "\n".join(lines)


def _counsel(document: Document) -> str:
    counsel: CounselBlock | None = document.counsel if document.layout.counsel_block else None
    return "\n".join(plain(line) for line in counsel.lines) if counsel else ""


def _caption(caption: Caption) -> Iterator[str]:
    yield "\n".join(plain(line) for line in caption.court_lines)
    yield "\n".join(plain(line.content) for line in caption.left)
    claims = 0
    right = []
    for line in caption.right:
        claims += line.kind == "claim"
        right.append((f"{claims}. " if line.kind == "claim" else "") + plain(line.content))
    yield "\n".join(right)


def _footnote(note: Footnote) -> str:
    return f"[{note.number or note.id}] {plain(note.content)}"


def _numbered(number: str, content: Inlines, indent: int = 0) -> str:
    return " " * indent + (f"{number} " if number else "") + plain(content)


def render_block(block: Block, layout: Layout) -> str:
    """One block with its number."""
    match block:
        case Heading():
            return _heading(block, layout)
        case CountHeading(ordinal=ordinal, title=title, lines=lines):
            return "\n".join(line for line in (ordinal, plain(title), *map(plain, lines)) if line)
        case NumberedParagraph(content=content, number=number):
            return _numbered(f"{number}." if number else "", content)
        case SubParagraph(content=content, level=level, number=number):
            return _numbered(
                f"({number})" if number else "", content, SETTINGS[f"SubParagraph{level}"].characters
            )
        case PrayerItem(content=content, number=number):
            return _numbered(f"{number}." if number else "", content)
        case Bullet(content=content):
            return _numbered("•", content, SETTINGS["Bullet"].characters)
        case BlockQuote(content=content):
            return _numbered("", content, SETTINGS["BlockQuote"].characters)
        case Continuation(content=content) | Lead(content=content):
            return plain(content)
        case Table(rows=rows):
            return "\n".join(" | ".join(plain(cell) for cell in row) for row in rows)
        case Figure(alt=alt, caption=caption, problem=problem):
            return f"[{'no picture' if problem else 'Figure'}: {alt}]" + (
                f"\n{plain(caption)}" if caption else ""
            )
        case SignatureBlock(lines=lines):
            return "\n".join(_signature(line, layout) for line in lines)
    raise TypeError(f"no way to print {block!r}")


def _heading(heading: Heading, layout: Layout) -> str:
    text = plain(heading.content)
    if heading.level == 1 and layout.part_case == "upper":
        text = text.upper()
    return f"{heading.number} {text}".strip()


def _signature(line: SignatureLine, layout: Layout) -> str:
    if line.kind != "rule":
        return plain(line.content)
    by = plain(line.content) or ("By:" if layout.signature_by else "")
    return f"{by} {_RULE}".strip()
