"""The library: causes, courts, layouts, papers, starters and templates. A file in the firm's folder shadows
drafter's own of the same name; `builtin/…` is drafter's own, for extending.
"""

from __future__ import annotations

import os
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable, Collection, Iterable, Iterator, TypeVar

from drafter import built
from drafter.document import Layout
from drafter.errors import NotFound, TemplateError
from drafter.facts.record import Record
from drafter.facts.schema import record_sources
from drafter.library.absent import not_found
from drafter.library.authorities import AUTHORITIES, CheckAuthorities, CheckAuthority, firm_in_front
from drafter.library.court_records import CourtProfile, LayoutSpec
from drafter.library.entry_text import front_matter, validated
from drafter.library.files import Folders, read_text
from drafter.library.form_records import FormMap
from drafter.library.layout_fits import layout_of
from drafter.library.own_files import CIRCUITS_FILE
from drafter.library.paper_records import DuePaper
from drafter.library.records import Bar, CauseOfAction, Duty, Element, GatingNotice, Remedy
from drafter.library.severities import Circuit, Circuits, Grade, LimitChange, SeverityChange, SeverityChanges
from drafter.library.signing_records import SigningRule
from drafter.library.starters import Starter
from drafter.library.states import StateLaw
from drafter.library.under_law import composed, core_and_state

__all__ = [
    "Bar",
    "CauseOfAction",
    "CourtProfile",
    "Duty",
    "Element",
    "GatingNotice",
    "Library",
    "LimitChange",
    "Remedy",
    "SeverityChange",
    "StateLaw",
    "builtin_folder",
    "front_matter",
    "open_library",
]

R = TypeVar("R", bound=Record)

KINDS: dict[str, tuple[str, type[Record]]] = {
    "causes": (".md", CauseOfAction),
    "courts": (".yaml", CourtProfile),
    "layouts": (".yaml", LayoutSpec),
    "law": (".yaml", StateLaw),
    "core": (".md", CauseOfAction),
    "filing": (".md", DuePaper),
    "forms": (".yaml", FormMap),
    "starters": (".yaml", Starter),
    "signing": (".yaml", SigningRule),
}
"""The folders of records, with the ending of their files: what the package holds compiled."""

CIRCUITS = (*map(str, range(1, 12)), "dc", "fed")
"""The circuits as a change of severity names them."""


