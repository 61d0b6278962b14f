"""The fact sheet: everything a complaint is made from, in one record."""

from __future__ import annotations

from typing import Annotated, Union

from drafter.facts.agreements import Agreement
from drafter.facts.allegations import DefinedTerm, Epigraph, Exhibit, FreeSection, Outline
from drafter.facts.claims import Claim, ClaimPattern
from drafter.facts.classes import RepresentedGroup
from drafter.facts.counsel import Counsel
from drafter.facts.dates import EventDate
from drafter.facts.defendants import Agency, Defendant, DefendantGroup
from drafter.facts.filing import Acceptance, AuthorityChecked, Court, Posture, RelatedCase, Style
from drafter.facts.jurisdiction import Jurisdiction, JuryDemand, Relief, Search, Venue, jury_kind
from drafter.facts.notices import Notice, Tolling
from drafter.facts.overrides import Override
from drafter.facts.own_causes import OwnCause
from drafter.facts.papers import CoverSheet, FilingPaper, Interested, Mailing, Sealing
from drafter.facts.parties import NonParty, Plaintiff, PlaintiffGroup
from drafter.facts.question import FOR_THE_FILE, NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.statements import Omission, Statement
from drafter.facts.values import Choice, Maybe, Plain, Prose, YesNo

__all__ = ["FactSheet", "UNASKED"]

UNASKED = ("schema_version", "anchor_key", "include", "reused_from")  # set by drafter, or written by hand


