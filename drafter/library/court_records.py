"""What the library holds of a court: its profile, the layout of its papers, its rules of form."""

from __future__ import annotations

from typing import Annotated, Literal

from drafter.facts.papers import PaperKind
from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Between, Id, Plain, Prose, State, YesNo
from drafter.facts.vocabularies import ClaimWord
from drafter.library.assertions import Law
from drafter.library.records import Deadline
from drafter.library.severities import Grade
from drafter.wording import letters_alone

__all__ = [
    "CAPTION_FORMS",
    "Companion",
    "CourtProfile",
    "CourtRule",
    "Division",
    "FOOTER_FORMS",
    "LayoutSpec",
]

CaptionForm = Literal["ruled", "box", "bracket", "section", "colon", "asterisk", "dashed", "stacked", "slash"]
CAPTION_FORMS: dict[CaptionForm, str] = {
    "ruled": "a ruled cell",
    "box": "two boxes",
    "bracket": "a column of “)”",
    "section": "a column of “§”",
    "colon": "a column of “:”",
    "asterisk": "a column of “*”",
    "dashed": "a box of dashes",
    "stacked": "a caption across the page, its title between rules",
    "slash": "a caption across the page above a stroke",
}
"""The shapes of a caption, as the look of a court names them and as a comparison of courts does."""

FooterForm = Literal["page", "title", "page-title", "firm"]
FOOTER_FORMS: dict[FooterForm, str] = {
    "page": "the page’s number",
    "title": "the page’s number above the paper’s title",
    "page-title": "“Page” with its number and the paper’s title",
    "firm": "title and page beside the firm’s name, address and telephone",
}
"""What stands at the foot of a page, alike."""

_Lines = Annotated[int, Between(0, 60, True)]
_Does = Annotated[int, Between(0, 10_000, True)]
_Pitch = Annotated[float, Between(6, 72)]
_Spacing = Annotated[float, Between(0.8, 4)]
_Size = Annotated[float, Between(4, 36)]
_Page = Annotated[float, Between(144, 2_000)]
_Margin = Annotated[float, Between(0, 360)]
"""What a number of a court or a layout may be, in points, lines, days or years: beyond these no paper can be
set, or no day reckoned.
"""


class LayoutSpec(Record):
    """A layout's entries, any of them; see `drafter.document.Layout`."""

    name: Plain | None = ask("name")
    paper: Literal["pleading", "plain"] | None = ask("paper")
    lines: _Lines | None = ask("numbered lines a page")
    pitch: _Pitch | None = ask("height of a numbered line, points")
    line_spacing: _Spacing | None = ask("line spacing on plain paper")
    face: Plain | None = ask("typeface")
    size: _Size | None = ask("size, points")
    footnote_size: _Size | None = ask("size of footnotes")
    footer_size: _Size | None = ask("size of the footer")
    page_width: _Page | None = ask("page width")
    page_height: _Page | None = ask("page height")
    margin_top: _Margin | None = ask("top margin")
    margin_bottom: _Margin | None = ask("bottom margin")
    margin_left: _Margin | None = ask("left margin")
    margin_right: _Margin | None = ask("right margin")
    title_line: _Lines | None = ask("line on which the court’s title starts")
    counsel_block: YesNo | None = ask("counsel block on page 1")
    caption_form: CaptionForm | None = ask("caption form")
    title_place: Literal["beside", "below"] | None = ask(
        "where the title, the legends and the jury demand stand"
    )
    footer_form: FooterForm | None = ask("what stands at the foot of a page")
    heading_numbers: list[Literal["upper-roman", "upper-letter", "decimal", "lower-roman", "none"]] | None = (
        ask("number formats of the headings")
    )
    heading_align: list[Literal["center", "left"]] | None = ask("alignment of the headings")
    part_case: Literal["upper", "title"] | None = ask("case of part headings")
    signature_by: YesNo | None = ask("the signature line starts with By:")


class Face(Record):
    """A typeface that the court's rule allows, with its least sizes."""

    face: Plain = ask("typeface", default=NOTHING)
    size: _Size = ask("least size of the text, points", default=NOTHING)
    footnote_size: _Size | None = ask("least size of footnotes")


class Division(Record):
    """A division of the court and the counties it serves."""

    name: Plain = ask("name", default=NOTHING)
    line: Plain | None = ask("line of the caption")
    counties: list[Plain] = ask("counties", default=list)
    law: Law | None = ask("authority")


class CourtRule(Record):
    """A rule of form, in the profile's own words, with its authority and how it was read."""

    topic: Literal[
        "paper",
        "font",
        "spacing",
        "margins",
        "footer",
        "counsel-block",
        "court-title",
        "caption",
        "class-legend",
        "class-section",
        "jury",
        "jurisdiction",
        "division",
        "companion",
        "amendment",
        "length",
        "other",
    ] = ask("topic", default=NOTHING)
    text: Plain = ask("rule, in our words", default=NOTHING)
    law: Law = ask("authority", default=NOTHING)


class VenueGround(Record):
    """A county in which a State's law lets an action be tried."""

    grounds: list[
        Literal["defendant-resides", "events", "property", "fallback", "agreement", "statute", "county"]
    ] = ask("grounds of the sheet that it bears out", default=NOTHING)
    county: Plain = ask("where, after “in”", example="the county where a defendant resides", default=NOTHING)
    law: Law = ask("authority", default=NOTHING)


class FileLimit(Record):
    """How large a file may be that is filed."""

    megabytes: Annotated[int, Between(1, 1_000, True)] = ask("megabytes a file", default=NOTHING)
    law: Law = ask("authority", default=NOTHING)


