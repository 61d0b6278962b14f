"""What the papers that go with a complaint need: the papers themselves, who is interested in the outcome, the
cover sheet, copies mailed to public officers.
"""

from __future__ import annotations

from typing import Literal

from drafter.facts.counsel import Address
from drafter.facts.dates import EventDate
from drafter.facts.experience import Purchase
from drafter.facts.question import FOR_THE_FILE, IN_PAPERS, NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Id, Maybe, Money, Plain, Prose, YesNo

__all__ = [
    "CoverSheet",
    "FilingPaper",
    "Interested",
    "Mailing",
    "PaperKind",
    "Sealing",
    "ServiceAgent",
    "Trade",
]

PaperKind = Literal[
    "cover-sheet",
    "summons",
    "disclosure-statement",
    "interested-entities",
    "clra-venue-affidavit",
    "pslra-certification",
    "flsa-consent",
    "related-case-notice",
    "constitutional-question-notice",
    "rico-statement",
    "pslra-notice",
    "amount-affidavit",
    "other-actions-certification",
    "exhibit-index",
    "officer-copy",
    "pro-hac-vice",
    "waiver-of-service",
    "motion-to-seal",
    "pseudonym-motion",
    "client-copy",
    "letter",
    "other",
]
"""What a paper that goes with a complaint is; a court's profile names those it wants by the same words."""


class FilingPaper(Record):
    """A paper that goes with the complaint: cover sheet, disclosure statement, consent, certification,
    affidavit.
    """

    kind: PaperKind = ask(
        "paper", "What the court or a statute wants filed with the complaint.", default=NOTHING, redact="keep"
    )
    title: Maybe[Plain] = ask("title", "Its name, where the kind does not say it.", redact="keep")
    by: list[Id] = ask(
        "plaintiffs who signed it",
        "Whose signature it carries.",
        default=list,
        refers="plaintiffs",
        not_printed=FOR_THE_FILE,
        redact="keep",
    )
    ready: YesNo = ask("it is ready", "Not ready: it is listed until it is.", default=False, redact="keep")
    date: Maybe[EventDate] = ask(
        "date signed",
        "A certification has to match the complaint’s dates.",
        not_printed=FOR_THE_FILE,
        redact="keep",
    )
    file: Maybe[Plain] = ask(
        "file of the paper as signed",
        "Beside the sheet: the package takes it in as it is.",
        example="signed/certification-lee.pdf",
        not_printed=FOR_THE_FILE,
        redact="out",
    )
    sha256: Maybe[Plain] = ask(
        "SHA-256 of that file",
        "Given, the package takes in that very file and no other.",
        not_printed=FOR_THE_FILE,
        redact="out",
    )
    words: Maybe[Plain] = ask(
        "SHA-256 of the words it was signed for",
        "Set by drafter where a client’s copy comes back: it lapses where they change.",
        not_printed=FOR_THE_FILE,
        redact="out",
    )


