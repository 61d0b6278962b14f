"""Matters made for any cause of action: so many plaintiffs and defendants, in federal or State court, with
every element supported.

`python tests/matters.py` drafts the whole grid and says what is wrong with each draft.
"""

from __future__ import annotations

import copy
import itertools
import json
import random
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from drafter.checks import run_checks
from drafter.complaint import assemble
from drafter.complaint.passes.number import inlines_of
from drafter.document import Blank, NumberedParagraph, Reference, plain
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render

ROOT = Path(__file__).parent.parent
SLIPS = [
    line
    for line in (ROOT / "tests" / "slips.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
STATE_COURT = """id: probate
name: Superior Court of the Fictional County
system: state
state: {state}
district: Fictional County
caption_lines: [SUPERIOR COURT OF THE FICTIONAL COUNTY]
claim_word: cause-of-action
"""
PEOPLE = [("adeyemi", "Ngozi Adeyemi", "Adeyemi", "she"), ("lind", "Per Lind", "Lind", "he")]
COMPANIES = [("quill", "Quill Hosting Corporation", "Quill"), ("marlow", "Marlow Freight LLC", "Marlow")]


class Case(NamedTuple):
    """One point of the grid: the theories of the claim, how many sue and are sued, where, and whether the
    notices were given.
    """

    theories: tuple[str, ...]
    plaintiffs: int
    defendants: int
    forum: str
    noticed: bool

    def __str__(self) -> str:
        return f"{'+'.join(self.theories)}-{self.plaintiffs}p-{self.defendants}d-{self.forum}{'' if self.noticed else '-unnoticed'}"  # noqa: E501


def grid() -> list[Case]:
    """Every cause and every family, with 1 or 3 plaintiffs, 1 or 4 defendants, in both forums, with its
    notices and without.
    """
    library = open_library()
    causes = list(library.causes())
    families: dict[str, list[str]] = {}
    for cause in causes:
        families.setdefault(str(cause.family or cause.id), []).append(str(cause.id))
    variants = [(str(cause.id),) for cause in causes] + [
        tuple(members) for members in families.values() if len(members) > 1
    ]
    cases = []
    for theories, many, sued, forum in itertools.product(variants, (1, 3), (1, 4), ("federal", "state")):
        for noticed in (True, False) if any(library.cause(own).pre_suit for own in theories) else (True,):
            cases.append(Case(theories, many, sued, forum, noticed))
    return cases


def sample(count: int, seed: int) -> list[Case]:
    """`count` points of the grid, among them each cause at least once where there is room."""
    chance = random.Random(seed)
    every = grid()
    chance.shuffle(every)
    first: dict[tuple[str, ...], Case] = {}
    for case in every:
        first.setdefault(case.theories, case)
    chosen = list(first.values())
    return (chosen + [case for case in every if case not in set(chosen)])[:count]


def _base() -> dict[str, Any]:
    return yaml.load(
        (ROOT / "samples" / "reyes-v-larkspur.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
    )


def _people(sheet: dict[str, Any], count: int) -> list[str]:
    """`count` plaintiffs: the sample's, and further ones made like the second."""
    there = sheet["plaintiffs"]
    for own, name, short, pronouns in PEOPLE:
        made = {
            **copy.deepcopy(there[1]),
            "id": own,
            "name": name,
            "short": short,
            "pronouns": pronouns,
            "represents": ["plus"],
        }
        made.pop("experience")
        there.append(made)
    sheet["plaintiffs"] = [{**plaintiff, "represents": ["plus"]} for plaintiff in there[:count]]
    return [plaintiff["id"] for plaintiff in sheet["plaintiffs"]]


def _companies(sheet: dict[str, Any], count: int) -> list[str]:
    there = sheet["defendants"]
    for own, name, short in COMPANIES:
        there.append({**copy.deepcopy(there[0]), "id": own, "name": name, "short": short})
    sheet["defendants"] = there[:count]
    return [defendant["id"] for defendant in sheet["defendants"]]


def _within(sheet: dict[str, Any], people: list[str], companies: list[str]) -> None:
    """Take out of the sample what names those who are not in the case, and what its own claims alone need."""
    named = {"whitfield", "reyes"} - set(people)
    for section in sheet["allegations"]:
        section["items"] = [item for item in section["items"] if item.get("actor") not in named]
        for item in section["items"]:
            if "tallgrass" not in companies:
                for field in ("gist", "text"):
                    item[field] = item[field].replace("Tallgrass", "a vendor")
    for agreement in sheet["agreements"]:
        agreement["parties"] = [own for own in agreement["parties"] if own in (*people, *companies)]
    sheet["classes"] = sheet["classes"][:1]
    sheet["jurisdiction"]["diverse_plaintiff"] = people[-1]
    sheet["nature"] = ["Larkspur sold private messaging, and did not keep it private."]
    sheet["relief"] = {
        "injunction": "requiring the deletion of every copy of a subscriber’s message",
        "declaration": "the disclosure was unlawful",
    }
    sheet["injury"] = "The subscribers paid for private messages and did not get them."


GROUPS = {
    "opt-in-collective": {
        "id": "crew",
        "name": "Operators’ Collective",
        "device": "flsa-collective",
        "similarly_situated": "They did the same work under the same pay plan.",
    },
    "state-proxy": {"id": "crew", "name": "Aggrieved Employees", "device": "paga"},
}


def _answer(asked: Any, applied: bool) -> str:
    """An answer to a cause's own question: the first choice in a matter whose elements are applied, the last
    in the others.
    """
    if asked.kind == "choice":
        return str(asked.choices[0 if applied else -1])
    return (
        "yes"
        if asked.kind == "yes-no"
        else str(asked.example or "It is filed with this complaint as Exhibit C.")
    )


def _follows(asked: Any, cause: Any) -> bool:
    """Whether a question is for what stands last among the choices of the one before it."""
    before = [one for one in cause.questions_ if one.kind == "choice" and one.needed]
    return asked.kind == "prose" and bool(asked.example) and cause.questions_[0] in before


def _claim(
    own: str, theories: tuple[str, ...], library: Any, forum: str, applied: bool, supported: bool = True
) -> dict[str, Any]:
    causes = [library.cause(name) for name in theories]
    fact = {"allegations": ["vendor-contract", "nightly-copies"]}
    elements = {
        str(element.id): dict(fact)
        for cause in causes
        for element in cause.elements
        if element.forum in ("any", forum)
    }
    if not supported:
        elements = {}
    if applied:
        for position, element in enumerate(elements):
            elements[element]["application"] = (
                f"Larkspur did the thing that point {position + 1} of this claim is about."
            )
    answers = {
        str(asked.id): _answer(asked, applied)
        for cause in causes
        for asked in cause.questions_
        if applied or asked.needed or asked is cause.questions_[0] or _follows(asked, cause)
    }
    made: dict[str, Any] = {
        "id": own,
        "theories": list(theories),
        "for": ["crew" if str(causes[0].kind) in GROUPS else "plus"],
        "elements": elements,
        "answers": answers,
    }
    if str(causes[0].jurisdiction) != "federal":
        made["law"] = ["CA" if str(causes[0].jurisdiction) == "uniform" else str(causes[0].jurisdiction)]
    if any(str(element.id) == "contract" for cause in causes for element in cause.elements):
        made |= {"agreement": "plus-terms", "terms": ["private-messages"]}
    return made


def _in_california(sheet: dict[str, Any]) -> None:
    """Ties to California: what each defendant did there, and where it happened."""
    for defendant in sheet["defendants"]:
        facts = "it sold Larkspur Plus to subscribers in California, whose messages it copied"
        defendant["personal_jurisdiction"] = [{"kind": "specific", "facts": facts}]
    sheet["venue"] = {
        "grounds": ["events"],
        "facts": "subscribers wrote their messages in Alameda County, California",
    }


def matter(case: Case, seed: int = 0, supported: bool = True) -> dict[str, Any]:
    """The fact sheet of `case`, as a tree."""
    library = open_library()
    sheet = _base()
    people, companies = _people(sheet, case.plaintiffs), _companies(sheet, case.defendants)
    _within(sheet, people, companies)
    chance = random.Random(f"{case}{seed}")
    tried = _claim("tried", case.theories, library, case.forum, chance.random() < 0.7, supported)
    first = _claim("first", ("ca-breach-contract",), library, case.forum, True)
    causes = [library.cause(name) for name in case.theories]
    if any(str(cause.kind) == "derivative" for cause in causes):
        tried["predicates"] = ["first"]
    if chance.random() < 0.3:
        tried["alternative_to"] = ["first"]
    if chance.random() < 0.2 and str(causes[0].kind) not in GROUPS:
        tried["for"] = []
    if chance.random() < 0.5:
        tried["harm"] = "Each of them paid $12 a month for nothing."
    sheet["claims"] = [first, tried]
    group = GROUPS.get(str(causes[0].kind))
    if group:
        shared = {
            "members": "persons",
            "conduct": "who worked as operators for Larkspur",
            "geography": "California",
            "period": {"from": "2024-03-01", "through": "2025-06-30"},
        }
        sheet["classes"].append({**group, **shared})
    wanted = [notice for cause in causes for notice in cause.pre_suit]
    if case.noticed and wanted:
        sheet["notices"] = [
            {
                "id": f"notice-{n}",
                "statute": str(notice.statute),
                "sent": "2026-01-05",
                "method": "certified mail",
            }
            for n, notice in enumerate(wanted)
        ]
    if case.forum == "state":
        sheet["court"] = {"id": "probate"}
        sheet["jurisdiction"] = {"text": "This Court has jurisdiction over the subject of this action."}
        _in_california(sheet)
    return sheet


def write(case: Case, folder: Path, seed: int = 0, supported: bool = True) -> tuple[Path, Path]:
    """The sheet of `case` and a folder of templates with a State court in it."""
    firm = folder / "firm" / "courts"
    firm.mkdir(parents=True, exist_ok=True)
    (firm / "probate.yaml").write_text(STATE_COURT.format(state="CA"), encoding="utf-8")
    path = folder / "matter.yaml"
    path.write_text(json.dumps(matter(case, seed, supported), ensure_ascii=False, indent=1), encoding="utf-8")
    return path, firm.parent


def faults(case: Case, folder: Path, seed: int = 0) -> list[str]:
    """What is wrong with the draft of `case`; nothing is the only right answer."""
    path, firm = write(case, folder, seed)
    library = open_library(str(firm))
    draft = assemble(load(path), library)
    found = []
    wanted = [
        str(e.id)
        for name in case.theories
        for e in library.cause(name).elements
        if e.forum in ("any", case.forum)
    ]
    pleaded = [
        block.element[1]
        for block in draft.document.body
        if isinstance(block, NumberedParagraph) and block.element[0] == "tried"
    ]
    if list(dict.fromkeys(pleaded)) != list(dict.fromkeys(wanted)):
        found.append(f"pleads {pleaded}, wants {wanted}")
    for block in draft.document.body:
        for inline in inlines_of(block):
            if isinstance(inline, Reference) and inline.missing:
                found.append(f"a reference to {inline.missing} does not resolve")
            if isinstance(inline, Blank) and not any(words in inline.label for words in UNKNOWN):
                found.append(f"a blank: {inline.label}")
            if isinstance(inline, Reference) and block_is_unlabelled(block):
                found.append(f"an element without a label: {plain(inlines_of(block))[:80]}")
    text = render(draft.document)
    for slip in SLIPS:
        for match in re.finditer(slip, text):
            found.append(f"{slip}: …{text[max(0, match.start() - 50) : match.end() + 50]!r}")
    return found


UNKNOWN = ("to be confirmed", "to be assigned", "how each plaintiff", "admission", "date of signature")


def block_is_unlabelled(block: Any) -> bool:
    """Whether a paragraph of an element has no label that others can refer to."""
    return isinstance(block, NumberedParagraph) and bool(block.element[0]) and not block.label


def main() -> int:
    """Draft the whole grid; print each fault, and how many drafts have one."""
    import tempfile

    cases, wrong = grid(), 0
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            told = faults(case, Path(folder))
            wrong += bool(told)
            for fault in told:
                print(f"{case}: {fault}")
    print(f"{len(cases)} drafts, {wrong} with faults.")
    return 1 if wrong else 0


def findings_in_state_court(folder: Path, state: str, check: str) -> list[str]:
    """What `check` says of a matter in a court of a firm's own in `state`."""
    folder.mkdir(exist_ok=True)
    case = next(case for case in sample(40, 1) if case.forum == "state" and case.defendants > 1)
    path = write(case, folder)[0]
    (folder / "firm" / "courts" / "probate.yaml").write_text(STATE_COURT.format(state=state), "utf-8")
    draft = assemble(load(path), open_library(str(folder / "firm")))
    return [found.message for found in run_checks(draft) if found.check == check]


if __name__ == "__main__":
    sys.exit(main())
