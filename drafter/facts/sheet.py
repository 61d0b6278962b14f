"""The fact sheet: everything a complaint is made from, in one record."""

from __future__ import annotations

from typing import Annotated, Any, Union

from drafter.facts.agreements import Agreement, Omission, Statement
from drafter.facts.allegations import DefinedTerm, Epigraph, Exhibit, FreeSection, Outline
from drafter.facts.claims import Claim, Notice, Tolling
from drafter.facts.filing import Acceptance, Court, FilingPaper, Posture, RelatedCase, Style
from drafter.facts.forum import Jurisdiction, JuryDemand, Relief, Search, Venue
from drafter.facts.groups import RepresentedGroup
from drafter.facts.parties import Agency, Defendant, DefendantGroup, NonParty, Plaintiff
from drafter.facts.places import Counsel
from drafter.facts.record import NOTHING, Record, ask
from drafter.facts.values import Choice, EventDate, Maybe, Plain, Prose, YesNo

__all__ = ["FactSheet", "SCHEMA_VERSION"]

SCHEMA_VERSION = 1


def _jury(value: Any) -> str:
    return "<bare>" if isinstance(value, str) else "<full>"


class FactSheet(Record):
    """The facts of one matter, from which its complaint is drafted."""

    schema_version: int = ask("version of the fact sheet’s form", example="1", default=NOTHING)
    matter: Plain | None = ask("name of the matter", "For your own files; it heads the file’s properties.")
    legend: Plain | None = ask("legend printed on every page", example="DRAFT", default=None)
    posture: Posture | None = ask("posture of the case")
    court: Court | None = ask("court", needed=True)
    counsel: list[Counsel] = ask("counsel", authority="Fed. R. Civ. P. 11(a)", default=list, needed=True)
    plaintiffs: list[Plaintiff] = ask("plaintiffs", default=list, needed=True)
    defendants: list[Defendant] = ask("defendants", default=list, needed=True)
    defendant_groups: list[DefendantGroup] = ask("groups of defendants", default=list)
    non_parties: list[NonParty] = ask("relevant non-parties", default=list)
    agency: list[Agency] = ask("agency among defendants", default=list)
    agreements: list[Agreement] = ask("agreements", default=list)
    statements: list[Statement] = ask("statements", default=list)
    omissions: list[Omission] = ask("omissions", default=list)
    exhibits: list[Exhibit] = ask("exhibits", default=list)
    terms: list[DefinedTerm] = ask("defined terms", default=list)
    epigraph: Epigraph | None = ask("epigraph")
    nature: list[Prose] = ask("nature of the action", "The case in two to five paragraphs, as the reporter will tell it.", default=list, needed=True)
    allegations: Outline = ask("facts", default=list, needed=True)
    injury: Maybe[Prose] = ask("what the plaintiffs and the class lost", "One or two sentences; stands at the end of the facts.")
    sections: list[FreeSection] = ask("further sections", default=list)
    classes: list[RepresentedGroup] = ask("classes", default=list)
    claims: list[Claim] = ask("claims", default=list, needed=True)
    notices: list[Notice] = ask("notices given before suit", default=list)
    tolling: list[Tolling] = ask("tolling", default=list)
    jurisdiction: Jurisdiction | None = ask("jurisdiction", authority="Fed. R. Civ. P. 8(a)(1)", needed=True)
    venue: Venue | None = ask("venue", authority="28 U.S.C. § 1391(b)", needed=True)
    relief: Relief | None = ask("relief")
    jury_demand: Annotated[Union[YesNo, JuryDemand, None], Choice(_jury, bare=YesNo, full=JuryDemand)] = ask(
        "jury demand", authority="Fed. R. Civ. P. 38(b)", needed=True
    )
    dated: Maybe[EventDate] = ask("date of the signature", "Left blank in the draft until it is signed.")
    related_cases: list[RelatedCase] = ask("related cases", default=list)
    filing_package: list[FilingPaper] = ask("papers filed with the complaint", default=list)
    searches: list[Search] = ask("searches made before filing", default=list)
    style: Style | None = ask("choices of drafting")
    accepted_findings: list[Acceptance] = ask("findings accepted", default=list)
