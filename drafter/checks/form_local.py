"""Checks on what the court and its judge want of a complaint beside the rules: notices, look, length,
related cases.
"""

from __future__ import annotations

import re

from drafter.checks.engine.conditions import has_trait
from drafter.checks.engine.registry import Found, Hit, check, limit
from drafter.checks.lookups import cited, day, filing_day
from drafter.checks.printed import paragraphs
from drafter.complaint import Draft
from drafter.facts.filing import RelatedCase
from drafter.facts.values import known
from drafter.findings import Severity


@check(
    "FORM-016",
    "Notice of constitutional question needed",
    Severity.WARNING,
    "frcp5.1",
    "lr-cand3",
    forum="federal",
)
def constitutional_question(draft: Draft) -> Found:
    """A claim questions a statute's validity, no government is a party, and no notice under Rule 5.1 is among
    the papers.
    """
    ready = any(paper.kind == "constitutional-question-notice" for paper in draft.matter.raw.filing_package)
    public = any(defendant.kind == "public-body" for defendant in draft.matter.raw.defendants)
    for claim in draft.matter.raw.claims:
        if known(claim.challenges_statute) and not ready and not public:
            yield Hit(
                f"{claim.id} questions {known(claim.challenges_statute)}, and no government is a party.",
                "filing_package",
                f"File and serve the notice of {cited(draft, 'frcp5.1', 'main')}.",
                f"claim.{claim.id}",
                (f"claims.{claim.id}.challenges_statute",),
            )


@check("LOC-005", "Typeface that the court’s rule does not name", Severity.WARNING)
def face_not_named(draft: Draft) -> Found:
    """The court's rule names the typefaces it takes, and the sheet asks for another: the draft is set in the
    first that the rule names. The rest of the page’s look comes from the court’s
    profile and not from the sheet; tests read the positions of its lines from the rendered page.
    """
    style, profile = draft.matter.raw.style, draft.matter.profile
    wanted = known(style.face) if style else None
    named = [str(face.face) for face in profile.faces]
    if wanted and named and str(wanted).lower() not in [face.lower() for face in named]:
        rule = f" ({profile.faces_law.cite})" if profile.faces_law and profile.faces_law.cite else ""
        yield Hit(
            f"{wanted} is not a typeface that the rule{rule} names; the draft is set in"
            f" {draft.document.layout.face}.",
            "style.face",
            f"Choose {', '.join(named[:-1])}{' or ' if len(named) > 1 else ''}{named[-1]}, or leave it"
            " empty.",
            "style",
        )


@check("LOC-006", "Complaint too long", Severity.ADVICE, "frcp8a", limits={"most_pages": 60})
def too_long(draft: Draft) -> Found:
    """The draft comes to more than sixty pages, reckoned at 260 words a page. Rule 8 asks for a short and
    plain statement, and some judges set limits. Silent for securities claims,
    whose complaints pass sixty pages as a matter of course.
    """
    words = sum(len(words.split()) for words in paragraphs(draft))
    pages = words // 260
    if pages > limit(draft, "LOC-006", "most_pages") and not any(
        has_trait(draft, claim, "securities") for claim in draft.matter.raw.claims
    ):
        yield Hit(
            f"The draft has about {pages} pages ({words:,} words at 260 a page).",
            "allegations",
            "Cut what supports nothing (CLM-011 lists it), and check the judge’s limit.",
            "",
            ("court.judge",),
        )


# --- local rules and the judge
# ------------------------------------------------------------------------------------------------------------


@check("LOC-001", "Judge’s standing order not read", Severity.ADVICE)
def standing_order(draft: Draft) -> Found:
    """A judge is named, and the sheet does not say that the standing order was read: page limits, courtesy
    copies, class deadlines, disclosure of tools.
    """
    court = draft.matter.raw.court
    if court and known(court.judge) and not court.standing_order_read:
        yield Hit(
            f"The standing order of {known(court.judge)} is not marked as read.",
            "court.standing_order_read",
            "Read it, and answer yes.",
            "",
            ("court.judge",),
        )


@check(
    "LOC-002", "Related or earlier-filed case not disclosed", Severity.WARNING, "lr-cand3", "lr-nj", "1407"
)
def undisclosed_case(draft: Draft) -> Found:
    """A related case is in the sheet, it is not over, and no notice of it is prepared. What the sheet knows
    of it is told: number, court, day, how it stands, how it is related.
    """
    ready = any(paper.kind == "related-case-notice" for paper in draft.matter.raw.filing_package)
    for case in draft.matter.raw.related_cases:
        over = re.search(r"dismiss|settled|closed|judgment", str(known(case.status) or ""), re.I)
        if not case.disclosed and not ready and not over:
            yield Hit(
                f"{_docketed(case)} looks related, and no notice of it is prepared.{_related(case)}",
                f"related_cases.{case.id}.disclosed",
                "File the notice the court wants; think of first-to-file and multidistrict transfer.",
                "",
                ("filing_package",),
            )


def _docketed(case: RelatedCase) -> str:
    """“Poe v. Larkspur, No. 1:25-cv-01000 (N.D. Ill., filed January 10, 2025), a class action,”."""
    number, court, filed = known(case.number), known(case.court), known(case.filed)
    where = ", ".join([*([str(court)] if court else []), *([f"filed {filed}"] if filed else [])])
    told = f"{known(case.caption) or case.id}{f', No. {number}' if number else ''}"
    return told + (f" ({where})" if where else "") + (", a class action," if case.class_action else "")


def _related(case: RelatedCase) -> str:
    """What is said of how it is related and how it stands, as sentences."""
    said = (str(told).rstrip(".") for told in (known(case.relation), known(case.status)) if told)
    return "".join(f" {told}." for told in said)


@check("LOC-003", "Similar suits not searched", Severity.ADVICE, limits={"stale_after": 14})
def not_searched(draft: Draft) -> Found:
    """No search for similar suits is recorded, or the last lies more than 14 days before the planned
    filing.
    """
    days = [day(one.date, latest=True) for one in draft.matter.raw.searches if one.kind == "similar-suits"]
    last, filing = max((one for one in days if one), default=None), filing_day(draft)
    if last is None:
        yield Hit(
            "No search for similar suits is recorded.",
            "searches",
            "Search the dockets, and record when and where.",
        )
    elif filing and (filing - last).days > limit(draft, "LOC-003", "stale_after"):
        yield Hit(
            f"The last search for similar suits was {(filing - last).days} days before the planned filing.",
            "searches",
            "Search again.",
            "",
            ("court.filing_date",),
        )
