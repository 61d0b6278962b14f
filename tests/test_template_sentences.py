"""No sentence of a template that prints without a word of the sheet asserts an event, and each was read."""

import json
import re

import pytest
import template_sentences
from template_sentences import KINDS, bare, batches, page, printed

from drafter.complaint import assemble
from drafter.facts.sheet import FactSheet
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render

WHOLE = [batch for batch in batches() if batch in ("causes", "courts", "choices", "papers")]
CORE = [batch for batch in batches() if batch not in WHOLE]


def unread(batch):
    read = page()
    return [sentence for sentence in printed(batch) if sentence not in read]


@pytest.mark.parametrize("batch", WHOLE)
def test_every_sentence_that_prints_without_a_word_of_a_sheet_has_been_read(batch):
    assert unread(batch) == [], "read it, then: python tests/template_sentences.py --write"


@pytest.mark.sampled(2)
@pytest.mark.parametrize("core", CORE)
def test_every_sentence_of_a_core_cause_under_any_law_has_been_read(core):
    assert unread(core) == [], "read it, then: python tests/template_sentences.py --write"


def test_each_has_a_kind_and_says_why_it_asserts_no_event():
    for sentence, read in page().items():
        assert read.kind in KINDS and len(read.why) > 8, f"{read.kind}: {sentence}"


def test_an_act_stands_on_a_field_of_the_sheet():
    for sentence, read in page().items():
        named = re.findall(r"`([a-z_]+)", read.why)
        assert read.kind != "act" or (named and set(named) <= set(FactSheet.questions)), sentence


@pytest.mark.long
def test_the_page_has_no_sentence_that_no_template_prints():
    there = {sentence for batch in batches() for sentence in printed(batch)}
    assert sorted(set(page()) - there) == []


def test_a_new_sentence_is_listed_as_unread_and_an_old_one_is_kept(tmp_path, monkeypatch, capsys):
    copy = tmp_path / "template_sentences.txt"
    lines = template_sentences.PAGE.read_text(encoding="utf-8").splitlines()
    taken = [line for line in lines if line.endswith("\tCosts of suit; and")]
    copy.write_text("\n".join(line for line in lines if line not in taken) + "\n", encoding="utf-8")
    monkeypatch.setattr(template_sentences, "PAGE", copy)
    monkeypatch.setattr(template_sentences, "batches", lambda: ["courts"])
    monkeypatch.setattr("sys.argv", ["template_sentences.py", "--write"])
    assert template_sentences.main() == 1
    assert "new (court akd): Costs of suit; and" in capsys.readouterr().out
    assert template_sentences.page()["Costs of suit; and"].kind == template_sentences.UNREAD


def complaint(tmp_path, **more):
    path = tmp_path / "matter.yaml"
    path.write_text(json.dumps(bare(["ca-negligence"], "cand", "CA", **more)), encoding="utf-8")
    return render(assemble(load(path), open_library()).document)


def test_a_class_action_under_cafa_tells_neither_members_nor_sum_nor_diversity_that_the_sheet_lacks(tmp_path):
    text = complaint(tmp_path, jurisdiction={"grounds": ["cafa"]})
    assert "[how many members, at least 100]" in text and "[a sum that exceeds $5,000,000]" in text
    assert "exceeds $5,000,000, exclusive" not in text and "is not a citizen." not in text


@pytest.mark.parametrize("footing", ["stipulation", "order", "as-of-course"])
def test_an_amendment_on_any_footing_is_drafted_in_federal_court(footing, tmp_path):
    assert "This amended complaint is filed" in complaint(
        tmp_path, posture={"kind": "amended", "footing": footing}
    )
