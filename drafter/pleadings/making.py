"""A fact sheet made of the parts of a pleading; what has no field is listed with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Unknown
from drafter.library import Library
from drafter.markup import escape
from drafter.pleadings.count_causes import cause_of, citation_of, element_of, title_of
from drafter.pleadings.first_lines import PleadingParty, head_of
from drafter.pleadings.lines import PleadingLine
from drafter.pleadings.parts import NumberedLine, PleadingHeading, PleadingParts, kind_of_heading
from drafter.pleadings.referring import refer
from drafter.wording import free_id, shortened, slug, without_company_ending

__all__ = ["ImportedSheet", "as_goby", "sheet_of"]

_REALLEGES = re.compile(
    r"\b(?:re-?alleges?|incorporates?|repeats?)\b.*\b(?:paragraph|allegation|above|foregoing)", re.I
)
_DEFINED = re.compile(
    r"\b(?:all|any)\s+(?:other\s+)?(?:\w+\s+){0,4}?(?:persons?|individuals?|people|consumers?|residents?"
    r"|citizens?|members|purchasers?|users?|employees?|customers?|entities|subscribers?|patients?|participants?"
    r"|\w+s who)\b",
    re.I,
)
_CLASS_NAME = re.compile(r"((?:[A-Z][\w-]*\s+){0,5}(?:Sub)?[Cc]lass(?:es)?|[A-Z]\w+ Collective)\b")
_MANNERS = {
    "typicality": r"\btypical",
    "adequacy": r"\badequa(?:te|cy)",
    "predominance": r"\bpredomina",
    "superiority": r"\bsuperior",
}
_INJUNCTION = re.compile(
    r"\binjunct\w+\b.*?\b((?:requiring|enjoining|ordering|prohibiting)\b.+)", re.I | re.DOTALL
)
_OF_NO_CLIENT = frozenset({"schema_version", "court", "jury_demand"})
_OF_A_COUNT = frozenset({"id", "theories", "for"})
_LEAD = re.compile(r"\A[*_]*[A-Z][\w ]{3,30}[.:][*_]*\s+(?=[A-Z])")
_WHETHER = re.compile(r"\W*(?:\w{1,3}[.)]\s+)?whether\b", re.I)
_LAST = re.compile(r"[;.,]?(?:\s+and)?[;.]?$")
_ITEM = re.compile(r"\s*(?:\(?[A-Za-z0-9]{1,3}[.)]\s+)?")


class ImportedSheet(NamedTuple):
    """A sheet made of a pleading.

    tree    the sheet
    placed  where each numbered paragraph went: its number and the path, or "" where it is listed
    listed  what has no field, a line each: why, where it stood, its words
    counts  each count with the cause it was matched to, empty for one of the sheet’s own
    """

    tree: dict[str, Any]
    placed: tuple[tuple[int, str], ...]
    listed: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]


def sheet_of(parts: PleadingParts, library: Library, document: str, version: int) -> ImportedSheet:
    """A sheet of schema `version` that says what a pleading, called `document`, says. Raises TemplateError
    where a file of the library is wrong.
    """
    made = _Making(library, document, parts)
    made.head()
    for heading in parts.headings:
        made.under(heading)
    made.foot(parts.foot)
    named = ((number, path) for number, path in made.placed if path.startswith("allegations."))
    refer(made.tree, {number: path.partition(".")[2] for number, path in named})
    tree = {"schema_version": version, **{name: value for name, value in made.tree.items() if value}}
    return ImportedSheet(tree, tuple(made.placed), tuple(made.listed), tuple(made.counts))


def as_goby(sheet: ImportedSheet) -> ImportedSheet:
    """The outline, the shape of the classes and the counts alone, without the facts of the client."""
    tree: dict[str, Any] = {name: each for name, each in sheet.tree.items() if name in _OF_NO_CLIENT}
    headings = [each["heading"] for each in sheet.tree.get("allegations", []) if "heading" in each]
    classes = [
        {"id": each["id"], "name": each["name"]} for each in sheet.tree.get("classes", []) if "name" in each
    ]
    claims: list[dict[str, Any]] = [
        {name: value for name, value in each.items() if name in _OF_A_COUNT}
        for each in sheet.tree.get("claims", [])
        if any(cause and cause in each["theories"] for _, cause in sheet.counts)
    ]
    own = [title for title, cause in sheet.counts if not cause]
    listed = [f"a heading of the facts: “{heading}”" for heading in headings]
    listed += [f"a count that the library has no cause for: “{title}”" for title in own]
    tree |= {name: value for name, value in (("classes", classes), ("claims", claims)) if value}
    return ImportedSheet(tree, (), tuple(listed), sheet.counts)


class _Making:
    def __init__(self, library: Library, document: str, parts: PleadingParts) -> None:
        self.library, self.document, self.parts = library, document, parts
        self.causes = list(library.causes())
        self.tree: dict[str, Any] = {"matter": "", "court": {}, "posture": {"kind": "original"}}
        self.tree |= {name: [] for name in ("plaintiffs", "defendants", "nature", "allegations", "classes")}
        self.tree |= {"causes": [], "claims": [], "jury_demand": None}
        self.placed: list[tuple[int, str]] = []
        self.listed: list[str] = []
        self.counts: list[tuple[str, str]] = []
        self.ids: set[str] = set()

    # the head and the foot

    def head(self) -> None:
        """Court, parties and number."""
        body = "\n".join(each.text for heading in self.parts.headings for each in heading.paragraphs)
        found = head_of(self.parts.head, self.library.courts(), body)
        self.state = ""
        if found.court:
            self.tree["court"] = {"id": found.court} | ({"county": found.county} if found.county else {})
            self.state = str(self.library.court(found.court).state or "")
        sides = [", ".join(each.name for each in side) for side in (found.plaintiffs, found.defendants)]
        self.tree["matter"] = f"{sides[0] or 'Plaintiff'} v. {sides[1] or 'Defendant'}"
        if any(sign.isdigit() for sign in found.case_number):
            self.tree["posture"]["case_number"] = found.case_number
        for side, parties in (("plaintiffs", found.plaintiffs), ("defendants", found.defendants)):
            self.tree[side] = [self._party(each, side) for each in parties]
        for line in self.parts.head:
            self._list("the head", "read for the court, the parties and the number", line.text)

    def _party(self, party: PleadingParty, side: str) -> dict[str, Any]:
        is_person = party.form in ("individual", "does")
        short = party.name.split()[-1] if is_person else without_company_ending(party.name)
        kind = party.form if side == "defendants" or is_person else "organization"
        return {"id": self._id(slug(short)), "kind": kind, "name": party.name}

    def foot(self, lines: Iterable[PleadingLine]) -> None:
        """The prayer, the demand for a jury and the signature."""
        for line in lines:
            text = _ITEM.sub("", line.text, count=1).strip()
            if kind_of_heading(text) == "jury":
                self.tree["jury_demand"] = "yes"
            wanted = re.search(
                r"\binjunct\w+\b.*?\b((?:requiring|enjoining|ordering|prohibiting)\b.+)", text, re.I
            )
            if wanted and "relief" not in self.tree:
                self.tree["relief"] = {"injunction": escape(wanted[1].rstrip(".;").removesuffix("; and"))}
            self._list("the foot", "the prayer and the signature are the draft’s", line.text)

    # what stands under headings

    def under(self, heading: PleadingHeading) -> None:
        """One heading with its paragraphs."""
        for line in heading.loose:
            self._list(heading.title or "the beginning", "it is no numbered paragraph", line.text)
        if heading.kind not in ("", "facts") and heading.title:
            self._list("a heading", "the draft has its own", heading.title)
        match heading.kind:
            case "count":
                self._count(heading)
            case "class":
                self._classes(heading)
            case "nature":
                for each in heading.paragraphs:
                    self.tree["nature"].append(self._text(each))
                    self.placed.append((each.number, "nature"))
            case "jurisdiction" | "parties" | "prayer" | "jury":
                self.tree["jury_demand"] = "yes" if heading.kind == "jury" else self.tree["jury_demand"]
                for each in heading.paragraphs:
                    self._left(each, heading.title, "the template writes it of the sheet’s fields")
            case _:
                self._facts(heading)

    def _facts(self, heading: PleadingHeading) -> None:
        items = [self._allegation(each) for each in heading.paragraphs]
        if not items:
            if heading.title:
                self._list("a heading", "nothing stands under it", heading.title)
            return
        groups = self.tree["allegations"]
        if heading.kind == "facts" and heading.level == 1 or not heading.title:
            if heading.title:
                self._list("a heading", "it is the draft’s own", heading.title)
            groups += items
            return
        groups.append(
            {"id": self._id(slug(heading.title)[:40]), "heading": escape(heading.title), "items": items}
        )

    def _allegation(self, paragraph: NumberedLine) -> dict[str, Any]:
        words = [word for word in slug(paragraph.text).split("-") if len(word) > 2]
        own = self._id("-".join(words[:4])[:40].strip("-") or "fact")
        self.placed.append((paragraph.number, f"allegations.{own}"))
        source = {"kind": "pleading", "document": self.document, "pin": f"¶ {paragraph.number}"}
        return {"id": own, "text": self._text(paragraph), "source": source}

    def _text(self, paragraph: NumberedLine) -> str:
        """A paragraph and what goes on with it, as it is typed."""
        parts, notes = [paragraph.text], list[str]()
        for line in paragraph.rest:
            if line.style == "footnote text":
                notes.append(f"[^{len(notes) + 1}]: {line.typed()}")
                parts[-1] += f"[^{len(notes)}]"
                continue
            number = line.number.strip("().")
            sign = "- " if number == "•" else "a. " if re.fullmatch("[a-z]", number) else ""
            sign = sign or ("> " if "quote" in line.style else "")
            parts.append(sign + line.typed())
        return "\n\n".join([*parts, *notes]) + ("\n" if len(parts) + len(notes) > 1 else "")

    def _classes(self, heading: PleadingHeading) -> None:
        for each in heading.paragraphs:
            if self._questions(each):
                continue
            lines = [line for line in each.rest if _DEFINED.search(line.text)]
            texts = [line.typed() for line in lines] or ([each.text] if _DEFINED.search(each.text) else [])
            defines = re.search(r"\bdefin|\bon behalf of\b|\bconsist|\bfollowing\b|\bseek", each.text, re.I)
            if texts and (lines or defines):
                for text in texts:
                    self._class(text)
                for line in each.rest if lines else ():
                    if line not in lines:
                        self._list(f"¶ {each.number}", "it stands beside a definition", line.text)
                if lines:
                    self._list(f"¶ {each.number}", "the template leads to the definition", each.text)
                self.placed.append((each.number, "classes"))
                continue
            own = next((name for name, words in _MANNERS.items() if re.search(words, each.text, re.I)), "")
            if own and self.tree["classes"] and own not in self.tree["classes"][0]:
                text = self._text(each)
                lead = _LEAD.match(text)
                if lead:
                    self._list(f"¶ {each.number}", "the template’s own lead", lead[0])
                self.tree["classes"][0][own] = {"text": _LEAD.sub("", text)}
                self.placed.append((each.number, f"classes.{self.tree['classes'][0]['id']}.{own}"))
            else:
                self._left(each, heading.title, "the template writes it of the fields of the class")

    def _questions(self, paragraph: NumberedLine) -> bool:
        """Take the common questions that stand under a paragraph, each from “whether”."""
        asked = [
            line for line in paragraph.rest if re.match(r"\W*(?:\w{1,3}[.)]\s+)?whether\b", line.text, re.I)
        ]
        if not asked or not self.tree["classes"] or len(asked) < len(paragraph.rest) - 1:
            return False
        first = self.tree["classes"][0]
        for line in asked:
            words = re.sub(r"^.*?(?=whether\b)", "", line.typed(), count=1, flags=re.I | re.DOTALL)
            first.setdefault("common_questions", []).append(
                re.sub(r"[;.,]?(?:\s+and)?[;.]?$", "", words.strip())
            )
        for line in paragraph.rest:
            if line not in asked:
                self._list(f"¶ {paragraph.number}", "it stands beside the questions", line.text)
        self._list(f"¶ {paragraph.number}", "the template leads to the questions", paragraph.text)
        self.placed.append((paragraph.number, f"classes.{first['id']}.common_questions"))
        return True

    def _class(self, text: str) -> None:
        head, _, rest = text.partition(":")
        found = _CLASS_NAME.search(head if rest and len(head.split()) < 8 else text)
        name = re.sub(r"^(?:The|This|A)\s+", "", found[1]) if found else "Class"
        wording = rest.strip() if rest and len(head.split()) < 8 else text
        made = {"id": self._id(slug(name)), "name": name, "wording": wording}
        self.tree["classes"].append(made)

    # counts

    def _count(self, heading: PleadingHeading) -> None:
        title = title_of(heading)
        likely = cause_of(heading, self.causes, [self.state] if self.state else [], STATE_NAMES)
        cause = likely[0] if likely else ""
        if likely[1:]:
            self._list(heading.title, "of the same title and citation; choose", ", ".join(likely))
        self.counts.append((title, cause))
        own = self._id(slug(title)[:30].strip("-") or "count")
        claim: dict[str, Any] = {"id": own, "theories": [cause or self._own_cause(heading, title)]}
        claim["for"] = self._for(heading)
        claim["against"] = self._against(heading)
        elements = self._elements(heading, own, cause) if cause else {}
        self.tree["claims"].append(claim | ({"elements": elements} if elements else {}))
        for line in heading.lines:
            self._list(heading.title, "a line of the count’s heading, which the template writes", line.text)

    def _for(self, heading: PleadingHeading) -> list[str]:
        said = " ".join([heading.title, *(line.text for line in heading.lines)]).lower()
        named = [each["id"] for each in self.tree["classes"] if each["name"].lower() in said]
        return named or [each["id"] for each in self.tree["classes"]]

    def _against(self, heading: PleadingHeading) -> list[str]:
        lines = " ".join(
            line.text for line in heading.lines if re.search(r"\bagainst\b", line.text, re.I)
        ).lower()
        named = [each["id"] for each in self.tree["defendants"] if str(each["id"]).split("-")[0] in lines]
        return named or [each["id"] for each in self.tree["defendants"]]

    def _elements(self, heading: PleadingHeading, claim: str, own: str) -> Mapping[str, Any]:
        """What the paragraphs of a count say of each element of its cause, in the words of the pleading."""
        cause = next(each for each in self.causes if str(each.id) == own)
        found: dict[str, Any] = {}
        for each in heading.paragraphs:
            element = "" if _REALLEGES.search(each.text) else element_of(each.text, cause, found)
            if element and not each.rest:
                found[element] = {"application": each.text}
                self.placed.append(
                    (each.number, f"claims.{self.tree['claims'] and ''}{own}.elements.{element}")
                )
            else:
                self._left(each, heading.title, "the template of the cause writes it")
        return found

    def _own_cause(self, heading: PleadingHeading, title: str) -> str:
        """A cause of the sheet’s own, whose elements are the paragraphs of the count."""
        own = self._id(f"own-{slug(title)[:30].strip('-')}")
        elements = []
        for each in heading.paragraphs:
            if _REALLEGES.search(each.text):
                self._left(each, heading.title, "the draft realleges in its own words")
                continue
            elements.append(
                {
                    "id": f"p-{each.number}",
                    "title": shortened(each.text, 40),
                    "conclusion": self._text(each),
                }
            )
            self.placed.append((each.number, f"causes.{own}.elements.p-{each.number}"))
        citation = citation_of(heading) or Unknown("the pleading gives none below the title")
        self.tree["causes"].append({"id": own, "title": title, "citation": citation, "elements": elements})
        return own

    # lists

    def _id(self, wanted: str) -> str:
        own = free_id(wanted or "entry", self.ids)
        self.ids.add(own)
        return own

    def _left(self, paragraph: NumberedLine, where: str, why: str) -> None:
        self.placed.append((paragraph.number, ""))
        self._list(f"¶ {paragraph.number}, {where}", why, self._text(paragraph))

    def _list(self, where: str, why: str, words: str) -> None:
        self.listed.append(f"{where} ({why}): “{' '.join(words.split())}”")
