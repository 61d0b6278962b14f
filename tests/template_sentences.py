"""What drafter's templates say of themselves: every sentence that prints without any word of a sheet but the
names of parties and classes, in a bare matter of every cause, of every core cause under every State's law and
of every court, and in every paper of theirs.

`tests/template_sentences.txt` has a line for each: its kind, why it asserts no event, and the sentence.

    law    what a statute, a rule or a court says
    party  who somebody is, or what is called what
    form   what this paper is, asks for, incorporates or refers to
    act    something that happened; it stands on a field, which the reason names
    unread nobody has read it yet: a test fails until someone has

`python tests/template_sentences.py` says what is new, altered or gone; `--write` writes the page anew, with
what nobody has read as unread.
"""

from __future__ import annotations

import copy
import json
import re
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Iterator, NamedTuple

from drafter.complaint import assemble
from drafter.complaint.papers import COMPLAINT, paper_of
from drafter.complaint.passes.number import inlines_of
from drafter.complaint.views.paper import NOBODY, About
from drafter.document import (
    Blank,
    CountHeading,
    Heading,
    LineBreak,
    Reference,
    Run,
    SignatureBlock,
    TermDefinition,
)
from drafter.errors import NotFound
from drafter.facts.agreements import Agreement
from drafter.facts.classes import RepresentedGroup
from drafter.facts.defendants import Defendant, PersonalJurisdiction
from drafter.facts.filing import Posture
from drafter.facts.jurisdiction import Jurisdiction, Venue
from drafter.facts.parties import Plaintiff
from drafter.facts.record import Record
from drafter.filing.due import is_made, papers_of
from drafter.interview.shapes import shapes
from drafter.library import Library, open_library
from drafter.library.paper_records import DuePaper
from drafter.matter_files.load import load

PAGE = Path(__file__).parent / "template_sentences.txt"
KINDS = ("law", "party", "form", "act")
UNREAD = "unread"
_NAMES = re.compile(r"(plaintiffs|defendants|classes|counsel)\.[^.]+\.(name|short|firm|lawyers\..*)$")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z][a-z]{0,4}|\bv|\b[A-Z](?:\.[A-Z])*|\bseq|\bal|\bcl|\bch|\bart|\bsubd)\.$"
)
_WHOLE_WORDS = re.compile(r"\b(?:Class|Act|Count|State|Court|Law|Terms|Laws|Plan|Order|Rule|Cause)\.$")
_END = re.compile(r"(?<=[.?!;])[”’)]*\s+(?=[“‘(]*[A-Z])")
_BROUGHT = re.compile(r"(brings? this claim\b.* under ).*$")
"""Under what law a count is brought is data of its cause, which other tests hold."""
_COMPANY = {
    "id": "larkspur",
    "kind": "corporation",
    "name": "Larkspur Messaging, Inc.",
    "short": "Larkspur",
}
_PERSON = {"id": "reyes", "kind": "individual", "name": "Dana Reyes", "represents": ["plus"]}
_GROUP = {"id": "plus", "name": "Plus Class"}
_EACH = {"plaintiff": "plaintiffs.reyes", "defendant": "defendants.larkspur"}
GROUPS = {"opt-in-collective": "flsa-collective", "state-proxy": "paga"}


HEAD = """# Sentences of drafter's templates that print without any word of a sheet: kind, why it asserts no
# event, the sentence. tests/template_sentences.py writes the page and says what the kinds are.
"""


class Read(NamedTuple):
    """A line of the page."""

    kind: str
    why: str


def bare(theories: list[str], court: str, law: str = "", **more: Any) -> dict[str, Any]:
    """A matter of one claim, with parties, a class and nothing else."""
    claim: dict[str, Any] = {"id": "only", "theories": theories}
    if law:
        claim["law"] = [law]
    return {
        "schema_version": 1,
        "matter": "Reyes v. Larkspur",
        "court": {"id": court},
        "counsel": [{"id": "hallam", "firm": "Hallam & Ito LLP", "role": "lead"}],
        "plaintiffs": [copy.deepcopy(_PERSON)],
        "defendants": [copy.deepcopy(_COMPANY)],
        "classes": [copy.deepcopy(_GROUP)],
        "claims": [claim],
        "jury_demand": "yes",
        **more,
    }


