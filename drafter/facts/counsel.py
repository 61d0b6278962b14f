"""Places and the lawyers: addresses, firms, counsel."""

from __future__ import annotations

from typing import Literal

from drafter.facts.dates import EventDate
from drafter.facts.question import FOR_THE_FILE, IN_PAPERS, NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Maybe, Plain, State, YesNo

__all__ = ["Address", "Admission", "BarAdmission", "Counsel", "CourtCode", "Lawyer", "Place"]


class Place(Record):
    """A city, county, State and country, as far as they matter."""

    city: Maybe[Plain] = ask("city", "As it prints.", usual=True, redact="town", reuse=True)
    county: Maybe[Plain] = ask(
        "county",
        "The county picks the division in many districts.",
        example="Santa Clara",
        usual=True,
        redact="place",
        reuse=True,
    )
    state: Maybe[State] = ask(
        "State", "Postal abbreviation.", example="CA", usual=True, redact="keep", reuse=True
    )
    country: Maybe[Plain] = ask(
        "country", "Only where it is not the United States.", example="Ireland", redact="place", reuse=True
    )


class Address(Record):
    """A street address, as it prints."""

    street: Maybe[Plain] = ask(
        "street address", "Number and street, as it prints.", needed=True, redact="blank", reuse=True
    )
    suite: Maybe[Plain] = ask("suite or floor", "Prints after the street.", redact="blank", reuse=True)
    city: Maybe[Plain] = ask("city", "As it prints.", needed=True, redact="town", reuse=True)
    state: Maybe[State] = ask("State", "Postal abbreviation.", needed=True, redact="keep", reuse=True)
    zip: Maybe[Plain] = ask(
        "ZIP code", "Five digits, or nine.", needed=True, example="94105", redact="blank", reuse=True
    )


class Admission(Record):
    """A lawyer's standing in the court of this case."""

    status: Literal["admitted", "pro-hac-vice-granted", "pro-hac-vice-forthcoming", "not-admitted"] = ask(
        "standing in this court",
        "A lawyer who is not admitted needs leave, and in most districts local counsel.",
        default="admitted",
        redact="keep",
    )
    local_counsel: Maybe[Plain] = ask(
        "local counsel who sponsors the application",
        "Most courts want a member of their bar to sponsor it.",
        redact="keep",
    )


class BarAdmission(Record):
    """A court to whose bar a lawyer is admitted."""

    court: Maybe[Plain] = ask(
        "court",
        "State or federal, as an application pro hac vice lists it.",
        not_printed=IN_PAPERS,
        redact="keep",
        reuse=True,
    )
    since: Maybe[EventDate] = ask(
        "day of admission",
        "Applications ask for it.",
        not_printed=IN_PAPERS,
        redact="keep",
        reuse=True,
    )


class CourtCode(Record):
    """A firm's number with a court that gives firms numbers."""

    court: Maybe[Plain] = ask(
        "court or county",
        "Which gives firms numbers.",
        example="Cook County",
        not_printed=IN_PAPERS,
        redact="keep",
        reuse=True,
    )
    code: Maybe[Plain] = ask(
        "the firm’s code", "Its clerk’s list has it.", not_printed=IN_PAPERS, redact="keep", reuse=True
    )


class Lawyer(Record):
    """A lawyer who signs or is listed."""

    name: Maybe[Plain] = ask(
        "lawyer’s name",
        "As on the roll of the bar.",
        authority="Fed. R. Civ. P. 11(a)",
        needed=True,
        redact="keep",
        reuse=True,
    )
    bar_number: Maybe[Plain] = ask(
        "bar number",
        "State and number, as the court wants it printed.",
        example="SBN 123456",
        needed=True,
        redact="keep",
        reuse=True,
    )
    email: Maybe[Plain] = ask(
        "e-mail address",
        "Service goes to it.",
        authority="Fed. R. Civ. P. 11(a)",
        needed=True,
        redact="blank",
        reuse=True,
    )
    admission: Admission | None = ask(
        "standing in this court", "Admitted, or pro hac vice with local counsel.", redact="keep", reuse=False
    )
    bars: list[BarAdmission] = ask(
        "bars the lawyer belongs to",
        "Only for an application pro hac vice.",
        default=list,
        redact="keep",
        reuse=True,
    )
    signs: YesNo = ask(
        "signs the complaint",
        "One lawyer of record must; the line stays blank until then.",
        default=False,
        usual=True,
        redact="keep",
        reuse=True,
    )


class Counsel(Record):
    """A firm that appears, with its lawyers and the parties it represents."""

    id: Id = ask(
        "id of the firm",
        "Its name inside the sheet, which other fields point to; never reuse one.",
        default=NOTHING,
        redact="keep",
        reuse=True,
    )
    firm: Maybe[Plain] = ask(
        "name of the firm", "As it prints in the counsel block.", needed=True, redact="keep", reuse=True
    )
    role: Literal["lead", "local", "liaison", "additional"] = ask(
        "role",
        "Lead counsel signs first.",
        default="lead",
        not_printed="firms print in the order of the sheet",
        redact="keep",
        reuse=True,
    )
    lawyers: list[Lawyer] = ask(
        "lawyers",
        "In the order in which they are listed; one signs.",
        needed=True,
        default=list,
        redact="keep",
        reuse=True,
    )
    address: Address | None = ask(
        "address",
        "Of the office that takes service.",
        authority="Fed. R. Civ. P. 11(a)",
        needed=True,
        redact="keep",
        reuse=True,
    )
    telephone: Maybe[Plain] = ask(
        "telephone number",
        "As it prints.",
        authority="Fed. R. Civ. P. 11(a)",
        needed=True,
        redact="blank",
        reuse=True,
    )
    fax: Maybe[Plain] = ask("fax number", "Only where the court still wants it.", redact="blank", reuse=True)
    codes: list[CourtCode] = ask(
        "codes that courts gave the firm",
        "Some clerks want the firm’s number with every filing; see what theirs asks.",
        default=list,
        redact="keep",
        reuse=True,
    )
    represents: list[Id] = ask(
        "plaintiffs represented",
        "Empty: all of them.",
        default=list,
        refers="plaintiffs",
        redact="keep",
        reuse=False,
    )
    class_counsel: YesNo = ask(
        "proposed class counsel",
        "The prayer asks for its appointment; where not every firm is proposed, by name.",
        default=True,
        redact="keep",
        reuse=True,
    )
    legal_aid: YesNo | None = ask(
        "qualified legal-aid organization",
        "One that qualifies may sue as the State’s proxy for an employee who suffered one or more of the"
        " violations, where others need one who suffered each.",
        authority="Cal. Lab. Code § 2699(c)(2)",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=True,
    )
    conflicts: Maybe[Plain] = ask(
        "ties to a plaintiff that bear on adequacy",
        "Family, business, prior fee sharing.",
        authority="Fed. R. Civ. P. 23(g)",
        not_printed=FOR_THE_FILE,
        redact="out",
        reuse=False,
    )
