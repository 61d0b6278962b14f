"""The judge of a redline, which knows nothing of how it was made: what a Word file says when all its tracked
changes are accepted, or rejected, read with the standard library alone.
"""

import io
import re
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOST = {True: {"del", "moveFrom"}, False: {"ins", "moveTo"}}
GAINED = {True: {"ins", "moveTo"}, False: {"del", "moveFrom"}}
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def tag(node):
    return node.tag.rpartition("}")[2]


class Reading:
    """What a file says in one of its two views: paragraphs of (sign, emphasis), with the words of notes."""

    def __init__(self, data, accept):
        self.fields = []
        self.accept, self.package = accept, zipfile.ZipFile(io.BytesIO(data))
        names = self.package.namelist()
        self.root = ElementTree.fromstring(self.package.read("word/document.xml"))
        notes = (
            ElementTree.fromstring(self.package.read("word/footnotes.xml"))
            if "word/footnotes.xml" in names
            else ()
        )
        self.notes = {note.get(f"{W}id"): note for note in notes}
        rels = ElementTree.fromstring(self.package.read("word/_rels/document.xml.rels"))
        self.rels = {row.get("Id"): row.get("Target") for row in rels}

    def paragraphs(self, root=None):
        """Each paragraph as a list of (text, look); without empty ones and white space at the edges."""
        found, pending = [], []
        for node in self.stories(self.root if root is None else root):
            pending += self.runs(node, False)
            mark = node.find(f"{W}pPr/{W}rPr")
            if mark is not None and any(tag(child) in LOST[self.accept] for child in mark):
                continue
            found.append(pending)
            pending = []
        found.append(pending)
        return [each for each in map(self.joined, found) if each]

    def stories(self, node):
        """Paragraphs in order, without rows that are not in this view."""
        for child in node:
            if tag(child) == "tr" and any(
                tag(each) in LOST[self.accept] for each in (child.find(f"{W}trPr") or ())
            ):
                continue
            if tag(child) == "p":
                yield child
            elif tag(child) not in ("pPr", "sectPr"):
                yield from self.stories(child)

    def field(self, piece):
        """Whether `piece` stands in a field's code, or in a reference's result, which Word sets anew."""
        if tag(piece) == "fldChar":
            kind = piece.get(f"{W}fldCharType")
            if kind == "begin":
                self.fields.append(["", False])
            elif kind == "separate":
                self.fields[-1][1] = True
            else:
                self.fields.pop()
            return True
        if tag(piece) in ("instrText", "delInstrText"):
            self.fields[-1][0] += piece.text or ""
            return True
        return any(not shown or "REF" in code for code, shown in self.fields)

    def runs(self, node, code):
        found = []
        for child in node:
            name = tag(child)
            if name in LOST[self.accept] or name in ("pPr", "rPr"):
                continue
            if name != "r":
                found += self.runs(child, code)
                continue
            look = self.look(child)
            for piece in child:
                kind = tag(piece)
                if self.field(piece):
                    continue
                if kind in ("t", "delText"):
                    found.append((piece.text or "", look))
                elif kind in ("tab", "br", "cr"):
                    found.append((" ", look))
                elif kind == "noBreakHyphen":
                    found.append(("-", look))
                elif kind == "footnoteReference":
                    note = self.notes[piece.get(f"{W}id")]
                    found.append((f"⟦note {self.words(self.paragraphs(note))}⟧", look))
                else:
                    for blip in piece.iter(f"{A}blip"):
                        target = self.package.read(f"word/{self.rels[blip.get(f'{R}embed')]}")
                        found.append((f"⟦picture {hash(target)}⟧", look))
        return found

    def look(self, run):
        rpr = run.find(f"{W}rPr")
        change = rpr.find(f"{W}rPrChange/{W}rPr") if rpr is not None and not self.accept else None
        rpr = change if change is not None else rpr
        if rpr is None:
            return ""
        on = [
            tag(child)
            for child in rpr
            if tag(child) in ("b", "i", "u", "strike") and child.get(f"{W}val") not in ("0", "none")
        ]
        return "".join(sorted(on))

    def joined(self, runs):
        """Runs of one look in one, white space as one space."""
        found = []
        for text, look in runs:
            if found and (found[-1][1] == look or not text.strip()):
                found[-1] = (found[-1][0] + text, found[-1][1])
            elif text:
                found.append((text, look))
        found = [(re.sub(r"[\s\u00a0]+", " ", text).strip(), look) for text, look in found]
        return [each for each in found if each[0]]

    def words(self, paragraphs):
        return " ".join(text for runs in paragraphs for text, _ in runs)


def says(data, accept=True):
    """What a file says, with emphasis, notes and pictures."""
    return Reading(data, accept).paragraphs()


def flat(paragraphs):
    """The same without numbers of references, which Word sets anew, and without emphasis."""
    return [re.sub(r"\s+", "", "".join(text for text, _ in runs)) for runs in paragraphs]


def revisions(data):
    """How many tracked changes of words there are."""
    root = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return len(re.findall(r"<w:(?:ins|del|moveFrom|moveTo) [^>]*[^/]>", root))
