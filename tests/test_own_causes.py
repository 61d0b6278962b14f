"""A cause of action of the matter's own: written in the sheet, pleaded like any other, and said not to have
been read by drafter.
"""

import pytest
from conftest import SAMPLES_FOLDER

from drafter.checks import run_checks
from drafter.cli import main
from drafter.complaint import assemble
from drafter.errors import NotFound, SheetError
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.reuse.redaction import redacted
from drafter.text import render as as_text

SHEET = (SAMPLES_FOLDER / "okafor-v-brightline.yaml").read_text(encoding="utf-8")
OWN = """causes:
  - id: or-fiduciary
    title: Breach of Fiduciary Duty
    citation: {none: common law}
    law: OR
    elements:
      - id: trust
        title: relationship
        plead: a relationship of trust
        frame: One who holds another’s money holds it in trust.
        conclusion: Brightline therefore owed a duty of loyalty.
      - {id: breach, title: breach, plead: a breach of the duty, conclusion: That was a breach of the duty.}
    remedies:
      - {id: fid-damages, kind: actual-damages, text: Damages for breach of fiduciary duty}
      - {id: fid-restitution, kind: restitution, text: Restitution of what was held back}
    limitations:
      - {period: 2 years, years: 2, law: [{cite: "Fictional Reports 12", status: recalled}]}
    notices:
      - {id: demand, statute: "Fictional Statutes § 9", days: 30, gates: [fid-restitution]}
claims:
  - id: fid
    theories: [or-fiduciary]
    for: [couriers]
    accrued: 2020-01-01
    elements:
      trust: {allegations: [hired], application: Brightline kept the couriers’ wages for them.}
"""


def draft_of(tmp_path, *changes):
    """The draft of the sample with a cause of its own, each pair of `changes` made in it."""
    own = OWN
    for old, new in changes:
        assert old in own
        own = own.replace(old, new)
    path = tmp_path / "own.yaml"
    path.write_text(SHEET.replace("\nclaims:\n", f"\n{own}", 1), encoding="utf-8")
    return assemble(load(path), open_library())


def test_it_is_drafted_as_any_claim_in_caption_count_and_prayer(tmp_path):
    text = as_text(draft_of(tmp_path).document)
    assert "Breach of Fiduciary Duty (Under Oregon Law)" in text
    assert (
        "One who holds another’s money holds it in trust. Brightline kept the couriers’ wages for them"
        in text
    )
    assert "Brightline therefore owed a duty of loyalty." in text
    assert "a breach of the duty: no allegation supports this element" in text
    assert "That was a breach of the duty." not in text
    assert "Damages for breach of fiduciary duty, on the First Claim for Relief" in text
    assert "no restitution at this time, because no notice under Fictional Statutes" in text


def test_checks_treat_it_as_any_claim_and_say_that_its_law_was_not_read(tmp_path):
    found = {(one.check, one.where) for one in run_checks(draft_of(tmp_path))}
    assert {
        ("CLM-001", "claims.fid.elements.breach"),
        ("LIM-001", "claims.fid.accrued"),
        ("PRE-011", "claims.fid.notices"),
        ("LAW-004", "causes.or-fiduciary"),
    } <= found


def test_jinja_and_marks_in_its_plain_words_print_as_typed(tmp_path):
    hostile = "{{ 7*7 }} {% raw %} *x* [@hired] # y"
    draft = draft_of(
        tmp_path,
        ("title: Breach of Fiduciary Duty", f"title: '{hostile}'"),
        ("{none: common law}", f"'{hostile}'"),
        ("Brightline therefore owed a duty of loyalty.", "'{{ claims }} {% include x %}'"),
        ("Damages for breach of fiduciary duty", "'Damages {{ 7*7 }}'"),
    )
    text = as_text(draft.document)
    assert text.count(hostile) >= 3
    assert "{{ claims }} {% include x %}" in text
    assert "Damages {{ 7*7 }}" in text


@pytest.mark.parametrize(
    ("there", "path"),
    [
        ("title: Breach of Fiduciary Duty", "causes.or-fiduciary.title"),
        ("citation: {none: common law}", "causes.or-fiduciary.citation"),
        ("law: OR", "causes.or-fiduciary.law"),
        (
            "conclusion: Brightline therefore owed a duty of loyalty.",
            "causes.or-fiduciary.elements.trust.conclusion",
        ),
        (
            "frame: One who holds another’s money holds it in trust.",
            "causes.or-fiduciary.elements.trust.frame",
        ),
        (
            "text: Damages for breach of fiduciary duty",
            "causes.or-fiduciary.remedies.fid-damages.text",
        ),
    ],
)
def test_what_is_not_known_of_it_is_a_blank_and_one_finding(tmp_path, there, path):
    name = there.partition(":")[0]
    draft = draft_of(tmp_path, (there, f"{name}: {{unknown: ask the partner}}"))
    assert "[ask the partner]" in as_text(draft.document)
    told = [one for one in run_checks(draft) if path in (one.where, *one.reads) and one.check != "LAW-004"]
    assert [one.where for one in told] == [path], told


