"""Checks on form: signature, jury, exhibits, papers that go with the complaint, local rules."""

from __future__ import annotations

import re
from typing import Iterator

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check, limit
from drafter.checks.lookups import FEDERAL, day, filing_day, grounds, has_trait, listed
from drafter.checks.texts import quoted
from drafter.complaint import Draft
from drafter.complaint.passes.exhibits import cites
from drafter.complaint.passes.number import inlines_of
from drafter.document import plain
from drafter.facts.allegations import Exhibit
from drafter.facts.counsel import Counsel, Lawyer
from drafter.facts.values import Plain, Without, known
from drafter.findings import Severity

LONGEST_WORDS = 150


def _signing(draft: Draft) -> Iterator[tuple[Counsel, int, Lawyer]]:
    """Who signs: those who are marked so, else the only lawyer of the first firm, as the draft has it."""
    firms = draft.matter.raw.counsel
    marked = any(lawyer.signs for firm in firms for lawyer in firm.lawyers)
    for firm in firms:
        for position, lawyer in enumerate(firm.lawyers, 1):
            if lawyer.signs or (not marked and firm is firms[0] and len(firm.lawyers) == 1):
                yield firm, position, lawyer


@check(
    "FORM-001",
    "No grounds for jurisdiction stated",
    Severity.ERROR,
    "frcp8a",
    by_court=FEDERAL,
    concern=Concern.JURISDICTION,
)
def no_grounds(draft: Draft) -> Found:
    """Rule 8(a)(1) asks for a short and plain statement of the grounds of jurisdiction. The sheet names no
    ground of original federal jurisdiction: none at all, only supplemental
    jurisdiction, which needs one to stand on, or a State court's, as where a matter of a State court is
    drafted for a federal one. Silent where the sheet pleads jurisdiction in a
    paragraph of its own words.
    """
    named, jurisdiction = grounds(draft), draft.matter.raw.jurisdiction
    if named & {"federal-question", "diversity", "cafa"} or jurisdiction and known(jurisdiction.text):
        return
    told = (
        "Supplemental jurisdiction has nothing to stand on: the sheet gives no ground of original federal"
        " jurisdiction."
        if "supplemental" in named
        else "The sheet gives no ground of federal jurisdiction."
    )
    yield Hit(
        told,
        "jurisdiction.grounds",
        "Choose CAFA, federal question, diversity, or several; or file in a State court.",
        "jurisdiction",
        ("court.id", "jurisdiction.text"),
    )


@check("FORM-002", "No demand for relief", Severity.ERROR, "frcp8a")
def no_relief(draft: Draft) -> Found:
    """Rule 8(a)(3) asks for a demand for the relief sought. Every claim's relief is left out or held back,
    and none is added.
    """
    kinds = {
        remedy.kind for own in draft.matter.theories.values() for cause in own for remedy in cause.remedies
    } - {"costs", "interest"}
    further = draft.matter.raw.relief.further if draft.matter.raw.relief else []
    if not any(view.seeks(kind) for view in draft.matter.claims for kind in kinds) and not further:
        yield Hit(
            "No relief is asked for but costs and interest.",
            "relief",
            "Ask for what the claims allow.",
            "prayer",
            ("claims",),
        )


@check("FORM-005", "One paragraph, several circumstances", Severity.ADVICE, "frcp10")
def long_paragraphs(draft: Draft) -> Found:
    """Rule 10(b) asks for paragraphs limited, as far as practicable, to a single set of circumstances. An
    allegation has more than 150 words of the pleader's own; quotations are not
    counted.
    """
    long = []
    for own, allegation in draft.matter.allegations.items():
        text = str(known(allegation.text) or "")
        lines = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith((">", "|", "-")))
        if len(lines.split()) - sum(len(words.split()) for words in quoted(lines)) > LONGEST_WORDS:
            long.append(own)
    if long:
        yield Hit(
            f"{len(long)} allegation{'s have' if len(long) > 1 else ' has'} more than {LONGEST_WORDS} words:"
            f" {listed(long[:5])}.",
            f"allegations.{long[0]}.text",
            "Split what happened at different times or by different hands.",
            long[0],
            ("allegations",),
        )