class Bare(NamedTuple):
    """A bare matter, and the paper that is made of it; its complaint where that is None."""

    name: str
    sheet: dict[str, Any]
    paper: DuePaper | None = None


CHOSEN: dict[str, tuple[type[Record], str]] = {
    "posture": (Posture, "kind"),
    "posture of an amended complaint": (Posture, "footing"),
    "plaintiffs": (Plaintiff, "kind"),
    "defendants": (Defendant, "kind"),
    "defendants sued": (Defendant, "capacity"),
    "personal jurisdiction": (PersonalJurisdiction, "kind"),
    "jurisdiction": (Jurisdiction, "grounds"),
    "venue": (Venue, "grounds"),
    "classes": (RepresentedGroup, "rule_23b"),
    "groups": (RepresentedGroup, "device"),
    "members": (RepresentedGroup, "includes"),
    "exclusions": (RepresentedGroup, "exclusions"),
    "agreements": (Agreement, "kind"),
}
"""Words that a person chooses and that alone make sentences print: where, and in which record."""


def choices(_: Library) -> Iterator[Bare]:
    """A bare matter with each word chosen that a person may choose in the records of `CHOSEN`."""
    for place, (record, name) in CHOSEN.items():
        several = shapes(record)[name].kind.startswith(("several", "texts"))
        for word in shapes(record)[name].choices:
            for court in ("cand", "calsuperct"):
                sheet = bare(["declaratory-2201"], court)
                _choose(sheet, place, {name: [word] if several else word})
                yield Bare(f"{place} {word} {court}", sheet)


def _choose(sheet: dict[str, Any], place: str, chosen: dict[str, Any]) -> None:
    """Put what is chosen where it belongs."""
    if place == "personal jurisdiction":
        sheet["defendants"][0]["personal_jurisdiction"] = [chosen]
    elif place == "posture of an amended complaint":
        sheet["posture"] = {"kind": "amended", **chosen}
    elif place in ("plaintiffs", "classes"):
        sheet[place][0] |= chosen
    elif place in ("groups", "members", "exclusions"):
        sheet["classes"][0] |= chosen
    elif place.startswith("defendants"):
        sheet["defendants"][0] |= {"kind": "individual", **chosen}
    elif place == "agreements":
        sheet["agreements"] = [{"id": "terms", **chosen}]
    else:
        sheet[place] = chosen


def causes(library: Library) -> Iterator[Bare]:
    """A bare matter of each cause, under its own law."""
    for cause in library.causes():
        law = str(cause.jurisdiction)
        sheet = bare([str(cause.id)], "cand", "" if law == "federal" else "CA" if law == "uniform" else law)
        if device := GROUPS.get(str(cause.kind)):
            sheet["classes"].append({"id": "crew", "name": "Crew", "device": device})
            sheet["claims"][0]["for"] = ["crew"]
        yield Bare(str(cause.id), sheet)


def packs(library: Library, core: str) -> Iterator[Bare]:
    """A bare matter of the core cause under the law of each State that has one for it."""
    for state in library.ids("law", ".yaml"):
        with suppress(NotFound):
            library.cause(f"{core}-{state}")
            yield Bare(f"{core} {state}", bare([core], "cand", state.upper()))


def courts(library: Library) -> Iterator[Bare]:
    """A bare matter of each court: one plaintiff for a class, and several without one."""
    for court in library.ids("courts", ".yaml"):
        yield Bare(f"court {court}", bare(["declaratory-2201"], court))
        several = bare(["declaratory-2201"], court)
        del several["classes"], several["plaintiffs"][0]["represents"]
        several["plaintiffs"].append(
            {**_PERSON, "id": "whitfield", "name": "Owen Whitfield", "represents": []}
        )
        several["defendants"].append({"id": "tallgrass", "kind": "llc", "name": "Tallgrass LLC"})
        yield Bare(f"court {court} several", several)


