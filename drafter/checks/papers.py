"""Checks on the papers that go with the complaint, by what the court's profile names."""

from __future__ import annotations

from drafter.checks.engine.conditions import grounds
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import cited, listed, named
from drafter.complaint import Draft
from drafter.facts.values import known
from drafter.findings import Severity
from drafter.library.court_records import Companion


def _listed_kinds(draft: Draft) -> set[str]:
    """The kinds of the papers that the sheet lists."""
    return {paper.kind for paper in draft.matter.raw.filing_package}


def _not_listed(draft: Draft) -> list[Companion]:
    """The papers that the court's profile names and the sheet does not list, by kind or by title. Without
    disclosure statements: not every plaintiff owes one, and FORM-017 tells who does.
    """
    kinds = _listed_kinds(draft)
    titles = {str(known(paper.title) or "").lower() for paper in draft.matter.raw.filing_package}
    return [
        paper
        for paper in draft.matter.profile.companions
        if paper.kind != "disclosure-statement"
        and paper.kind not in kinds - {"other"}
        and str(paper.title).lower() not in titles
    ]


@check(
    "FORM-017",
    "Disclosure statement not prepared",
    Severity.WARNING,
    "frcp7.1",
    "lr-cand3",
    forum="federal",
)
def no_disclosure(draft: Draft) -> Found:
    """Rule 7.1 wants a disclosure statement from a corporate plaintiff, and in cases under § 1332(a) one on
    citizenship from every party. None is among the papers. Most individual
    plaintiffs need none.
    """
    ready = any(paper.kind == "disclosure-statement" for paper in draft.matter.raw.filing_package)
    corporate = [plaintiff for plaintiff in draft.matter.raw.plaintiffs if plaintiff.kind == "organization"]
    if not ready and (corporate or "diversity" in grounds(draft)):
        why = (
            f"{named(corporate[0])} is an organization"
            if corporate
            else f"{cited(draft, '1332a', 'main')} is a ground"
        )
        yield Hit(
            f"No {cited(draft, 'frcp7.1', 'main')} statement is among the papers, and {why}.",
            "filing_package",
            "Prepare it; it is due with the first filing.",
            "",
            ("plaintiffs", "jurisdiction.grounds"),
        )


@check("FORM-018", "Filing package incomplete", Severity.ADVICE, "lr-cand3", "lr-nj")
def incomplete_package(draft: Draft) -> Found:
    """Papers that go with the complaint are listed and not marked ready, or the court's profile names some
    that the sheet does not list. A disclosure statement is left to FORM-017, a certificate of interested
    entities that alone is missing among listed papers to LOC-004.
    """
    papers = draft.matter.raw.filing_package
    waiting = [str(known(paper.title) or paper.kind.replace("-", " ")) for paper in papers if not paper.ready]
    missing = [
        str(paper.title) for paper in _not_listed(draft) if not papers or paper.kind != "interested-entities"
    ]
    told = [
        *([f"Not yet ready: {listed(waiting)}."] if waiting else []),
        *(
            [f"The court’s profile names papers due with the complaint: {listed(missing)}."]
            if missing and not papers
            else [f"Due with the complaint too: {listed(missing)}."]
            if missing
            else []
        ),
    ]
    if told:
        yield Hit(
            " ".join(told),
            "filing_package",
            "List them, and mark each when it is ready." if missing else "Mark each when it is.",
            "",
            ("court.id",),
        )


@check("LOC-004", "Interested-entities certificate", Severity.WARNING, "lr-cand3", forum="federal")
def interested_entities(draft: Draft) -> Found:
    """The court wants a certificate of interested entities with the first filing, and the sheet's papers do
    not list it. Silent until papers are listed (FORM-018 tells of them).
    """
    wanted = any(paper.kind == "interested-entities" for paper in draft.matter.profile.companions)
    if (
        wanted
        and draft.matter.raw.filing_package
        and not any(paper.kind == "interested-entities" for paper in draft.matter.raw.filing_package)
    ):
        yield Hit(
            f"The {draft.matter.profile.district} wants a certificate of interested entities with the first"
            " filing.",
            "filing_package",
            "Add it to the papers.",
            "",
            ("court.id",),
        )