class Trade(Purchase):
    """A trade in a security, as a certification lists it; the product is the security."""

    side: Literal["purchase", "sale"] | None = ask(
        "purchase or sale",
        "A certification lists all transactions in the class period, sales too.",
        authority="15 U.S.C. § 78u-4(a)(2)(A)(iv)",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    quantity: Maybe[Plain] = ask(
        "number of shares or units", "As the account statement has it.", not_printed=IN_PAPERS, redact="blank"
    )
    unit_price: Maybe[Money] = ask(
        "price of one share or unit",
        "As the account statement has it, without commissions.",
        not_printed=IN_PAPERS,
        redact="blank",
    )


class ServiceAgent(Record):
    """Who takes service for a defendant."""

    name: Maybe[Plain] = ask(
        "agent for service of process",
        "As the Secretary of State’s record names it.",
        not_printed=IN_PAPERS,
        redact="keep",
        reuse=True,
    )
    address: Address | None = ask(
        "its address",
        "The summons is directed there.",
        not_printed=IN_PAPERS,
        redact="keep",
        reuse=True,
    )
    checked: Maybe[EventDate] = ask(
        "day on which the record was looked at",
        "Agents change; look again before service.",
        not_printed=FOR_THE_FILE,
        redact="keep",
        reuse=True,
    )


class Interested(Record):
    """A person or entity, no party, with an interest in the outcome."""

    name: Maybe[Plain] = ask(
        "name",
        "Persons, firms, corporations, insurers, and who funds the litigation.",
        not_printed=IN_PAPERS,
        redact="name",
    )
    connection: Maybe[Plain] = ask(
        "connection and interest",
        "What it has to do with a party or the subject, and what it stands to gain or lose.",
        example="finances the litigation against a share of the recovery",
        not_printed=IN_PAPERS,
        redact="keep",
    )


class CoverSheet(Record):
    """What a civil cover sheet asks and nothing else in the sheet says."""

    nature_of_suit: Maybe[Plain] = ask(
        "nature of suit",
        "The code of the court’s list; one. The causes propose it, a lawyer decides.",
        example="480",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    brief: Maybe[Plain] = ask(
        "brief description of the cause",
        "A line of at most ninety letters.",
        example="Disclosure of private messages without consent",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    statewide_relief: YesNo | None = ask(
        "it asks to bar or mandate enforcement of a law",
        "Some cover sheets ask it of statewide and nationwide relief.",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    unlimited: YesNo | None = ask(
        "the amount demanded is above the limit of a limited civil case",
        "California’s cover sheet asks; the limit is printed on it.",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    complex_factors: list[Plain] = ask(
        "what makes the case complex",
        "California’s cover sheet asks, by its letters a to f; a class action is provisionally complex.",
        example="c",
        authority="Cal. Rules of Court, rule 3.400",
        default=list,
        not_printed=IN_PAPERS,
        redact="keep",
    )


class Sealing(Record):
    """Why a passage, or an exhibit, is to be filed under seal: what a motion has to say of it."""

    of: Id = ask(
        "allegation or exhibit",
        "Whose marked words, or which exhibit, it is about.",
        default=NOTHING,
        refers="allegations exhibits",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    interest: Maybe[Prose] = ask(
        "interests that warrant sealing",
        "The legitimate private or public interest in keeping these words from the public.",
        authority="N.D. Cal. Civ. L.R. 79-5(c)(1)(i)",
        not_printed=IN_PAPERS,
        redact="out",
    )
    injury: Maybe[Prose] = ask(
        "injury if sealing is denied",
        "Who is hurt by the words being public, and how.",
        authority="N.D. Cal. Civ. L.R. 79-5(c)(1)(ii)",
        not_printed=IN_PAPERS,
        redact="out",
    )
    alternative: Maybe[Prose] = ask(
        "why nothing less is enough",
        "Why a less restrictive alternative does not do.",
        authority="N.D. Cal. Civ. L.R. 79-5(c)(1)(iii)",
        not_printed=IN_PAPERS,
        redact="out",
    )


class Mailing(Record):
    """A copy of the complaint sent to a public officer, where a statute wants it."""

    law: Maybe[Plain] = ask("statute that wants it", "As it is cited.", not_printed=IN_PAPERS, redact="keep")
    to: Maybe[Plain] = ask(
        "sent to",
        "The officer, with the postal or e-mail address.",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    sent: Maybe[EventDate] = ask(
        "day on which it was sent",
        "Only who has the receipt in hand fills it in.",
        not_printed=IN_PAPERS,
        redact="keep",
    )
    method: Maybe[Plain] = ask(
        "how it was sent", "Certified mail, or as the officer takes it.", not_printed=IN_PAPERS, redact="keep"
    )
    proof_filed: Maybe[EventDate] = ask(
        "day on which proof of it was filed",
        "Some statutes give no judgment before.",
        not_printed=FOR_THE_FILE,
        redact="keep",
    )
