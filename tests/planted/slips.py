"""Defects of what was typed and left: holes, notes to the drafter, numbers and days by hand, a name that may
not print.
"""

from planted import Planted, add, put

TEXT = "allegations.no-notice.text"
UNNAMED = {
    "id": "engineer",
    "name": "Ella Vorstenbosch",
    "relation": "a former engineer of Larkspur",
    "print_name": "no",
}
OWN_WORDS = add(
    "overrides",
    {
        "id": "word-1",
        "paragraph": "section/jurisdiction",
        "court": "ilnd",
        "words": "WHY THIS COURT",
        "by": "Ann Ito",
        "on": "2026-11-30",
        "draft": "1",
    },
)
"""What a partner wrote over a heading, for the sample's own court."""


def text(check, words, told=""):
    return Planted(check, "reyes", (put(TEXT, words),), told, TEXT)


DEFECTS = [
    text("DOC-010", "Larkspur told no one.[^a]\n\n[^a]: It did so on [[which day]].", "which day"),
    text("DOC-011", "Larkspur told no one.[^nosuch]", "[^nosuch]"),
    text("DOC-011", "Larkspur told no one.[^a]\n\n[^a]: As [@nothing-there] says.", "nothing-there"),
    text(
        "DOC-011",
        "Larkspur told no one.[^a]\n\n[^a]: Nor did Tallgrass.[^b]\n\n[^b]: It kept silent.",
        "[^b]",
    ),
    text("DOC-017", "Larkspur told no one.\n\n[^lost]: It kept silent.", "prints nowhere"),
    text(
        "DOC-017", "Larkspur told no one.[^a]\n\n[^a]: It kept silent.\n\n[^a]: Another note.", "Another note"
    ),
    text("DOC-018", 'Larkspur told no one.\n\n![the screen](nosuch.png "The screen")', "nosuch.png"),
    text("DOC-019", "As paragraph 16 above says, Larkspur told no one.", "paragraph 16 above"),
    text("DOC-020", "Larkspur told no one on Monday, March 5, 2024.", "was a Tuesday"),
    text(
        "DOC-021",
        "It copied them on March 1, 2024. Fifty-four days later, on April 23, 2024, it told no one.",
        "there are 53",
    ),
    text("PRIV-011", "NOTE TO DRAFT: confirm. Larkspur told no one."),
    text("PRIV-011", "Larkspur told none of its TK subscribers."),
    text("PRIV-011", "Larkspur told no one on [insert date]."),
    Planted(
        "PRIV-011",
        "reyes",
        (put("exhibits.vendor-agreement.title", "Agreement of [[which day]]"),),
        "[[which day]]",
    ),
    Planted(
        "PRIV-013",
        "reyes",
        (add("non_parties", UNNAMED), put(TEXT, "Vorstenbosch told no one.")),
        "engineer",
        TEXT,
    ),
    Planted("DOC-022", "reyes", (OWN_WORDS,), "prints as a person wrote it", "overrides.word-1.words"),
    Planted(
        "DOC-023",
        "reyes",
        (add("overrides", OWN_WORDS.value | {"beneath": "000000000000"}),),
        "changed",
        "overrides.word-1",
    ),
    Planted(
        "DOC-023",
        "reyes",
        (add("overrides", OWN_WORDS.value | {"paragraph": "section/nowhere"}),),
        "no longer has the paragraph",
    ),
]
DEFECTS += [
    Planted("DOC-024", "reyes", (put("claims.contract.title", words),), words, "claims.contract.title")
    for words in ("Breach of *Contract*", "Breach of __Contract__", "Breach of the **Plus Terms**")
]
DEFECTS += [
    Planted(
        "DOC-024", "reyes", (put("exhibits.vendor-agreement.title", '""Vendor"" Agreement'),), '""Vendor""'
    )
]
INNOCENT = [
    Planted("DOC-024", "reyes", (put("claims.contract.title", "Breach of Contract (5* Plan, 2 * 3)"),)),
    text("DOC-024", 'Larkspur told *no one*, by its ""Silence"".'),
    Planted("DOC-022", "reyes", (OWN_WORDS,), court="cand"),
    Planted("DOC-023", "reyes", (OWN_WORDS,)),
    text("DOC-011", "Larkspur told no one.[^a]\n\n[^a]: As [@nightly-copies] says."),
    text("DOC-017", "Larkspur told no one.[^a]\n\n[^a]: It kept silent."),
    text("DOC-019", "Paragraph 16 of the Agreement says so; see Smith Decl. ¶ 16."),
    text("DOC-020", "Larkspur told no one on Tuesday, March 5, 2024."),
    text("DOC-020", "It wrote that “on Monday, March 5, 2024,” nobody was told."),
    text("DOC-021", "On April 23, 2024, 53 days after March 1, 2024, it told no one."),
    text(
        "DOC-021",
        "It copied them on March 1, 2024. Two days later it told no one. On April 23, 2024, it stopped.",
    ),
    text("PRIV-011", "Exhibit XXX, Title XXX and her number, XXX-XX-1234, say so."),
    Planted(
        "PRIV-011", "reyes", (put("defendants.tallgrass.short", "TK"), put(TEXT, "TK told no one.")), "", TEXT
    ),
    Planted(
        "PRIV-013", "reyes", (add("non_parties", UNNAMED), put("allegations.no-notice.actor", "engineer"))
    ),
    Planted(
        "PRIV-013",
        "reyes",
        (add("non_parties", {**UNNAMED, "print_name": "yes"}), put(TEXT, "Vorstenbosch told no one.")),
    ),
]
