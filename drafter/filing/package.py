"""The package: the complaint, its exhibits and every paper that is due, as files, with a manifest that has
the hash of each. The same sheet gives the same bytes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import Any, Iterator, Sequence, cast

from drafter.checks.document import blanks_of
from drafter.complaint import Draft, assemble
from drafter.complaint.papers import form_page, paper_of
from drafter.complaint.passes.pictures import file_of_matter
from drafter.complaint.snapshot import finished
from drafter.complaint.views.paper import About
from drafter.errors import DrafterError
from drafter.facts.values import known
from drafter.filing.due import PaperDue, is_made, papers_due
from drafter.filing.exhibits import AttachedExhibit, exhibit_files, public
from drafter.filing.forms import blank_of, boxes_of, filled, form_for, is_called_for, superseded
from drafter.filing.letterhead import letter
from drafter.filing.sealing import public_version, sealed_portions
from drafter.filing.signing import as_filed
from drafter.library import Library
from drafter.library.paper_records import DuePaper
from drafter.matter_files.load import Loaded
from drafter.matter_files.private_disk import sha256
from drafter.pdf.office import to_pdf
from drafter.printing import WORD
from drafter.yamltext.read import contents

__all__ = ["MANIFEST", "Package", "PackageFile", "listed_only", "make", "manifest"]

MANIFEST = "manifest.json"
_OUTSIDE = "beside the filing"
"""The folder of what goes to clients, defendants and officers, and not to the court."""
_SEALED = "under seal"
_FOLDED = re.compile(r"[^A-Za-z0-9]+")
MOST = 2**28


@dataclass(frozen=True)
class PackageFile:
    """A file of the package.

    name    in the folder, without punctuation: some portals refuse it, and show the name
    what    what it is: complaint, paper, exhibit, signed
    paper   the paper that it is
    blanks  what is missing in it
    draft   what it was made from, where drafter made it
    problem why it is not to be filed as it is
    """

    name: str
    data: bytes
    what: str
    paper: PaperDue | None = None
    blanks: tuple[str, ...] = ()
    draft: Draft | None = None
    problem: str = ""


@dataclass(frozen=True)
class Package:
    """Everything that goes with a complaint."""

    complaint: Draft
    papers: list[PaperDue]
    exhibits: list[AttachedExhibit] = field(default_factory=list)
    files: list[PackageFile] = field(default_factory=list)

    @property
    def missing(self) -> list[PaperDue]:
        """The papers that are due and not there."""
        return [paper for paper in self.papers if paper.state == "missing"]


def make(
    loaded: Loaded,
    library: Library,
    court: str = "",
    pdf: bool = False,
    complaint: tuple[str, bytes] | None = None,
    final: bool = False,
) -> Package:
    """The package of a sheet, for its court or for `court`; as PDF too where `pdf` says so; with the
    partner's own file, by its ending, in the place of the complaint; without the mark of drafts, and signed
    where it was, where `final` says so. Raises DrafterError.
    """
    draft = assemble(loaded, library, court)
    papers = papers_due(draft.matter)
    exhibits = exhibit_files(draft, loaded.source.name)
    whole = as_filed(draft, loaded.source.name)[0] if final else draft
    files = [*_complaint(whole, complaint), *_papers(loaded, library, court, whole, papers)]
    if pdf:
        files += _printed(files)
    files += _exhibits(exhibits)
    return Package(draft, papers, exhibits, files)


def listed_only(loaded: Loaded, library: Library, court: str = "") -> Package:
    """The package's papers alone: nothing is made."""
    draft = assemble(loaded, library, court)
    return Package(draft, papers_due(draft.matter))


def _complaint(draft: Draft, own: tuple[str, bytes] | None) -> Iterator[PackageFile]:
    """The complaint; of one with words to be sealed the public version, and the whole one apart."""
    if own:
        yield PackageFile(f"01 Complaint{own[0]}", own[1], "complaint")
        return
    sealed = bool(sealed_portions(draft))
    public_one = public_version(draft) if sealed else draft
    blanks = tuple(blank.label for blank, _ in blanks_of(draft))
    yield PackageFile("01 Complaint.docx", WORD(public_one), "complaint", None, blanks, public_one)
    if sealed:
        yield PackageFile(f"{_SEALED}/01 Complaint unredacted.docx", WORD(draft), "sealed")


def _papers(
    loaded: Loaded, library: Library, court: str, draft: Draft, papers: list[PaperDue]
) -> Iterator[PackageFile]:
    """A file for each paper that drafter makes, or that came back signed."""
    number, made = 1, 0
    seen: dict[str, int] = {}
    for due in papers:
        signed = _signed(due, loaded.source.name)
        if signed is None and (
            due.state != "to make" or due.paper is None or not (is_made(library, due.paper) or due.paper.form)
        ):
            continue
        filed = due.paper is None or due.paper.filed
        number, made = (number + 1, made) if filed else (number, made + 1)
        seen[due.title] = seen.get(due.title, 0) + 1
        several = sum(other.title == due.title for other in papers) > 1
        title = _FOLDED.sub(" ", due.title).strip() + (f" {seen[due.title]}" if several else "")
        name = f"{number:02} {title}" if filed else f"{_OUTSIDE}/{made:02} {title}"
        if signed is not None:
            yield PackageFile(f"{name}{signed[0]}", signed[1], "signed", due)
        elif due.paper is not None and due.paper.form:
            yield _form(loaded, library, court, draft, due, name)
        elif due.paper is not None:
            yield _paper(loaded, library, court, draft, due, name)