def builtin_folder() -> Path:
    """The folder of drafter's own templates: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent.parent / "templates"
    return inside if inside.is_dir() else inside.parent.parent / "templates"


def open_library(firm_folder: str | None = None) -> Library:
    """The library with `firm_folder` (else $DRAFTER_TEMPLATES) in front. Raises NotFound where it is not."""
    chosen = firm_folder or os.environ.get("DRAFTER_TEMPLATES")
    if chosen and not Path(chosen).is_dir():
        raise NotFound(
            f"{chosen}: there is no such folder of templates", "Check --templates or DRAFTER_TEMPLATES."
        )
    return Library([Path(chosen)] if chosen else [], builtin_folder())


class Library:
    """Everything the library holds, read when it is asked for."""

    def __init__(self, firm: list[Path], builtin: Path) -> None:
        self.builtin = builtin
        self.folders = [*firm, builtin]
        self.files = Folders(firm, builtin)
        self._entries: dict[tuple[str, str], Any] = {}
        self._changed: tuple[dict[str, list[SeverityChange]], dict[str, list[LimitChange]]] | None = None
        self._authorities: dict[str, CheckAuthority] | None = None

    # --- files

    def find(self, name: str) -> Path | None:
        """The file that `name` stands for: the firm's, else drafter's own; `builtin/` skips the firm's. None
        for a name that leads out of them.
        """
        return self.files.find(name)

    def ids(self, kind: str, ending: str) -> list[str]:
        """The ids of all files in the folder `kind`, sorted; names that start with “_” or “.” are not
        entries.
        """
        found = {
            path.stem
            for folder in self.folders
            for path in (folder / kind).glob(f"*{ending}")
            if path.is_file()
        }
        return sorted(name for name in found if not name.startswith(("_", ".")))

    def fingerprint(self) -> str:
        """SHA-256 of every template, profile and layout, by name: what a draft was made with."""
        return self.files.fingerprint()

    # --- entries

    def cause(self, name: str) -> CauseOfAction:
        """The cause of action `name`. Raises NotFound with near names, TemplateError where its file is
        wrong.
        """
        core, state = core_and_state(name, self.ids("core", ".md"))
        if core and self.find(f"causes/{name}.md") is None:
            return composed(self.core(core), state, self.law_of(state))
        return self._entry("causes", name, CauseOfAction)

    def core(self, name: str) -> CauseOfAction:
        """The common frame of a core cause. Raises NotFound, TemplateError."""
        return self._entry("core", name, CauseOfAction)

    def pleaded(
        self, theory: str, laws: Iterable[str], confirmed: Collection[str] = ()
    ) -> list[CauseOfAction]:
        """The causes that `theory` names in a claim under `laws`, States by their letters: one, or of a core
        cause one for each law; `confirmed` are the citations that a lawyer of the matter read. Raises as
        `cause` does.
        """
        if theory not in self.ids("core", ".md") or self.find(f"causes/{theory}.md"):
            return [self.cause(theory)]
        core = self.core(theory)
        found: list[CauseOfAction] = []
        for state in list(laws) or [""]:
            law = self.law_of(state) if state else None
            pack = law.of_cause(theory) if law else None
            found += (
                [self.cause(own) for own in pack.pleaded_as]
                if pack and pack.pleaded_as
                else [composed(core, state, law, confirmed)]
            )
        return found

    def court(self, name: str) -> CourtProfile:
        """The profile of the court `name`. Raises NotFound with near names, TemplateError where its file is
        wrong.
        """
        return self._entry("courts", name, CourtProfile)

    def causes(self) -> Iterator[CauseOfAction]:
        """Every cause of action, by id."""
        return (self.cause(name) for name in self.ids("causes", ".md"))

    def courts(self) -> Iterator[CourtProfile]:
        """Every court profile, by id."""
        return (self.court(name) for name in self.ids("courts", ".yaml"))

    def law_of(self, state: str) -> StateLaw | None:
        """What the library holds of the law of `state`, by its letters; None where it holds nothing. Raises
        TemplateError where its file is wrong.
        """
        name = state.lower()
        return self._entry("law", name, StateLaw) if self.find(f"law/{name}.yaml") else None

    def layout(self, court: CourtProfile, face: str = "") -> Layout:
        """The layout of `court`: the one it starts from, changed where its look differs, in the typeface
        `face` where its rule lets one choose.

        In a court whose rule names typefaces, one that it does not name gives way to the first that it names.
        """
        return layout_of(self.layout_spec(str(court.layout)), court, face)

    def layout_spec(self, name: str) -> LayoutSpec:
        """The entries of the layout `name`. Raises NotFound with near names, TemplateError where its file is
        wrong.
        """
        return self._entry("layouts", name, LayoutSpec)

    def severities(self) -> dict[str, list[SeverityChange]]:
        """The severities that the firm changed, by the id of the check. Raises TemplateError."""
        return self._changes()[0]

    def limits(self) -> dict[str, list[LimitChange]]:
        """The numbers that the firm set, by the id of the check. Raises as `severities` does."""
        return self._changes()[1]

    def _changes(self) -> tuple[dict[str, list[SeverityChange]], dict[str, list[LimitChange]]]:
        if self._changed is None:
            path = self.find("checks.yaml")
            file = validated(read_text(path), path, SeverityChanges) if path else None
            severities = {own: _list(change) for own, change in (file.severities if file else {}).items()}
            limits = {own: _list(change) for own, change in (file.limits if file else {}).items()}
            for part, changes in (("severities", severities), ("limits", limits)):
                for own, some in changes.items():
                    courts = (court for change in some for court in change.courts)
                    self.known_courts(f"checks.yaml: {part}.{own}", courts)
            self._changed = (severities, limits)
        return self._changed

    def authorities(self) -> dict[str, CheckAuthority]:
        """The authorities of checks by their keys, those of the firm in the places of drafter's own. Raises
        TemplateError where the firm's file is wrong.
        """
        if self._authorities is None:
            path = self.find(AUTHORITIES)
            self._authorities = dict(self.own_file(AUTHORITIES, CheckAuthorities).authorities)
            if path and path != self.builtin / AUTHORITIES:
                firm = validated(read_text(path), path, CheckAuthorities).authorities
                self._authorities = firm_in_front(self._authorities, firm)
                for key, entry in firm.items():
                    self.known_courts(f"{AUTHORITIES}: authorities.{key}", entry.courts)
        return self._authorities

    def least_of(self, key: str) -> Decimal:
        """What the matter in controversy must exceed under the authority `key`, as `name_of` finds it."""
        return (
            self.authorities()[key].least
            or self.own_file(AUTHORITIES, CheckAuthorities).authorities[key].least
        )

    def name_of(self, key: str, part: str) -> str:
        """How messages name a part of the authority `key`: as the firm's entry has it, else drafter's own."""
        own = self.own_file(AUTHORITIES, CheckAuthorities).authorities[key]
        return str(self.authorities()[key].named.get(part) or own.named[part])

    def grades(self) -> dict[str, dict[str, Grade]]:
        """How grave checks are where a circuit or a court makes them other than its system does: by circuit
        (`ca9`) or court, then by the id of the check; the circuits first.
        """
        circuits = self.own_file(CIRCUITS_FILE, Circuits).circuits
        found = {f"ca{number}": circuit.severities for number, circuit in circuits.items()}
        return found | {str(court.id): court.severities for court in self.courts() if court.severities}

    def grades_in(self, court: CourtProfile) -> dict[str, Grade]:
        """How grave checks are in `court`, by their ids, where it or its circuit says so."""
        circuit = self.circuit_of(court)
        return {**(circuit.severities if circuit else {}), **court.severities}

    def circuit_of(self, court: CourtProfile) -> Circuit | None:
        """What the library holds of the circuit of a federal `court`."""
        number = str(court.circuit or "").lower() if court.system == "federal" else ""
        return self.own_file(CIRCUITS_FILE, Circuits).circuits.get(number)

    def known_courts(self, where: str, courts: Iterable[str]) -> None:
        """Raises TemplateError where one of `courts` is no court, circuit or system that there is: what is
        for it would never be applied.
        """
        there = {
            *self.ids("courts", ".yaml"),
            *CIRCUITS,
            *(f"ca{circuit}" for circuit in CIRCUITS),
            "federal",
            "state",
        }
        for name in map(str, courts):
            if name.lower() not in there:
                hint = (
                    "Name a court by its id (`drafter list courts`), a circuit by its number or “dc”, or"
                    " write federal or state."
                )
                raise TemplateError(f"{where}: there is no court “{name}”", hint)

    def own_file(self, name: str, record: type[R]) -> R:
        """What drafter's own file `name` holds. Raises TemplateError."""
        path = self.builtin / name
        text = read_text(path)
        found: R = _made(name, record_key(text), lambda: validated(text, path, record))
        return found

    def record(self, kind: str, name: str) -> Record:
        """The record `name` of a folder of `KINDS`. Raises NotFound or TemplateError."""
        return self._entry(kind, name, KINDS[kind][1])

    def _entry(self, kind: str, name: str, record: type[R]) -> R:
        ending = KINDS[kind][0]
        if (kind, name) not in self._entries:
            path = self.find(f"{kind}/{name}{ending}")
            if path is None:
                raise not_found(kind, name, self.ids(kind, ending), lambda own: self.record(kind, own))
            source = self._of_record(path)
            text, base = read_text(source), self.builtin / kind / f"{name}{ending}"
            own = read_text(base) if base != source and base.is_file() else ""
            self._entries[kind, name] = _made(
                f"{kind}/{name}{ending}",
                record_key(text + own),
                lambda: _read(source, text, name, record, own),
            )
        found: R = self._entries[kind, name]
        return found

    def _of_record(self, path: Path) -> Path:
        """The file whose front matter counts for `path`: drafter's own, where a firm's template has none."""
        if path.suffix != ".md" or self.builtin in path.parents or front_matter(read_text(path)):
            return path
        return self.builtin / path.parent.name / path.name


