"""Checks on exhibits: cited, attached, quoted."""

from __future__ import annotations

import re

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed, paths_of
from drafter.checks.printed import paragraphs
from drafter.complaint import Draft
from drafter.complaint.passes.exhibits import cites
from drafter.facts.allegations import Exhibit
from drafter.facts.values import Plain, known
from drafter.findings import Severity


@check("FORM-013", "Exhibit cited but not attached", Severity.WARNING, "frcp10")
def not_attached(draft: Draft) -> Found:
    """A paragraph cites an exhibit by its letter, or names it among the exhibits it cites, and the exhibit is
    not marked as attached: the reader is sent to a document that is not there.
    Or the file that the sheet names of it is not in the folder of the matter: there is nothing to attach.
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
        if own in draft.missing_files:
            yield Hit(
                f"The file of {_exhibit(exhibit)} is missing. {draft.missing_files[own]}.",
                f"exhibits.{own}.file",
                "Put it beside the sheet, or name the file that is there.",
                (citing or [""])[0],
            )
        if not exhibit.attached and (meant or (citing and label)):
            said = listed((meant or citing)[:4])
            yield Hit(
                f"{said} cite{'s' if len(meant or citing) == 1 else ''} {_exhibit(exhibit)}, which is not"
                " attached.",
                f"exhibits.{own}.attached",
                "Attach it, or give it as the source only, without a letter.",
                (meant or citing)[0],
                tuple(f"allegations.{own}.exhibits" for own in meant) or paths_of(citing),
            )


@check("FORM-014", "Exhibit that nothing cites", Severity.ADVICE, "frcp10", formerly="allegations")
def never_cited(draft: Draft) -> Found:
    """An exhibit is attached, or stands in the sheet, and no paragraph of the draft cites it. A written
    instrument that is attached becomes part of the pleading, all of it; one that only
    stands in the sheet prints nowhere.
    """
    words = " ".join(paragraphs(draft))
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
