"""Documents for the writers' tests: a complaint on pleading paper, one on plain paper, and small ones. All of
it is fiction.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from drafter.document import (
    BOLD,
    ITALIC,
    UNDERLINE,
    Blank,
    Block,
    BlockQuote,
    Bullet,
    Caption,
    CaptionLine,
    Continuation,
    CounselBlock,
    CountHeading,
    Document,
    Figure,
    Footnote,
    FootnoteMark,
    Heading,
    Inlines,
    Layout,
    Lead,
    LineBreak,
    Meta,
    NumberedParagraph,
    PrayerItem,
    Reference,
    Run,
    SignatureBlock,
    SignatureLine,
    Span,
    SubParagraph,
    Table,
    TermDefinition,
)

PLEADING = Layout(
    name="cand",
    paper="pleading",
    lines=28,
    margin_left=108.0,
    margin_right=36.0,
    title_line=8,
    counsel_block=True,
    footer_form="title",
    heading_numbers=("upper-roman", "upper-letter", "decimal"),
)
PLAIN = Layout(name="ilnd")
LEGEND = "Illustration Only - Not a Filed Paper"
FOOTER_TITLE = (
    "CLASS ACTION COMPLAINT FOR VIOLATION OF THE STORED COMMUNICATIONS ACT, BREACH OF CONTRACT, INTRUSION"
    " UPON SECLUSION, UNJUST ENRICHMENT AND UNFAIR COMPETITION"
)
AWKWARD = (
    "Johnson & Johnson",
    "Smith <Acme> LLC",
    "* * *",
    "日本",
    "José",
    "quote \" and '",
    "{{ braces }}",
    "a  b",
    " lead and trail ",
)

_SENTENCES = (
    (
        "Harbor Mail represented to each subscriber that the contents of private messages would be read by no"
        " one but their recipients."
    ),
    "That representation was false when it was made, and Harbor Mail knew that it was false.",
    (
        "From at least March 2021 Harbor Mail copied the body, the attachments and the drafts of messages"
        " into what it called the “Reservoir.”"
    ),
    "Ms. Ōkubo first learned of the practice from a newspaper's account on September 18, 2024.",
    (
        "Had she known the truth, she would not have subscribed, or would have paid substantially less than"
        " $14.99 a month."
    ),
    (
        "Lighthouse Analytics, Inc. received the collection under an agreement whose terms are within"
        " Defendants' exclusive possession."
    ),
)


def words(text: str, style: int = 0) -> Inlines:
    """Text in one run."""
    return (Run(text, style),)


def lines(*pairs: tuple[str, str]) -> tuple[CaptionLine, ...]:
    """Caption lines from (kind, text)."""
    return tuple(CaptionLine(words(text), kind) for kind, text in pairs)


def to(first: str, number: str, last: str = "", last_number: str = "", *, sign: bool = True) -> Reference:
    """A resolved reference to one paragraph or a range."""
    last, last_number = last or first, last_number or number
    return Reference(((first, last),), sign, (Span(first, number, last, last_number),))


COUNSEL = CounselBlock(
    (
        words("Margaret L. Quinn (SBN 900001)"),
        words("mquinn@quinnhale.example"),
        words("David Hale (SBN 900002)"),
        words("dhale@quinnhale.example"),
        words("QUINN HALE LLP"),
        words("100 Ferry Plaza, Suite 1200"),
        words("San Francisco, California 94111"),
        words("Telephone: (415) 555-0100"),
        words("Facsimile: (415) 555-0101"),
        (),
        words("Attorneys for Plaintiffs and the Proposed Class", ITALIC),
    )
)
LEFT = (
    *lines(("name", "NAOMI ŌKUBO and JOSÉ ARANDA,")),
    *lines(
        ("phrase", "individually and on behalf of all others similarly situated,"),
        ("role", "Plaintiffs,"),
        ("connector", "v."),
    ),
    *lines(
        ("name", "HARBOR MAIL CORPORATION, a Delaware corporation; and"),
        ("name", "LIGHTHOUSE ANALYTICS, INC., a California corporation,"),
    ),
    *lines(("role", "Defendants.")),
)
RIGHT = (
    CaptionLine((Run("Case No. "), Blank("to be assigned", "court.case_number")), "number"),
    *lines(("title", "CLASS ACTION COMPLAINT"), ("legend", "CLASS ACTION"), ("claims", "Complaint for:")),
    *lines(("claim", "Violation of the Stored Communications Act, 18 U.S.C. § 2702")),
    *lines(("claim", "Breach of Contract"), ("claim", "Unfair Competition, Cal. Bus. & Prof. Code § 17200")),
    *lines(("jury", "DEMAND FOR JURY TRIAL")),
)
CAPTION = Caption(
    (
        words("UNITED STATES DISTRICT COURT"),
        words("NORTHERN DISTRICT OF CALIFORNIA"),
        words("SAN JOSE DIVISION"),
    ),
    LEFT,
    RIGHT,
)


def _text(number: int) -> Inlines:
    count = 1 + number % 4
    return words(" ".join(_SENTENCES[(number + step) % len(_SENTENCES)] for step in range(count)))


def allegations(first: int, last: int) -> tuple[NumberedParagraph, ...]:
    """Allegations labelled `fact-N` with text of one to four sentences."""
    return tuple(
        NumberedParagraph(_text(number), f"fact-{number}", number) for number in range(first, last + 1)
    )


def _opening() -> tuple[Block, ...]:
    introduced = (
        Run("Plaintiffs Naomi Ōkubo and José Aranda ("),
        TermDefinition("Plaintiffs"),
        Run("), individually and on behalf of all others similarly "),
        Run(
            "situated, allege the following upon personal knowledge as to themselves and otherwise upon"
            " information and "
        ),
        Run("belief:"),
    )
    quote = "We will never read, sell or share the contents of your messages. " * 3
    return (
        Lead(introduced, label="preamble"),
        Heading(1, words("Nature of the Action"), "nature", "I."),
        *allegations(1, 3),
        NumberedParagraph(
            (*words("Harbor Mail's terms promised, in part:"), FootnoteMark("terms", 1)), "promise", 4
        ),
        BlockQuote(words(quote.strip())),
        Continuation(words("The promise appears on the first screen that a subscriber sees.")),
        Heading(1, words("Parties"), "parties", "II."),
        *allegations(5, 9),
        Heading(1, words("Jurisdiction and Venue"), "jurisdiction", "III."),
        *allegations(10, 12),
    )


def _facts() -> tuple[Block, ...]:
    rows = (
        ("Date", "Statement", "Where"),
        ("March 2, 2021", "“We will never read your messages.”", "Privacy page"),
        (
            "Sept. 18, 2024",
            (
                "Opting out “does not affect training that has already taken place,” and other words to that"
                " effect that take several lines"
            ),
            "FAQ",
        ),
    )
    return (
        Heading(1, words("Factual Allegations"), "facts", "IV."),
        Heading(
            2,
            words(
                "Harbor Mail Promised That Messages Were Private, and Told Each Subscriber So at the Moment"
                " of Subscribing"
            ),
            "private",
            "A.",
        ),
        NumberedParagraph((Run("The statements included the following:"),), "statements", 13),
        SubParagraph(words("a statement on the privacy page, quoted above;"), 1, "statements/a", "a"),
        SubParagraph(
            words("a statement in the frequently asked questions, which has two parts:"),
            1,
            "statements/b",
            "b",
        ),
        SubParagraph(words("the one about training; and"), 2, "statements/b/i", "i"),
        SubParagraph(words("the one about opting out."), 2, "statements/b/ii", "ii"),
        NumberedParagraph(
            (
                Run("As alleged in "),
                to("statements/b/ii", "13(b)(ii)"),
                Run(" and in "),
                to("fact-1", "1", "fact-3", "3"),
                Run(", "),
                Run("Harbor Mail", ITALIC),
                Run(" "),
                Run("knew", BOLD),
                Run(" and "),
                Run("intended", UNDERLINE),
                Run(" it."),
            ),
            "knew",
            14,
        ),
        Table(tuple(tuple(words(cell) for cell in row) for row in rows)),
        *allegations(15, 18),
        BlockQuote((Run("* * *"),)),
        BlockQuote(words(" ".join(_SENTENCES))),
        NumberedParagraph(
            (
                Run("The collection held "),
                Run("the account numbers of 4,100 subscribers", sealed=True),
                Run(", and more"),
                FootnoteMark("more", 2),
                Run(" as set out in "),
                Reference((("gone", "gone"),), True, (), ("gone",)),
                Run("."),
            ),
            "collection",
            19,
        ),
        Bullet(words("drafts that were never sent;")),
        Bullet(words("attachments; and")),
        Bullet(words("the bodies of messages.")),
        Heading(2, words("Lighthouse Read Them"), "read", "B."),
        Heading(3, words("The Agreement"), "agreement", "1."),
        *allegations(20, 24),
        Heading(3, words("The Transfer"), "transfer", "2."),
        NumberedParagraph(
            tuple(Run(f"{text}; ") for text in AWKWARD) + (LineBreak(), Run("and a second line.")),
            "awkward",
            25,
        ),
        *allegations(26, 30),
    )


def _claims() -> tuple[Block, ...]:
    return (
        Heading(1, words("Class Action Allegations"), "class", "V."),
        Heading(2, words("Definition"), "definition", "A."),
        *allegations(31, 36),
        CountHeading(
            "FIRST CLAIM FOR RELIEF",
            words("Violation of the Stored Communications Act"),
            (
                words("18 U.S.C. § 2702(a)(1)"),
                words("(By all Plaintiffs, on behalf of the Class, against both Defendants)"),
            ),
            "claim-1",
        ),
        NumberedParagraph(
            (
                Run("Plaintiffs incorporate "),
                Reference((), True, (Span("fact-1", "1", "fact-36", "36"),)),
                Run(" and, in particular, "),
                Reference(
                    (), True, (Span("promise", "4", "promise", "4"), Span("statements", "13", "knew", "14"))
                ),
                Run("."),
            ),
            "incorporate",
            37,
        ),
        *allegations(38, 41),
        CountHeading(
            "SECOND CLAIM FOR RELIEF",
            words("Breach of Contract"),
            (words("(By all Plaintiffs, on behalf of the Class, against Harbor Mail)"),),
            "claim-2",
        ),
        NumberedParagraph(
            (
                Run("The agreement is described in "),
                to("fact-20", "20"),
                Run(", Part "),
                to("facts", "IV", sign=False),
                Run(" and the "),
                to("claim-1", "First Claim", sign=False),
                Run("."),
            ),
            "contract",
            42,
        ),
        *allegations(43, 46),
    )


def _ending() -> tuple[Block, ...]:
    signed = (
        ("dated", "Dated: ____________, 2025"),
        ("respectfully", "Respectfully submitted,"),
        ("firm", "QUINN HALE LLP"),
        ("rule", ""),
        ("name", "Margaret L. Quinn (SBN 900001)"),
        ("detail", "mquinn@quinnhale.example"),
        ("detail", "100 Ferry Plaza, Suite 1200"),
        ("detail", "San Francisco, California 94111"),
        ("role", "Attorneys for Plaintiffs and the Proposed Class"),
    )
    return (
        Heading(1, words("Prayer for Relief"), "prayer", "VI."),
        Lead(
            words(
                "WHEREFORE, Plaintiffs, individually and on behalf of the Class, pray for judgment as"
                " follows:"
            )
        ),
        PrayerItem(words("An order certifying the Class under Rule 23(b)(2) and (b)(3);"), "certify", "A"),
        PrayerItem(
            words("Statutory damages of not less than $1,000 for each member of the Class;"), "damages", "B"
        ),
        PrayerItem(
            (Run("Interest in the amount of "), Blank("rate of interest", "relief.interest"), Run(";")),
            "interest",
            "C",
        ),
        Heading(1, words("Demand for Jury Trial"), "jury", "VII."),
        Lead(words("Plaintiffs demand a trial by jury on all issues so triable.")),
        SignatureBlock(tuple(SignatureLine(words(text) if text else (), kind) for kind, text in signed)),
    )


NOTES = (
    Footnote(
        "terms",
        (
            Run("Terms of Service § 4, as in force from March 2, 2021 (last visited "),
            Run("Sept. 30, 2024", ITALIC),
            Run("). The same words stood in every version since."),
        ),
        1,
    ),
    Footnote("more", (Run("See "), to("fact-9", "9"), Run(".")), 2),
)


def complaint(
    layout: Layout = PLEADING,
    *,
    legend: str = "",
    footer_title: str = FOOTER_TITLE,
    counsel: CounselBlock | None = COUNSEL,
) -> Document:
    """The whole fictional complaint in `layout`."""
    meta = Meta(
        "Class Action Complaint",
        footer_title,
        legend,
        hashes=(("sheet", "ab" * 32), ("templates", "cd" * 32)),
    )
    body = (*_opening(), *_facts(), *_claims(), *_ending())
    return Document(meta, layout, counsel, CAPTION, body, NOTES)


def plain_complaint() -> Document:
    """The complaint on plain paper, with a legend and brackets in its caption."""
    layout = PLAIN._replace(
        caption_form="bracket", heading_numbers=("upper-roman", "upper-letter", "decimal")
    )
    return complaint(layout, legend=LEGEND)


def small(*blocks: Block, layout: Layout = PLEADING, notes: tuple[Footnote, ...] = ()) -> Document:
    """A complaint of a few blocks."""
    return Document(Meta("Complaint", "COMPLAINT"), layout, COUNSEL, CAPTION, blocks, notes)


def crowded(parties: int = 70) -> Document:
    """A complaint against many defendants."""
    names = lines(
        *(
            ("name", f"DEFENDANT NUMBER {number} CORPORATION, a Delaware corporation;")
            for number in range(1, parties + 1)
        )
    )
    return small(*allegations(1, 12))._replace(caption=CAPTION._replace(left=(*LEFT[:4], *names, LEFT[-1])))


def long_complaint(count: int) -> Document:
    """A complaint of `count` allegations, one in ten with a reference, in two to four runs each."""
    listed = (
        NumberedParagraph(
            (
                *_text(number),
                Run(" See "),
                to(f"fact-{number - 1}", str(number - 1)) if number % 10 == 0 else Run("Exhibit A", ITALIC),
                Run("."),
            ),
            f"fact-{number}",
            number,
        )
        for number in range(1, count + 1)
    )
    return small(Heading(1, words("Facts"), "facts", "I."), *listed)


def png(path: Path, width: int = 400, height: int = 300) -> Path:
    """A grey picture at 96 dots an inch."""
    rows = (b"\x00" + bytes((x * 255 // width) for x in range(width)) for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(
        b"pHYs", struct.pack(">IIB", 3780, 3780, 1)
    )
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND", b"")
    )
    return path


def pictured(path: Path) -> Document:
    """A complaint with two figures, one with a caption, among allegations."""
    shown = Figure(
        str(path), "A screen that shows the promise", words("Figure 1. The first screen, September 18, 2024")
    )
    return small(
        *allegations(1, 2),
        shown,
        *allegations(3, 4),
        Figure(str(path), "The same screen"),
        *allegations(5, 20),
    )
