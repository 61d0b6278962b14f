"""What fresh eyes found in the drafts and the findings: each point by a test, over the samples, the filings
and small changes of them.
"""

import re
from pathlib import Path

import pytest
from conftest import SAMPLES
from planted import put

from drafter.checks import run
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render
from drafter.yamltext.rewrite import apply

LIBRARY = open_library()
FILINGS = Path(__file__).parent / "filings"
SHEETS = {path.stem.split("-v-")[0]: path for path in SAMPLES} | {
    path.stem: path for path in FILINGS.glob("*.yaml")
}
SIBLINGS = SAMPLES[0].parent / "siblings"


@pytest.fixture
def draft(tmp_path):
    def drafted(name, *changes, court=""):
        path = tmp_path / "matter.yaml"
        path.write_text(apply(SHEETS[name].read_text(encoding="utf-8"), changes), encoding="utf-8")
        return assemble(load(path), LIBRARY, court)

    return drafted


def words(draft):
    return render(draft.document).replace("\u00a0", " ")


def told(draft, check):
    return [one for one in run(draft) if one.check == check]


def test_a_period_of_one_claim_that_prints_is_not_said_to_go_unprinted(draft):
    okafor = draft("okafor")
    assert "the period runs from November 2, 2025" in words(okafor)
    assert not any("periods_by_claim" in f"{one.message}{one.reads}" for one in told(okafor, "FORM-020"))


def test_an_injunction_inherited_from_another_sheet_that_no_claim_allows_is_not_prayed_for(tmp_path):
    for path in SIBLINGS.iterdir():
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(re.sub(r", injunction: \{none[^}]*\}", "", text), encoding="utf-8")
    kept = assemble(load(tmp_path / "brandt-calsuperct.yaml"), LIBRARY)
    assert "An injunction" not in words(kept)
    assert [one.message for one in told(kept, "REL-001")] == ["No claim allows an injunction."]
    assert told(assemble(load(SIBLINGS / "brandt-calsuperct.yaml"), LIBRARY), "REL-001") == []


def test_future_intent_of_a_plaintiff_does_not_serve_the_claim_of_another(draft):
    assert told(draft("okafor"), "STA-004") == []
    of_tran = put("claims.stubs.by", ["tran"])
    (found,) = told(draft("okafor", of_tran), "STA-004")
    assert "(stubs), and no plaintiff who brings it is threatened" in found.message
    assert found.where == "plaintiffs.tran.experience.future_intent"


def test_losses_that_erisa_has_made_good_to_a_plan_are_not_asked_why_damages_are_not_enough(draft):
    assert told(draft("erisa-njd"), "CLM-012") == []


def test_a_jury_demand_under_erisa_is_said_to_be_struck_with_no_law_of_another_court(draft):
    (found,) = told(draft("erisa-njd"), "FORM-011")
    assert "prudence and monitor-claim: courts of the Third Circuit" in found.message
    assert "Say “on all issues" not in f"{found.message} {found.fix}"
    cited = {one.cite: one.status for one in found.authority}
    assert not any("Biweekly" in cite for cite in cited)
    assert [status for cite, status in cited.items() if "Pane" in cite] == ["secondary"]


def test_an_element_that_rests_on_nothing_is_told_once_and_counted_as_a_blank(draft):
    wage = draft("wage-caed")
    there = [
        one.check for one in run(wage) if "inadequate-remedy" in one.where or "inadequate_remedy" in one.where
    ]
    assert there == ["CLM-001"]
    assert "[why damages are not enough" in words(wage)


def test_a_class_without_any_period_is_told_of(draft):
    (found,) = told(draft("reyes", put("classes.plus.period", None)), "CLS-005")
    assert "has no period: it reaches back past every period of limitations" in found.message
    assert found.where == "classes.plus.period"
