"""From the bytes of a Word file to what it says."""

from __future__ import annotations

import zipfile
import zlib
from typing import Any

from drafter.reading.file import UnreadableFile, WordComment, WordFile, WordNote
from drafter.reading.numbering import WordLists
from drafter.reading.package import W, WordPackage, open_package
from drafter.reading.story import StoryReader
from drafter.reading.styles import WordStyles

__all__ = ["read_word", "story_reader"]

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VALUE = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_word(data: bytes) -> WordFile:
    """What the Word file `data` says: .docx, .docm, .dotx, .dotm. Raises UnreadableFile and nothing else."""
    try:
        return _read(open_package(data))
    except UnreadableFile:
        raise
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(f"not a Word file, or damaged ({type(error).__name__})") from None
    except (RecursionError, MemoryError, EOFError, AttributeError, TypeError) as error:
        raise UnreadableFile(f"damaged ({type(error).__name__})") from None


def _read(package: WordPackage) -> WordFile:
    main = package.main()
    parts = package.related(main)
    story = story_reader(package, main)
    lists = story.lists
    body = package.xml(main).find(f"{W}body")
    if body is None:
        raise UnreadableFile("not a Word file: its main part has no body")
    paragraphs = story.read(body)
    notes = [
        note
        for kind, sign in (("footnotes", ""), ("endnotes", "e"))
        for note in _notes(_part(package, parts.get(kind)), sign, story)
    ]
    comments = _comments(package, parts, story)
    if any(each.list_id and each.list_id not in lists.levels for each in paragraphs):
        story.unread["numbers of a list that the file does not define"] += 1
    told = tuple(f"{what}{f' ({count} times)' if count > 1 else ''}" for what, count in story.unread.items())
    return WordFile(paragraphs, tuple(notes), comments, _properties(package), lists, told)


def story_reader(package: WordPackage, main: str) -> StoryReader:
    """What reads the stories of a file. Raises UnreadableFile."""
    parts = package.related(main)
    styles = WordStyles(_part(package, parts.get("styles")))
    lists = WordLists(_part(package, parts.get("numbering")))
    pictures = {own: target for own, (kind, target) in package.relations(main).items() if kind == "image"}
    return StoryReader(styles, lists, pictures)


def _part(package: WordPackage, name: str | None) -> Any | None:
    """The root of a part that a file may lack."""
    try:
        return package.xml(name) if name else None
    except KeyError:
        return None


def _notes(root: Any | None, sign: str, story: StoryReader) -> list[WordNote]:
    found = []
    for node in root if root is not None else ():
        if node.get(f"{W}type") not in _SEPARATORS and node.tag in (f"{W}footnote", f"{W}endnote"):
            found.append(WordNote(sign + str(node.get(f"{W}id", "")), story.read(node)))
    return found


def _comments(package: WordPackage, parts: dict[str, str], story: StoryReader) -> tuple[WordComment, ...]:
    root, more = _part(package, parts.get("comments")), _part(package, parts.get("commentsExtended"))
    said = {
        str(node.get(f"{_W15}paraId")): (
            node.get(f"{_W15}paraIdParent"),
            node.get(f"{_W15}done") in ("1", "true"),
        )
        for node in (more if more is not None else ())
    }
    nodes = root.findall(f"{W}comment") if root is not None else []
    owners = {
        str(paragraph.get(f"{_W14}paraId")): str(node.get(f"{W}id", ""))
        for node in nodes
        for paragraph in node.iter(f"{W}p")
    }
    found = []
    for node in nodes:
        text = "\n".join(each.text for each in story.read(node))
        last = [str(each.get(f"{_W14}paraId")) for each in node.iter(f"{W}p")][-1:]
        parent, done = said.get(last[0], (None, False)) if last else (None, False)
        found.append(
            WordComment(
                str(node.get(f"{W}id", "")),
                str(node.get(f"{W}author", "")),
                str(node.get(f"{W}date", "")),
                text,
                owners.get(str(parent), "") if parent else "",
                done,
            )
        )
    return tuple(found)


def _properties(package: WordPackage) -> dict[str, str]:
    """The file's own properties."""
    target = next(
        (target for kind, target in package.relations("").values() if kind == "custom-properties"), None
    )
    root = _part(package, target)
    return {
        str(node.get("name", "")): "".join(child.text or "" for child in node if child.tag.startswith(_VALUE))
        for node in (root if root is not None else ())
    }
