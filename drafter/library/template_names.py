"""What templates may name, and of each view: the allow-list that the sandbox goes by, and the lint's names. A
view's other attributes do not exist for a template.

A name added to a view for templates is added here. What is not here: records of the sheet or the library as
they are, text without its token, the tokens themselves, the library, any path.
"""

from __future__ import annotations

from functools import cache
from typing import Any

__all__ = ["ALLOWED", "NAMES", "TemplateObject", "names_of"]

NAMES = frozenset(
    "sheet matter plaintiffs defendants everyone court claims classes groups order state_name states federal"
    " title page paper free SIGNATURE value".split()
)
"""What every template may name (`drafter.complaint.assembling.context`)."""

ALLOWED: dict[str, frozenset[str]] = {
    name: frozenset(names.split())
    for name, names in {
        "Matter": (
            "aggrieved notice_not_given agreement_name alleges amount_in_class_section amount_working"
            " at_least called"
            " called_classes called_groups cause_has certified cited citizenship_matters claim_word claims"
            " claims_named classes collectives dated defendants definitions division experienced facts"
            " for_whom groups has_experience identifications in_number kin_of_defendants jury jury_asked"
            " jury_issues jury_words laws cites derivative resting subsidiaries"
            " may_opt_out members_of missing on on_claims other_exclusions outline plaintiffs prayer"
            " prays_for_damages prays_for_money promises"
            " proxies questions reasons reserves rule_23_types rule_23b"
            " section span standard_exclusions state_subclasses statement_seen sued suing ties"
            " uses_class_period where"
            " classes_named_together prayer_against with_venue"
        ),
        "Ties": "at_stake grants diverse diversity name power residence shown special_venue venue_laws",
        "ClaimView": (
            "alternatives answer answered answers asks body bringers breached causes citations classes"
            " contract contract_between"
            " defendants element entitled fits_law for_whom given has_classes heading incorporated law_around"
            " is_common_law is_federal is_uniform kind members noticed notices number ordinal other_laws"
            " paragraphs_of particular plaintiffs plead pleads predicate_claims predicates_asked"
            " reasoned_laws said seeks sought under under_each_law violated waiting wants worded"
        ),
        "Parties": (
            "agree all article each ids introduced members named one possessive their them themselves they"
        ),
        "View": "unknown",
        "PartyView": "called has_short is_person looked_through role they_words unknown",
        "CaptionParty": (
            "capacities former_names guardian_capacity guardian_name has_pronouns path street_address their"
            " trade_names"
        ),
        "FirmView": "others signers",
        "FirstPage": (
            "connector counsel_first court_lines defendants firms legend legend_apart list_of mdl_legend"
            " number own_title class_counsel no_class_counsel"
            " open_division phrase plaintiffs related relates_to semicolons title which"
        ),
        "PaperView": (
            "about boxes case_name exhibits facts firm heading is_complaint name says_none sealed statements"
            " violations"
        ),
        "Members": "agree one",
        "Act": "cites on_belief supported",
        "Value": "clause is_answered is_known opening possessive sentence",
    }.items()
}
"""By the view's class. A view of a record shows its record's fields besides."""


class TemplateObject:
    """What may stand in the context of a template."""

    __slots__ = ()

    def template_names(self) -> frozenset[str]:
        """What a template may name of it."""
        return ALLOWED[type(self).__name__]

    def __str__(self) -> str:
        raise TypeError("a record cannot be printed: name one of its fields")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


@cache
def names_of(view: str, record: Any) -> frozenset[str]:
    """What a template may name of a `view` of such a record: the fields as they are written in the sheet, and
    what the view adds.
    """
    return frozenset(name.rstrip("_") for name in record.questions) | ALLOWED.get(view, frozenset())