class Companion(Record):
    """A paper due with the complaint."""

    title: Plain = ask("paper", default=NOTHING)
    kind: PaperKind = ask("what it is in a sheet’s list of papers", default="other")
    law: Law = ask("authority", default=NOTHING)


def _particulars() -> list[str]:
    """What Fed. R. Civ. P. 11(a) wants of who signs. A function with a name, for the build pickles it."""
    return ["address", "e-mail", "telephone"]


class CourtProfile(Record):
    """A court: a file in `courts/`."""

    id: Id = ask("id of courts-db, the file’s name", default=NOTHING)
    name: Plain = ask("name", default=NOTHING)
    system: Literal["federal", "state"] = ask("system", default="federal")
    state: State = ask("State", default=NOTHING)
    circuit: Plain | None = ask("circuit")
    district: Plain = ask(
        "district in a sentence", example="Northern District of California", default=NOTHING
    )
    aliases: list[Plain] = ask("other names", default=list)
    caption_lines: list[Plain] = ask("lines of the court’s title", default=NOTHING)
    caption_law: Law | None = ask("authority for them")
    division_line: YesNo = ask("the caption names the division", default=False)
    division_section: Plain | None = ask("heading of the divisional-assignment section")
    division_rule: Law | None = ask("rule of divisional assignment")
    divisions: list[Division] = ask("divisions", default=list)
    layout: Plain = ask("layout it starts from", default="plain")
    look: LayoutSpec | None = ask("where its look differs")
    faces: list[Face] = ask(
        "typefaces that the rule allows, where it names them; the first is usual", default=list
    )
    faces_law: Law | None = ask("authority for them")
    number_label: Plain = ask("label of the case number", default="Case No.")
    party_separator: Literal["comma", "semicolon"] = ask(
        "what separates parties in the caption: semicolons between all of them, or only between three or"
        " more",
        default="comma",
    )
    party_names: Literal["capitals", "as-written"] = ask(
        "how the parties’ names stand in the caption", default="capitals"
    )
    party_addresses: Literal["caption", "first-paragraph"] | None = ask(
        "where the parties’ addresses stand", default=None
    )
    party_law: Law | None = ask("authority for what the caption says of the parties", default=None)
    connector: Plain = ask("v., vs. or -against-", default="v.")
    claim_word: ClaimWord = ask("what a claim is called", default="claim-for-relief")
    caption_claims: YesNo = ask("the caption lists the claims", default=False)
    class_legend: Plain | None = ask("class legend", default=None)
    class_legend_place: Literal["before-title", "after-title", "in-title"] = ask(
        "where it stands", default="after-title"
    )
    class_law: Plain | None = ask("law of class actions, as it prints; empty in federal court", default=None)
    class_parts: list[
        Literal[
            "numerosity",
            "commonality",
            "typicality",
            "adequacy",
            "predominance",
            "superiority",
            "appropriateness",
            "ascertainability",
            "substantial-benefit",
        ]
    ] = ask("what the class section must show, where the court is no federal one", default=list)
    class_device_law: Law | None = ask("authority for the class device", default=None)
    minimum_barred: YesNo = ask(
        "a class recovers no statutory minimum or penalty unless its statute says so", default=False
    )
    jurisdiction_sentence: Prose | None = ask(
        "paragraph on the court’s own jurisdiction, where it is no federal one", default=None
    )
    jurisdiction_law: Law | None = ask("authority for that paragraph", default=None)
    venue: list[VenueGround] = ask(
        "where an action may be tried, where the court is no federal one", default=list
    )
    does_sentence: Prose | None = ask("paragraph on defendants sued by fictitious names", default=None)
    does_law: Law | None = ask("authority for it", default=None)
    signature_wants: list[Literal["address", "e-mail", "telephone"]] = ask(
        "what of the lawyer’s particulars the court refuses a paper for want of",
        default=_particulars,
    )
    counties: list[Plain] = ask("counties in which the court sits", default=list)
    most_does: _Does | None = ask("the most fictitious defendants that its rules allow")
    does_usual: Plain | None = ask(
        "why a complaint there usually names fictitious defendants, as a clause", default=None
    )
    amount_basis: Plain | None = ask(
        "that it wants the basis of the amount in controversy in a class complaint, as a clause"
    )
    entity_numbers: Literal["public", "redacted"] = ask(
        "whether the taxpayer number of an entity may be filed", default="public"
    )
    related_cases: Id | None = ask("authority of checks that wants notice of related cases")
    severities: dict[str, Grade] = ask(
        "how grave checks are in this court, by their ids, where its rules make them other than elsewhere",
        default=dict,
    )
    class_motion: Deadline | None = ask("time for a motion to certify a class", default=None)
    class_heading: Plain = ask("heading of the class allegations", default="CLASS ALLEGATIONS")
    class_amount: YesNo = ask(
        "the class allegations say how the jurisdictional amount is computed", default=False
    )
    jury_legend: Plain | None = ask("jury legend of the caption")
    jury_heading: Plain = ask("heading of the jury demand", default="DEMAND FOR JURY TRIAL")
    jurisdiction_first: YesNo = ask("jurisdiction comes first", default=False)
    rules: list[CourtRule] = ask("rules of form", default=list)
    companions: list[Companion] = ask("papers due with the complaint", default=list)
    file_limit: FileLimit | None = ask("how large a file may be, where it is known", default=None)
    firm_codes: list[Plain] = ask(
        "counties whose clerk wants a code of the firm with each filing", default=list
    )
    note: Plain | None = ask("note")

    def search_names(self) -> list[str]:
        """What the court is found by besides its name: its id, its other names, and each without dots and
        spaces, as in “sdny”.
        """
        names = [str(self.id), str(self.state), *map(str, self.aliases)]
        return list(dict.fromkeys([*names, *(letters_alone(name) for name in names)]))