def papers(library: Library) -> Iterator[Bare]:
    """Each paper that drafter makes to go with a complaint, of a bare matter."""
    for paper in papers_of(library):
        if is_made(library, paper):
            theory = next(
                (str(own) for called in paper.called_for for own in called.causes), "declaratory-2201"
            )
            law = str(library.cause(theory).jurisdiction)
            sheet = bare([theory], "cand", law if len(law) == 2 else "")
            yield Bare(f"paper {paper.id}", sheet, paper)


def sentences(blocks: Any) -> Iterator[str]:
    """The sentences of a paper that hold no word of a sheet but names of parties and classes, which stand as
    what they are.
    """
    for block in blocks:
        if isinstance(block, (Heading, CountHeading, SignatureBlock)):
            continue
        for text in _split("".join(map(_word, inlines_of(block)))):
            if "\ue000" not in text and len(re.findall(r"[a-z]{2,}", text)) > 2:
                yield _BROUGHT.sub(r"\1<law>.", text)


def _word(inline: Any) -> str:
    """A word of a template as it is, a name as what it names, anything else of a sheet as a sign of it."""
    if isinstance(inline, (Run, TermDefinition)):
        if not inline.path:
            return inline.text
        named = _NAMES.match(inline.path)
        return f"<{named[1]}>" if named else "\ue000"
    if isinstance(inline, Reference):
        return "¶ <n>"
    return " " if isinstance(inline, LineBreak) else "\ue000" if isinstance(inline, Blank) else ""


def _split(text: str) -> Iterator[str]:
    text = re.sub(r"[\s\u00a0]+", " ", text).strip()
    start = 0
    for end in _END.finditer(text):
        before = text[start : end.start()]
        if _ABBREVIATED.search(before) and not _WHOLE_WORDS.search(before):
            continue
        yield text[start : end.end()].strip()
        start = end.end()
    yield text[start:].strip()


def batches() -> list[str]:
    """What the page is made of: causes, courts, words that are chosen, papers, each core cause under all
    laws.
    """
    return ["causes", "courts", "choices", "papers", *open_library().ids("core", ".md")]


def _of(batch: str, library: Library) -> Iterator[Bare]:
    whole = {"causes": causes, "courts": courts, "choices": choices, "papers": papers}
    return whole[batch](library) if batch in whole else packs(library, batch)


def printed(batch: str) -> dict[str, str]:
    """Every sentence of a batch, and the first matter in which it prints."""
    library = open_library()
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "matter.yaml"
        for name, sheet, paper in _of(batch, library):
            path.write_text(json.dumps(sheet), encoding="utf-8")
            about = About(_EACH.get(str(paper.each), "")) if paper else NOBODY
            draft = assemble(load(path), library, "", paper_of(paper) if paper else COMPLAINT, about)
            for sentence in sentences(draft.document.body):
                found.setdefault(sentence, name)
    return found


def page() -> dict[str, Read]:
    """What has been read, by sentence."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    found = {}
    for line in lines:
        kind, why, sentence = line.split("\t")
        found[sentence] = Read(kind, why)
    return found


def main() -> int:
    """Say what is new, altered or gone; write the page where that is asked for."""
    there = page() if PAGE.exists() else {}
    found = {sentence: name for batch in batches() for sentence, name in printed(batch).items()}
    new, gone = [one for one in found if one not in there], [one for one in there if one not in found]
    for sentence in new:
        print(f"new ({found[sentence]}): {sentence}")
    for sentence in gone:
        print(f"gone: {sentence}")
    if "--write" in sys.argv:
        rows = [(*there.get(one, Read(UNREAD, "-")), one) for one in found]
        text = "\n".join("\t".join(row) for row in sorted(rows, key=lambda row: (row[0], row[2])))
        PAGE.write_text(f"{HEAD}{text}\n", encoding="utf-8")
    print(f"{len(found)} sentences, {len(new)} new, {len(gone)} gone.")
    return 1 if new or gone else 0


if __name__ == "__main__":
    sys.exit(main())
