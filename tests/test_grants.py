"""Jurisdiction that a statute gives of its own claims stands beside that of federal questions; and a cause of
the library without a body is pleaded with the parties of the claim and what its law gives.
"""

from conftest import SAMPLES_FOLDER
from planted.claims import only

from drafter.complaint import assemble
from drafter.library import open_library
from drafter.library.pages import cause_page
from drafter.library.readings import lacking, readings
from drafter.matter_files.load import load
from drafter.text import render
from drafter.yamltext.rewrite import apply

LIBRARY = open_library()
SHEET = (SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8")


def drafted(tmp_path, theory, **more):
    fact = {"allegations": ["vendor-contract"], "application": "Larkspur did it."}
    elements = {str(one.id): fact for one in LIBRARY.cause(theory).elements}
    path = tmp_path / "matter.yaml"
    path.write_text(apply(SHEET, only(theory, elements=elements, **more)), encoding="utf-8")
    return render(assemble(load(path), LIBRARY).document).replace("\u00a0", " ")


def test_the_grant_of_a_claim_stands_beside_federal_questions(tmp_path):
    text = drafted(tmp_path, "civil-rights-1983")
    assert "under the laws of the United States; and over Count I also under 28 U.S.C. § 1343(a)(3)." in text
    assert "1343" not in drafted(tmp_path, "ada-12182")


def test_the_page_of_a_cause_tells_its_grant_and_its_code():
    page = cause_page(LIBRARY.cause("civil-rights-1983"))
    assert "js-44 code 440" in page and "Jurisdiction: 28 U.S.C. § 1343(a)(3) [read" in page


def test_a_count_without_a_body_names_its_parties_and_asks_for_what_its_law_gives(tmp_path):
    text = drafted(tmp_path, "civil-rights-1983")
    assert "In doing so Defendants acted under color of State law." in text
    assert (
        "compensatory damages, an injunction, and a declaration of the rights that were violated, under"
        " 42 U.S.C. § 1983; and a reasonable attorney’s fee as part of the costs, under 42 U.S.C. § 1988(b)."
    ) in text


def test_relief_that_the_sheet_leaves_out_is_not_sought_in_the_count(tmp_path):
    text = drafted(tmp_path, "civil-rights-1981", relief=[{"kind": "punitive-damages", "omit": "yes"}])
    assert "seek compensatory damages and an injunction, under 42 U.S.C. § 1981; and" in text
    assert "punitive" not in text.split("PRAYER FOR RELIEF")[0].rsplit("incorporate", 1)[1]


def test_every_assertion_of_a_cause_that_keeps_its_words_shows_that_it_was_read():
    wrong = [
        (str(cause.id), one.path, told)
        for cause in LIBRARY.causes()
        for one in readings(cause)
        if one.law.words and (told := lacking(one.law))
    ]
    assert wrong == []
