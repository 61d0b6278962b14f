"""Checks on the form of the complaint: its grounds, its demand, its paragraphs, its signature."""

from __future__ import annotations

from typing import Iterator

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.conditions import grounds
from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed, paths_of
from drafter.checks.texts import quoted
from drafter.complaint import Draft
from drafter.facts.counsel import Counsel, Lawyer
from drafter.facts.values import Without, known
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
    forum="federal",
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


@check("FORM-005", "One paragraph, several circumstances", Severity.ADVICE, "frcp10", formerly="allegations")
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
            paths_of(long),
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
    that its profile names (`signature_wants`). One is missing. It is advice where the
    court refuses no paper for want of it. One that is asked and not known is a blank.
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
        for name in missing:
            yield Hit(
                f"The signature block of {known(lawyer.name) or firm.id} lacks its {name}.",
                f"counsel.{firm.id}.{field[name]}",
                "Fill it in.",
                "signature",
                (f"counsel.{firm.id}",),
                None if name.split()[0] in wanted else Severity.ADVICE,
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