def test_a_cause_without_elements_is_a_blank_and_no_empty_count(tmp_path):
    elements = OWN[OWN.index("    elements:\n      - id: trust") : OWN.index("    remedies:")]
    support = OWN[OWN.index("    elements:\n      trust") :]
    draft = draft_of(tmp_path, (elements, ""), (support, ""))
    assert "[elements of this cause of action]" in as_text(draft.document)
    assert any("names none" in one.message for one in run_checks(draft))


def test_an_id_of_the_library_is_refused(tmp_path):
    with pytest.raises(SheetError, match="the library has a cause of that id"):
        draft_of(tmp_path, ("or-fiduciary", "ca-conversion"))


def test_an_unknown_theory_tells_every_way_on(tmp_path):
    with pytest.raises(NotFound) as refused:
        draft_of(tmp_path, ("theories: [or-fiduciary]", "theories: [or-fiducary]"))
    assert all(way in str(refused.value) for way in ("or-fiduciary", "causes:", "drafter customize"))


def test_a_cause_of_the_firm_s_folder_without_a_body_is_pleaded_by_its_elements(tmp_path):
    folder = tmp_path / "firm" / "causes"
    folder.mkdir(parents=True)
    (folder / "or-trover.md").write_text(
        "---\nid: or-trover\ntitle: Trover\ncitation: Oregon law\njurisdiction: OR\nelements:\n"
        "  - {id: taking, title: taking, plead: A taking., asks: what was taken,"
        " conclusion: That was a taking.}\n---\n",
        encoding="utf-8",
    )
    path = tmp_path / "own.yaml"
    claim = (
        "  - id: trover\n    theories: [or-trover]\n    elements:\n"
        "      taking: {allegations: [hired], application: Brightline kept the couriers’ wages.}\n"
    )
    path.write_text(SHEET.replace("\nclaims:\n", f"\nclaims:\n{claim}", 1), encoding="utf-8")
    text = as_text(assemble(load(path), open_library(str(tmp_path / "firm"))).document)
    assert "Brightline kept the couriers’ wages" in text
    assert "That was a taking." in text


def test_a_claim_whose_only_theory_is_not_known_is_drafted_with_a_blank_and_told_once(tmp_path):
    draft = draft_of(tmp_path, ("theories: [or-fiduciary]", "theories: [{unknown: ask the partner}]"))
    text = as_text(draft.document)
    assert "[ask the partner]" in text
    assert "law not known" not in text and "elements of this cause" not in text
    told = [one for one in run_checks(draft) if "claims.fid.theories" in (one.where, *one.reads)]
    assert [one.where for one in told] == ["claims.fid.theories"], told


def test_a_cause_without_a_law_is_no_uniform_law(tmp_path):
    draft = draft_of(tmp_path, ("    law: OR\n", ""))
    (view,) = [claim for claim in draft.matter.claims if claim.id == "fid"]
    assert not view.is_uniform and view.laws == []
    assert "as adopted" not in as_text(draft.document)


def test_its_law_is_told_of_by_one_finding(tmp_path):
    told = {one.check for one in run_checks(draft_of(tmp_path)) if one.check.startswith("LAW-")}
    assert "LAW-004" in told
    found = run_checks(draft_of(tmp_path))
    assert not [one for one in found if one.check == "LAW-001" and "or-fiduciary" in one.message]


def sheet_of(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(SHEET.replace("\nclaims:\n", f"\n{OWN}", 1), encoding="utf-8")
    return path


def test_it_moves_into_the_firm_s_folder_and_drafts_the_same_words(tmp_path, capsys):
    sheet, firm = sheet_of(tmp_path), tmp_path / "firm"
    before = as_text(assemble(load(sheet), open_library()).document)
    firm.mkdir()
    assert main(["customize", "--from", str(sheet), "or-fiduciary", "--templates", str(firm)]) == 0
    assert "or-fiduciary" in capsys.readouterr().out
    loaded = load(sheet)
    assert loaded.sheet.causes == []
    assert as_text(assemble(loaded, open_library(str(firm))).document) == before
    assert main(["lint-templates", str(firm)]) == 0
    assert main(["customize", "--from", str(sheet), "or-fiduciary", "--templates", str(firm)]) == 2
    assert "declares no cause" in capsys.readouterr().err


def test_it_is_listed_and_shown_with_its_sheet(tmp_path, capsys):
    sheet = str(sheet_of(tmp_path))
    assert main(["list", "causes", "--sheet", sheet, "--jurisdiction", "OR"]) == 0
    assert "Breach of Fiduciary Duty" in capsys.readouterr().out
    assert main(["show", "cause", "or-fiduciary", "--sheet", sheet]) == 0
    assert "a relationship of trust" in capsys.readouterr().out


def test_a_redacted_copy_keeps_its_law_and_not_who_read_it(tmp_path):
    path = tmp_path / "own.yaml"
    law = "law: [{cite: Fictional Reports 13, status: text_read, by: Ruth Hallam, date: 2026-01-05}]"
    own = OWN.replace("plead: a relationship of trust\n", f"plead: a relationship of trust\n        {law}\n")
    path.write_text(SHEET.replace("\nclaims:\n", f"\n{own}", 1), encoding="utf-8")
    copy = redacted(load(path).tree).tree
    (cause,) = copy["causes"]
    assert cause["title"] == "Breach of Fiduciary Duty"
    assert cause["elements"][0]["law"] == [{"cite": "Fictional Reports 13", "status": "text_read"}]