_records: dict[tuple[str, str], Any] = {}


def _list(change: R | list[R]) -> list[R]:
    return change if isinstance(change, list) else [change]


def _made(name: str, key: str, make: Callable[[], Any]) -> Any:
    """The record of that name and key: the one of this run, or what the package holds, else made."""
    if (name, key) not in _records:
        stored = built.entry(name, key)
        _records[name, key] = pickle.loads(stored) if stored else make()
    return _records[name, key]


def record_key(text: str) -> str:
    """What the record of a file depends on besides its text: Python and the sources of the records. Not
    pydantic: what it once found valid is made of drafter's own classes.
    """
    return built.key_of(record_sources(CauseOfAction), text)


def _read(path: Path, text: str, name: str, record: type[R], own: str = "") -> R:
    data, base = (front_matter(one) if path.suffix == ".md" else one for one in (text, own))
    entry = validated(data, path, record, base)
    if isinstance(entry, StateLaw) and str(entry.state).lower() != name:
        raise TemplateError(
            f"{path.name}: its State is “{entry.state}”",
            f"A file of the folder law is named by the letters of its State: write “state: {name.upper()}”.",
        )
    own = getattr(entry, "id", name)
    if own != name:
        raise TemplateError(
            f"{path.name}: its id is “{own}”", f"The id of a file is its name: write “id: {name}”."
        )
    return entry
