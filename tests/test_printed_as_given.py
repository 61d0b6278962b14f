"""What a person typed prints as typed, with the typography of print; who is given as counsel stands there."""

import pytest
from test_truth import LIBRARY, SAMPLES, drafted  # noqa: F401

from drafter.complaint import assemble
from drafter.facts.values import Unknown, Without
from drafter.markup import unbroken
from drafter.matter_files.load import load
from drafter.text import render

HARD = "\u00a0"


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("45 C.F.R. § 164.312", "45_C.F.R. §_164.312"),
        ("18 U.S.C. §§ 2510, 2702", "18_U.S.C. §§_2510, 2702"),
        ("see ¶ 12 and ¶¶ 3–4", "see ¶_12 and ¶¶_3–4"),
        ("Ex. A, Exs. B and C, Dkt. No. 12, Nos. 3 and 4", "Ex._A, Exs._B and C, Dkt._No._12, Nos._3 and 4"),
        ("Mr. Lee, Ms. Ortiz, Mrs. Poe and Dr. Roe", "Mr._Lee, Ms._Ortiz, Mrs._Poe and Dr._Roe"),
        ("on September 18, 2024, and Sept. 3", "on September_18, 2024, and Sept._3"),
        ("Counts I–III and Count 4, Fed. R. Civ. P. 9(b)", "Counts_I–III and Count_4, Fed. R. Civ. P._9(b)"),
        ("735 ILCS 5/2-801, § 17200 et seq., $40 million", "735_ILCS 5/2-801, §_17200 et_seq., $40_million"),
        ("Count on it; the Count said so", "Count on it; the Count said so"),
        (
            "No. It was not. In May 2024 she may 5 times ask",
            "No. It was not. In May 2024 she may 5 times ask",
        ),
    ],
)
def test_no_line_may_end_between_a_sign_and_what_it_introduces(typed, printed):
    assert unbroken(typed) == printed.replace("_", HARD)


def test_a_section_sign_typed_in_prose_stays_with_its_number_as_in_plain_fields(drafted):  # noqa: F811
    typed = "The rule is 45 C.F.R. § 164.312(a), and *no line* of Ex. A, read by Ms. Ortiz, departs from it."
    draft = drafted(
        "reyes", {"allegations.no-notice.text": typed, "agreements.plus-terms.title": "Terms § 4"}
    )
    text = render(draft.document)
    assert f"45{HARD}C.F.R. §{HARD}164.312(a)" in text and f"Ex.{HARD}A" in text
    assert f"Ms.{HARD}Ortiz" in text and f"Terms §{HARD}4" in text


SECOND = {"name": "Owen Second", "bar_number": "ARDC No. 0000077", "email": "osecond@hallamito.example"}


def test_a_lawyer_who_does_not_sign_stands_under_the_signature_where_counsel_stand_nowhere_else(drafted):  # noqa: F811
    plain = drafted("reyes", {"+counsel.hallam.lawyers": SECOND})
    assert plain.document.counsel is None
    assert render(plain.document).count("Owen Second") == 1
    numbered = drafted("mireles", {"+counsel.aoki.lawyers": SECOND})
    assert numbered.document.counsel is not None
    assert render(numbered.document).count("Owen Second") == 1


@pytest.mark.parametrize(
    "section, said",
    [
        ("4.1", "Section 4.1 of the Plus Terms promises that"),
        ("2 and 3", "Sections 2 and 3 of the Plus Terms promise that"),
        ("§§ 4–6", "Sections 4–6 of the Plus Terms promise that"),
        ("p. 6", "Page 6 of the Plus Terms promises that"),
        ("IV", "Section IV of the Plus Terms promises that"),
        ("help page on privacy", "The help page on privacy of the Plus Terms promises that"),
        (Without("a web page has no sections"), "The Plus Terms promise that"),
    ],
)
def test_a_term_is_found_by_a_number_by_words_or_in_the_whole_agreement(section, said, drafted):  # noqa: F811
    draft = drafted("reyes", {"agreements.plus-terms.terms.private-messages.section": section})
    assert render(draft.document).count(said) == 2


def test_a_section_that_is_asked_and_not_known_is_a_blank(drafted):  # noqa: F811
    draft = drafted("reyes", {"agreements.plus-terms.terms.private-messages.section": Unknown("which page")})
    assert "Section [which page] of the Plus Terms promises that" in render(draft.document)


@pytest.mark.parametrize(
    "which, said", [("1", "FIRST AMENDED"), ("Second", "SECOND AMENDED"), ("3", "THIRD AMENDED")]
)
def test_which_amended_complaint_it_is_may_be_a_number(which, said, drafted):  # noqa: F811
    draft = drafted("reyes", {"posture": {"kind": "amended", "which": which}})
    assert f"{said} CLASS ACTION COMPLAINT" in render(draft.document)


def test_a_woman_who_is_no_party_is_no_it(drafted):  # noqa: F811
    draft = drafted(
        "reyes", {"+non_parties": {"id": "quinn", "name": "Mary Quinn", "relation": "the founder’s sister"}}
    )
    assert "Mary Quinn is the founder’s sister, and is not named as a defendant." in render(draft.document)


def test_no_printed_text_of_any_sample_or_filing_lets_a_line_end_there():
    for path in SAMPLES.values():
        text = render(assemble(load(path), LIBRARY).document)
        body = [line for line in text.split("\n") if not line.startswith(("Case No.", "Civil Action No."))]
        assert list(map(unbroken, body)) == body, path.name


def test_relief_that_is_typed_keeps_its_citations_together(drafted):  # noqa: F811
    typed = "the disclosure violated 18 U.S.C. § 2702(a)"
    text = render(drafted("reyes", {"relief.declaration": typed}).document)
    assert f"18{HARD}U.S.C. §{HARD}2702(a)" in text.split("PRAYER FOR RELIEF")[1]
