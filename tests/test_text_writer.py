"""The pleading as plain text."""

from __future__ import annotations

import documents as made
import pytest
from documents import words

from drafter.document import (
    Blank,
    BlockQuote,
    CountHeading,
    Figure,
    Heading,
    Lead,
    NumberedParagraph,
    SubParagraph,
    Table,
)
from drafter.text import render, render_block


def paragraphs(text: str) -> list[str]:
    return text.rstrip("\n").split("\n\n")


def test_it_prints_one_paragraph_a_line_with_a_blank_line_between() -> None:
    text = render(made.small(*made.allegations(1, 3)))
    assert text.endswith(".\n")
    assert "\n\n\n" not in text
    assert [line.split(" ")[0] for line in paragraphs(text)[-3:]] == ["1.", "2.", "3."]


def test_it_prints_legend_counsel_title_and_both_sides_of_the_caption() -> None:
    found = paragraphs(render(made.complaint(legend=made.LEGEND)))
    assert found[0] == made.LEGEND
    assert found[1].startswith("Margaret L. Quinn (SBN 900001)\n")
    text = "\n".join(found)
    assert "SAN JOSE DIVISION" in text and "Case No. [to be assigned]" in text
    assert "2. Breach of Contract" in text and text.index("Defendants.") < text.index("Case No.")


def test_it_leaves_counsel_to_the_signature_where_the_court_has_no_block() -> None:
    assert "Margaret" not in render(made.plain_complaint()).split("NATURE OF THE ACTION")[0]


def test_it_prints_numbers_at_every_level() -> None:
    text = render(made.complaint())
    for line in (
        "IV. FACTUAL ALLEGATIONS",
        "B. Lighthouse Read Them",
        "1. The Agreement",
        "C. Interest in the amount of [rate of interest];",
    ):
        assert f"\n{line}\n" in text
    assert (
        "\n    (b) a statement in" in text
        and "\n        (ii) the one about" in text
        and "\n    • attachments; and\n" in text
    )


def test_it_prints_a_claims_heading_line_by_line() -> None:
    heading = CountHeading("COUNT I", words("Breach"), (words("(Against All)"),))
    assert render_block(heading, made.PLEADING) == "COUNT I\nBreach\n(Against All)"


def test_it_prints_references_notes_and_what_is_missing() -> None:
    text = render(made.complaint())
    assert "¶¶\u00a01–36 and, in particular, ¶¶\u00a04, 13–14." in text
    assert "[no paragraph gone]" in text
    assert "in part:[1]" in text and "\n[2] See ¶\u00a09.\n" in text


def test_it_sets_a_part_in_capitals_only_where_the_court_does() -> None:
    part = Heading(1, words("Parties"), "", "II.")
    assert render_block(part, made.PLEADING) == "II. PARTIES"
    assert render_block(part, made.PLEADING._replace(part_case="title")) == "II. Parties"


def test_it_prints_tables_figures_quotations_and_blanks() -> None:
    assert render_block(Table(((words("a"), words("b")), (words("c"),))), made.PLAIN) == "a | b\nc"
    assert (
        render_block(Figure("x.png", "A screen", words("Figure 1")), made.PLAIN)
        == "[Figure: A screen]\nFigure 1"
    )
    assert render_block(BlockQuote(words("Never.")), made.PLAIN) == "        Never."
    assert render_block(Lead((Blank("county"),)), made.PLAIN) == "[county]"


def test_it_signs_for_nobody() -> None:
    text = render(made.complaint())
    assert "By: ____" in text and "/s/" not in text
    assert "By:" not in render(made.complaint(made.PLEADING._replace(signature_by=False)))


def test_it_prints_no_number_before_there_is_one() -> None:
    assert render_block(NumberedParagraph(words("One.")), made.PLAIN) == "One."
    assert render_block(SubParagraph(words("one.")), made.PLAIN) == "    one."


@pytest.mark.parametrize("text", made.AWKWARD)
def test_it_prints_what_was_typed(text: str) -> None:
    assert f"\n\n{text}\n" in render(made.small(Lead(words(text))))


def test_it_refuses_a_block_it_does_not_know() -> None:
    with pytest.raises(TypeError):
        render(made.small("a string is no block"))  # type: ignore[arg-type]
