"""Checks on paragraphs that print as a person wrote them and not as the template has them."""

from __future__ import annotations

from drafter.checks.engine.acceptance import Concern
from drafter.checks.engine.registry import Found, Hit, check
from drafter.complaint import Draft
from drafter.findings import Severity
from drafter.wording import shortened

SHOWN = 80
"""Letters of the words that are told."""


@check(
    "DOC-022",
    "Words of a person’s own in place of the template’s",
    Severity.ADVICE,
    "frcp11b",
    concern=Concern.EVIDENCE,
)
def own_words(draft: Draft) -> Found:
    """An override (`overrides`, mostly from a draft that came back from Word) prints words that stand in no
    allegation: no source stands behind what they say, and no element rests on them.
    """
    overrides = {str(each.id): each for each in draft.matter.raw.overrides}
    for applied in draft.overrides:
        if applied.outcome in ("printed", "merged") and not overrides[applied.id].omit:
            words = shortened(" ".join(str(overrides[applied.id].words or "").split()), SHOWN)
            yield Hit(
                f"“{words}” prints as a person wrote it; nothing in the sheet says how it is known.",
                f"overrides.{applied.id}.words",
                "Make a fact in it an allegation with its source; accept the finding where it states none.",
            )


@check("DOC-023", "Words from Word that print no more", Severity.WARNING)
def lapsed(draft: Draft) -> Found:
    """What a person wrote in place of a template’s paragraph does not print: the template’s words changed in
    the same place since, or the draft has the paragraph no more. What the template says prints in its place.
    """
    overrides = {str(each.id): each for each in draft.matter.raw.overrides}
    for applied in draft.overrides:
        if applied.outcome not in ("lapsed", "no paragraph"):
            continue
        override = overrides[applied.id]
        own = shortened(" ".join(str(override.words or "").split()), SHOWN)
        what = "It left a paragraph out" if override.omit else f"“{own}” does not print"
        now = shortened(" ".join(applied.drafted.split()), SHOWN)
        because = (
            f"the words beneath it changed, and “{now}” prints"
            if applied.outcome == "lapsed"
            else "the draft no longer has the paragraph it stood at"
        )
        yield Hit(
            f"{what}: {because}.",
            f"overrides.{applied.id}",
            "Read both, and remove the override, or write it anew over today’s words.",
        )