class FactSheet(Record):
    """The facts of one matter, from which its complaint is drafted."""

    schema_version: int = ask(
        "version of the fact sheet’s form",
        "Set by drafter; an older sheet is brought forward, a newer one refused.",
        example="1",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    anchor_key: Plain | None = ask(
        "key that names the bookmarks of its drafts",
        "Set by drafter, at random: by them a draft that was edited in Word is known again, and they tell"
        " nobody else anything.",
        example="k5v2qp7d3x9mw4ra8tzn6c1hbj",
        default=None,
        not_printed=FOR_THE_FILE,
        redact="out",
        reuse=False,
    )
    include: list[Plain] = ask(
        "files whose facts this sheet takes over",
        "Profiles and modules, named from this file’s folder; what the sheet says itself stands over what"
        " they say.",
        example="../profiles/acme.yaml",
        default=list,
        redact="out",
        reuse=False,
    )
    reused_from: Maybe[Plain] = ask(
        "sheet this one was begun from",
        "Set by drafter: what is left of that matter’s names is found by a check.",
        default=None,
        redact="out",
        reuse=False,
    )
    matter: Plain | None = ask(
        "name of the matter",
        "For your own files: `drafter find` lists the case under it. It does not print, and the public file"
        " does not hold it.",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=False,
    )
    legend: Plain | None = ask(
        "legend printed on every page",
        "DRAFT, CONFIDENTIAL, ILLUSTRATION: it stands in the header until it is removed.",
        example="DRAFT",
        default=None,
        redact="keep",
        reuse=False,
    )
    posture: Posture | None = ask(
        "posture of the case", "Original unless it says otherwise.", redact="keep", reuse=False
    )
    court: Court | None = ask(
        "court",
        "It decides paper, caption, division and what the law of the forum asks.",
        needed=True,
        redact="keep",
        reuse=True,
    )
    counsel: list[Counsel] = ask(
        "counsel",
        "The first firm signs; each lists its lawyers.",
        authority="Fed. R. Civ. P. 11(a)",
        default=list,
        needed=True,
        redact="keep",
        reuse=True,
    )
    plaintiffs: list[Plaintiff] = ask(
        "plaintiffs",
        "Each with a story of its own, and the classes each represents.",
        default=list,
        needed=True,
        redact="keep",
        reuse=False,
    )
    defendants: list[Defendant] = ask(
        "defendants",
        "Each by its registered name, with what it did itself.",
        default=list,
        needed=True,
        redact="keep",
        reuse=True,
    )
    plaintiff_groups: list[PlaintiffGroup] = ask(
        "groups of plaintiffs", "A name for several of them.", default=list, redact="keep", reuse=False
    )
    defendant_groups: list[DefendantGroup] = ask(
        "groups of defendants", "Only for acts of every member.", default=list, redact="keep", reuse=True
    )
    non_parties: list[NonParty] = ask(
        "relevant non-parties",
        "Parents, vendors, witnesses: who matters and is not sued.",
        default=list,
        redact="keep",
        reuse=False,
    )
    agency: list[Agency] = ask(
        "agency among defendants",
        "Facts of control, for acts done through others.",
        default=list,
        redact="keep",
        reuse=False,
    )
    agreements: list[Agreement] = ask(
        "agreements",
        "What was promised, and what stands in the way.",
        default=list,
        usual=True,
        redact="keep",
        reuse=False,
    )
    statements: list[Statement] = ask(
        "statements",
        "What was said that was not so, with Rule 9(b)’s particulars.",
        default=list,
        redact="keep",
        reuse=False,
    )
    omissions: list[Omission] = ask(
        "omissions", "What was owed and not said.", default=list, redact="keep", reuse=False
    )
    exhibits: list[Exhibit] = ask(
        "exhibits", "Attached or only cited.", default=list, usual=True, redact="keep", reuse=False
    )
    terms: list[DefinedTerm] = ask(
        "defined terms", "Each defined once and then used.", default=list, redact="keep", reuse=False
    )
    epigraph: Epigraph | None = ask(
        "epigraph", "A sentence of the defendant’s own is worth a page.", redact="keep", reuse=False
    )
    nature: list[Prose] = ask(
        "nature of the action",
        "The case in two to five paragraphs, as the reporter will tell it.",
        default=list,
        needed=True,
        redact="keep",
        reuse=False,
    )
    allegations: Outline = ask(
        "facts",
        "Headings to three levels, and one set of circumstances a paragraph.",
        default=list,
        needed=True,
        redact="keep",
        reuse=False,
    )
    injury: Maybe[Prose] = ask(
        "what the plaintiffs and the class lost",
        "One or two sentences; stands at the end of the facts.",
        usual=True,
        redact="keep",
        reuse=False,
    )
    sections: list[FreeSection] = ask(
        "further sections",
        "At any place: a market, scienter, choice of law.",
        default=list,
        redact="keep",
        reuse=False,
    )
    classes: list[RepresentedGroup] = ask(
        "classes",
        "Whom the case is for; each with who, what, where and when.",
        default=list,
        usual=True,
        redact="keep",
        reuse=True,
    )
    causes: list[OwnCause] = ask(
        "causes of action of the matter’s own",
        "What the library does not have, in its own terms; drafter did not read its law.",
        default=list,
        redact="keep",
        reuse=True,
    )
    claim_patterns: list[ClaimPattern] = ask(
        "patterns of claims",
        "What several claims share, once: each names it under “like”.",
        default=list,
        redact="keep",
        reuse=True,
    )
    claims: list[Claim] = ask(
        "claims",
        "Each by, for and against someone, its elements tied to allegations.",
        default=list,
        needed=True,
        redact="keep",
        reuse=True,
    )
    notices: list[Notice] = ask(
        "notices given before suit",
        "Some relief opens only after one.",
        default=list,
        usual=True,
        redact="keep",
        reuse=False,
    )
    tolling: list[Tolling] = ask(
        "tolling", "For each ground its facts.", default=list, usual=True, redact="keep", reuse=False
    )
    jurisdiction: Jurisdiction | None = ask(
        "jurisdiction",
        "A short and plain statement, with the facts of each ground.",
        authority="Fed. R. Civ. P. 8(a)(1)",
        needed=True,
        redact="keep",
        reuse=True,
    )
    venue: Venue | None = ask(
        "venue",
        "Why this district.",
        authority="28 U.S.C. § 1391(b)",
        needed=True,
        redact="keep",
        reuse=False,
    )
    relief: Relief | None = ask(
        "relief",
        "For the whole case; the rest follows from the claims.",
        usual=True,
        redact="keep",
        reuse=True,
    )
    jury_demand: Annotated[
        Union[YesNo, Plain, JuryDemand, None], Choice(jury_kind, bare=YesNo, words=Plain, full=JuryDemand)
    ] = ask(
        "jury demand",
        "Yes, no, the issues, or a sentence of your own; at the end and, where wanted, in the caption.",
        authority="Fed. R. Civ. P. 38(b)",
        needed=True,
        redact="keep",
        reuse=True,
    )
    dated: Maybe[EventDate] = ask(
        "date of the signature", "Left blank in the draft until it is signed.", redact="keep", reuse=False
    )
    overrides: list[Override] = ask(
        "words over a template’s", "What came back from Word.", default=list, redact="keep", reuse=False
    )
    related_cases: list[RelatedCase] = ask(
        "related cases",
        "Earlier and parallel suits about the same events.",
        default=list,
        redact="keep",
        reuse=False,
    )
    filing_package: list[FilingPaper] = ask(
        "papers filed with it", "Cover sheet, summons, disclosures.", default=list, redact="keep", reuse=False
    )
    sealing: list[Sealing] = ask(
        "grounds for sealing", "Of words marked {~so~}.", default=list, redact="out", reuse=False
    )
    cover: CoverSheet | None = ask(
        "civil cover sheet", "What it asks and nothing else here says.", redact="keep", reuse=False
    )
    interested: list[Interested] = ask(
        "persons interested in the outcome",
        "Who is no party and has a stake: parents, insurers, funders. Certificates list them.",
        default=list,
        redact="keep",
        reuse=False,
    )
    mailings: list[Mailing] = ask(
        "copies sent to public officers",
        "Where a statute wants it.",
        default=list,
        redact="keep",
        reuse=False,
    )
    alternatives: list[Plain] = ask(
        "sheets of which only one is to be filed",
        "Files in this sheet’s folder: the same plaintiff does not bring the same case twice.",
        default=list,
        redact="out",
        reuse=False,
    )
    closed: Maybe[Prose] = ask(
        "how the matter ended",
        "Dismissed, settled, not brought: and when. A matter that ended stands in no other’s way.",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=False,
    )
    searches: list[Search] = ask(
        "searches made before filing",
        "Kept for the file: nothing of it prints.",
        default=list,
        redact="out",
        reuse=False,
    )
    style: Style | None = ask(
        "choices of drafting", "Empty: as the court is used to.", redact="keep", reuse=True
    )
    authorities: list[AuthorityChecked] = ask(
        "citations read and confirmed",
        "Kept for the file; nothing of it prints.",
        default=list,
        redact="out",
        reuse=False,
    )
    accepted_findings: list[Acceptance] = ask(
        "findings accepted",
        "Kept with who and why; they lapse when what the finding says or rests on changes.",
        default=list,
        redact="out",
        reuse=False,
    )