def _paper(
    loaded: Loaded, library: Library, court: str, draft: Draft, due: PaperDue, name: str
) -> PackageFile:
    """The paper in Word, from its template."""
    cited = tuple(draft.matter.exhibits_cited.items())
    sealed = tuple((one.portion, one.label) for one in sealed_portions(draft))
    about = About(due.party, cited, sealed=sealed)
    paper = assemble(loaded, library, court, paper_of(cast(DuePaper, due.paper)), about)
    paper = finished(paper) if draft.document.meta.final else paper
    blanks = tuple(blank.label for blank, _ in blanks_of(paper))
    data = letter(paper, library) if cast(DuePaper, due.paper).look == "letter" else WORD(paper)
    return PackageFile(f"{name}.docx", data, "paper", due, blanks, paper)


def _form(
    loaded: Loaded, library: Library, court: str, draft: Draft, due: PaperDue, name: str
) -> PackageFile:
    """The form over the user's blank; without one the paper in its words where there is one, else the page
    with the data for it, beside the filing.
    """
    entry = cast(DuePaper, due.paper)
    form = form_for(library, str(entry.form), str(draft.matter.profile.id))
    blank = blank_of(form)
    if blank is not None and is_called_for(form, due.title):
        done = filled(form, blank, draft.matter, due.party)
        old = superseded(form, blank)
        return PackageFile(f"{name}.pdf", done.data, "form", due, done.left_open, None, old)
    if is_made(library, entry):
        return _paper(loaded, library, court, draft, due, name)
    title = name.rpartition("/")[2].partition(" ")[2]
    boxes = tuple(boxes_of(form, draft.matter, due.party))
    page = assemble(loaded, library, court, form_page(str(form.title)), About(due.party, (), boxes))
    return PackageFile(f"{_OUTSIDE}/Data for {title}.docx", WORD(page), "data", due)


def _signed(due: PaperDue, sheet: str) -> tuple[str, bytes] | None:
    """The file of a paper that came back signed, as the sheet names it; None where it names none. Raises
    DrafterError where it is not there, or not the one that was looked at.
    """
    recorded = due.recorded
    name = str(known(recorded.file) or "") if recorded else ""
    if not name or recorded is None:
        return None
    real, problem = file_of_matter(name, sheet)
    if problem:
        raise DrafterError(f"filing_package: {name}: {problem}", "Put the signed file beside the sheet.")
    data = contents(real, name, MOST)
    wanted = known(recorded.sha256)
    if wanted and str(wanted).lower() != sha256(data):
        raise DrafterError(
            f"filing_package: {name} is not the file that the sheet has the hash of",
            "Look at it again, and give its SHA-256 anew.",
        )
    return f".{name.rpartition('.')[2].lower()}", data


def _printed(files: list[PackageFile]) -> list[PackageFile]:
    """The PDFs of the Word files, by one run of LibreOffice."""
    words = {file.name: file for file in files if file.name.endswith(".docx")}
    made = to_pdf({name: file.data for name, file in words.items()})
    return [
        replace(file, name=f"{name.removesuffix('.docx')}.pdf", data=made[name])
        for name, file in words.items()
    ]


def _exhibits(exhibits: list[AttachedExhibit]) -> Iterator[PackageFile]:
    for exhibit in exhibits:
        if exhibit.problem:
            continue
        name = f"Exhibit {_FOLDED.sub(' ', exhibit.label).strip()}.pdf"
        yield PackageFile(name, public(exhibit), "exhibit")
        if exhibit.sealed:
            yield PackageFile(f"{_SEALED}/{name}", exhibit.data, "exhibit")


def manifest(package: Package, loaded: Loaded, differing: Sequence[str] = ()) -> bytes:
    """What the package is made of, as JSON: files with their hashes, papers with what became of them and
    their authorities, exhibits with the hashes of their originals; in what the complaint as it is filed
    differs from the sheet.
    """
    by_paper = {id(file.paper): file.name for file in package.files if file.paper}
    page = {
        "format": 1,
        "sheet": loaded.source.sha256,
        "court": str(package.complaint.matter.profile.id),
        "differences": list(differing),
        "files": [
            {"name": file.name, "sha256": sha256(file.data), "what": file.what, "blanks": list(file.blanks)}
            for file in package.files
        ],
        "papers": [_row(due, by_paper.get(id(due), "")) for due in package.papers],
        "exhibits": [
            {
                "label": one.label,
                "file": one.file,
                "original_sha256": one.original,
                "pages": one.pages,
                "sealed": one.sealed,
                "taken_out": list(one.taken),
                "problem": one.problem,
            }
            for one in package.exhibits
        ],
    }
    return (json.dumps(page, indent=1, ensure_ascii=False) + "\n").encode()


def _row(due: PaperDue, file: str) -> dict[str, Any]:
    return {
        "title": due.title,
        "kind": due.kind,
        "party": due.party,
        "state": "made" if file and due.state == "to make" else due.state,
        "file": file,
        "due": due.due,
        "day": due.day.isoformat() if due.day else "",
        "why": due.why,
        "signer": str(due.paper.signer) if due.paper else "",
        "law": [
            {"cite": str(law.cite or ""), "status": law.status, "text": str(law.text or "")}
            for law in due.law
        ],
    }