@check(
    "FORM-006",
    "No signing lawyer",
    Severity.ERROR,
    "frcp11a",
    concern=Concern.SIGNATURE,
    rule="counsel-block",
)
def no_signing_lawyer(draft: Draft) -> Found:
    """A complaint must be signed by an attorney of record. No lawyer of the sheet is marked as signing,
    and the first firm has not one lawyer alone, who would sign.
    """
    if not any(_signing(draft)):
        yield Hit(
            "No lawyer is marked as signing the complaint.",
            "counsel",
            "Write “signs: yes” at the lawyer who signs.",
        )


@check(
    "FORM-007",
    "Signature block incomplete",
    Severity.ERROR,
    "frcp11a",
    concern=Concern.SIGNATURE,
    rule="counsel-block",
)
def incomplete_signature(draft: Draft) -> Found:
    """Rule 11(a) wants the signer's address, e-mail address and telephone number; a State's court wants those
    that its profile names (`signature_wants`). One is missing. It is advice where only
    one is missing for want of which the court refuses no paper. One that is asked and not known is a blank.
    """
    wanted = draft.matter.profile.signature_wants
    for firm, position, lawyer in _signing(draft):
        there = {
            "address": firm.address and firm.address.street,
            "e-mail address": lawyer.email,
            "telephone number": firm.telephone,
        }
        missing = [name for name, value in there.items() if value is None or isinstance(value, Without)]
        field = {
            "address": "address",
            "e-mail address": f"lawyers.{position}.email",
            "telephone number": "telephone",
        }
        if missing:
            grave = [name for name in missing if name.split()[0] in wanted]
            yield Hit(
                f"The signature block of {known(lawyer.name) or firm.id} lacks its {listed(missing)}.",
                f"counsel.{firm.id}.{field[missing[0]]}",
                "Fill it in.",
                "signature",
                (f"counsel.{firm.id}",),
                None if grave else Severity.ADVICE,
            )


@check(
    "FORM-008", "Bar number missing or shaped wrong", Severity.WARNING, "lr-cand3", concern=Concern.SIGNATURE
)
def bar_number(draft: Draft) -> Found:
    """A signing lawyer has no bar number, or in California and Illinois one of another shape than the
    State's. A lawyer who appears pro hac vice has another State's number.
    """
    law = draft.matter.library.law_of(str(draft.matter.profile.state))
    shape = law.bar_number if law else None
    for firm, position, lawyer in _signing(draft):
        number, path = known(lawyer.bar_number), f"counsel.{firm.id}.lawyers.{position}.bar_number"
        visiting = lawyer.admission and lawyer.admission.status.startswith("pro-hac")
        if number is None:
            yield Hit(
                f"{known(lawyer.name) or firm.id} has no bar number in the sheet.",
                path,
                "Give it as the court wants it printed.",
                "signature",
            )
        elif shape and not visiting and not shape.fits(str(number)):
            yield Hit(
                f"The bar number of {known(lawyer.name)} is “{number}”; the State’s have {shape.words}.",
                path,
                "Check it against the roll.",
                "signature",
                ("court.id",),
            )


@check("FORM-009", "Lawyer not marked as admitted in this court", Severity.ERROR, concern=Concern.SIGNATURE)
def not_admitted(draft: Draft) -> Found:
    """No signing lawyer is recorded as admitted in this court, or as appearing pro hac vice with local
    counsel. A lawyer whose standing was not asked counts as not recorded.
    """
    signing = list(_signing(draft))
    fit = [
        lawyer
        for _, _, lawyer in signing
        if lawyer.admission
        and (
            lawyer.admission.status in ("admitted", "pro-hac-vice-granted")
            or known(lawyer.admission.local_counsel)
        )
    ]
    if signing and not fit:
        firm, position, lawyer = signing[0]
        yield Hit(
            f"{known(lawyer.name) or firm.id} signs, and is not recorded as admitted in the"
            f" {draft.matter.profile.district}.",
            f"counsel.{firm.id}.lawyers.{position}.admission",
            "Record the admission, or the application pro hac vice and local counsel.",
            "signature",
            ("court.id",),
        )


@check("FORM-013", "Exhibit cited but not attached", Severity.WARNING, "frcp10")
def not_attached(draft: Draft) -> Found:
    """A paragraph cites an exhibit by its letter, or names it among the exhibits it cites, and the exhibit is
    not marked as attached: the reader is sent to a document that is not there.
    Silent for a source that has no letter, which the draft cites by title and date. A citation to an exhibit
    that the sheet does not have is refused when the sheet is read.
    """
    cited = cites(draft.matter)
    for exhibit in draft.matter.raw.exhibits:
        own = str(exhibit.id)
        citing = [label for label, some in cited.items() if any(cite.exhibit == own for cite in some)]
        meant = [
            label
            for label, allegation in draft.matter.allegations.items()
            if own in map(str, allegation.exhibits)
        ]
        label: Plain | None = known(exhibit.label)
        if not exhibit.attached and (meant or (citing and label)):
            said = listed((meant or citing)[:4])
            yield Hit(
                f"{said} cite{'s' if len(meant or citing) == 1 else ''} {_exhibit(exhibit)}, which is not"
                " attached.",
                f"exhibits.{own}.attached",
                "Attach it, or give it as the source only, without a letter.",
                (meant or citing)[0],
                ("allegations",),
            )


@check("FORM-014", "Exhibit that nothing cites", Severity.ADVICE, "frcp10")
def never_cited(draft: Draft) -> Found:
    """An exhibit is attached, or stands in the sheet, and no paragraph of the draft cites it. A written
    instrument that is attached becomes part of the pleading, all of it; one that only
    stands in the sheet prints nowhere.
    """
    words = " ".join(plain(inlines_of(block)) for block in draft.document.body)
    for exhibit in draft.matter.raw.exhibits:
        label: Plain | None = known(exhibit.label)
        named_in_text = label and re.search(rf"\bEx(?:s?\.|hibits?)\s{re.escape(str(label))}\b", words)
        if exhibit.id not in draft.matter.exhibits_cited and not named_in_text:
            stands = "is attached" if exhibit.attached else "stands in the sheet"
            yield Hit(
                f"{_exhibit(exhibit)} {stands}, and nothing cites it.",
                f"exhibits.{exhibit.id}",
                "Cite it where it proves something, or leave it off.",
                "",
                ("allegations",),
            )


def _exhibit(exhibit: Exhibit) -> str:
    """“Exhibit A”, else its title, else its id."""
    label = known(exhibit.label)
    return f"Exhibit {label}" if label else str(known(exhibit.title) or exhibit.id)


@check("FORM-015", "Quotation not in the allegation’s own text", Severity.WARNING, "frcp10")
def quotation_differs(draft: Draft) -> Found:
    """Words recorded as an exact quotation from an exhibit do not stand in the allegation's text, so that one
    of the two was changed. An exhibit that contradicts the pleading
    controls. Brackets and ellipses are marked “altered”.
    """
    for own, allegation in draft.matter.allegations.items():
        text = _even(str(known(allegation.text) or ""))
        for position, quotation in enumerate(allegation.quotes, 1):
            if not quotation.altered and _even(str(quotation.words)) not in text:
                yield Hit(
                    f"{own}: the recorded quotation “{str(quotation.words)[:60]}” is not in its text.",
                    f"allegations.{own}.quotes.{position}",
                    "Compare both with the exhibit.",
                    own,
                    (f"allegations.{own}.text",),
                )


def _even(text: str) -> str:
    return " ".join(re.sub(r"[“”\"’‘']", "'", text).lower().split())


@check(
    "FORM-016",
    "Notice of constitutional question needed",
    Severity.WARNING,
    "frcp5.1",
    "lr-cand3",
    by_court=FEDERAL,
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
                "File and serve the notice of Rule 5.1.",
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
    words = sum(len(plain(inlines_of(block)).split()) for block in draft.document.body)
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
    """A related case is in the sheet, it is not over, and no notice of it is prepared."""
    ready = any(paper.kind == "related-case-notice" for paper in draft.matter.raw.filing_package)
    for case in draft.matter.raw.related_cases:
        over = re.search(r"dismiss|settled|closed|judgment", str(known(case.status) or ""), re.I)
        if not case.disclosed and not ready and not over:
            yield Hit(
                f"{known(case.caption) or case.id} looks related, and no notice of it is prepared.",
                f"related_cases.{case.id}.disclosed",
                "File the notice the court wants; think of first-to-file and multidistrict transfer.",
                "",
                ("filing_package",),
            )


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
