"""Core causes under the law of a State: what was read prints, what was not is a blank and one finding, and no
law of another State stands in a count.
"""

import os
import shutil

import pytest
import yaml
from conftest import ROOT, SAMPLES_FOLDER
from packs import CORES, STATES, foreign, outcome, pairs

from drafter.checks import run_checks
from drafter.cli import main
from drafter.complaint import assemble
from drafter.errors import NotFound
from drafter.facts.schema import validator
from drafter.library import builtin_folder, open_library
from drafter.library.lint.folder import lint
from drafter.library.lint.periods import period_flaws
from drafter.library.readings import hash_of, lacking, readings
from drafter.library.states import StateLaw
from drafter.matter_files.load import load
from drafter.text import render as as_text

SEED = int(os.environ.get("DRAFTER_SEED", "915708"))
BASE = yaml.load((SAMPLES_FOLDER / "reyes-v-larkspur.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
LIBRARY = open_library()


def draft_of(tmp_path, theory, laws, **more):
    """The sample with one claim, of `theory` under `laws`, each element supported."""
    own = {
        str(element.id): {"allegations": ["nightly-copies"], "application": f"It did the {element.id}."}
        for cause in LIBRARY.pleaded(theory, laws)
        for element in cause.elements
    }
    claim = {"id": "sole", "theories": [theory], "law": laws, "elements": own}
    if "agreement" in more:
        claim |= {"agreement": more.pop("agreement"), "terms": ["private-messages"]}
    path = tmp_path / "matter.yaml"
    sheet = {**BASE, "claims": [claim], **more}
    path.write_text(
        yaml.safe_dump({k: v for k, v in sheet.items() if k != "notices"}, allow_unicode=True), "utf-8"
    )
    return assemble(load(path), open_library())


def found(draft, *checks):
    return [one for one in run_checks(draft) if one.check in checks]


def count_in(text):
    return text[text.rindex("incorporate") : text.index("PRAYER")]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("part", range(8))
def test_a_core_cause_under_a_states_law_drafts_without_a_fault_or_is_refused_by_name(part, tmp_path):
    """A sample drawn by a seed; `python tests/packs.py` drafts all."""
    wrong = {pair: told for pair in pairs(48, SEED)[part::8] if (told := outcome(*pair, tmp_path, SEED)[1])}
    assert not wrong, f"DRAFTER_SEED={SEED}"


def test_what_was_read_of_a_states_law_prints(tmp_path):
    draft = draft_of(tmp_path, "negligence", ["TX"])
    text = as_text(draft.document)
    assert "Negligence\n(Under Texas Law)" in text
    assert "thereby breached that duty." in text and "to be confirmed" not in text
    assert found(draft, "LAW-005") == []


def test_what_was_not_read_is_a_blank_and_one_finding_until_a_lawyer_of_counsel_read_it(tmp_path):
    draft = draft_of(tmp_path, "negligence", ["WA"])
    text = as_text(draft.document)
    assert "[Washington law on breach, to be confirmed]" in text and "breached that duty" not in text
    (told,) = found(draft, "LAW-005")
    assert "Washington law on breach" in told.message
    assert not [one for one in found(draft, "DOC-010") if "Washington" in one.message]
    read = {"cite": "negligence-wa", "by": "Ruth Hallam", "date": "2026-01-05"}
    cleared = draft_of(tmp_path, "negligence", ["WA"], authorities=[read])
    assert "thereby breached that duty." in as_text(cleared.document) and found(cleared, "LAW-005") == []
    stranger = draft_of(tmp_path, "negligence", ["WA"], authorities=[{**read, "by": "A Stranger"}])
    assert len(found(stranger, "LAW-005")) == 1


def test_a_count_under_several_laws_pleads_each_element_once_and_asks_for_what_was_not_read(tmp_path):
    draft = draft_of(tmp_path, "negligence", ["TX", "WA"])
    text = as_text(draft.document)
    assert "Texas law; Washington law" in text.replace("Law", "law")
    assert count_in(text).count("It did the breach") == 1
    assert "thereby breached that duty. [Washington law on breach, to be confirmed]" in text


def test_a_claim_that_names_no_state_is_told_once(tmp_path):
    draft = draft_of(tmp_path, "negligence", [])
    assert "[State whose law governs]" in as_text(draft.document)
    (told,) = [one for one in run_checks(draft) if one.where == "claims.sole.law"]
    assert told.check == "LAW-005" and "[State" not in told.message


def test_the_old_id_and_the_core_cause_draft_the_same_words_in_california(tmp_path):
    assert as_text(draft_of(tmp_path, "negligence", ["CA"]).document) == as_text(
        draft_of(tmp_path, "ca-negligence", ["CA"]).document
    )


def test_a_contract_prints_the_provision_and_the_states_words(tmp_path):
    text = as_text(draft_of(tmp_path, "breach-of-contract", ["NY"], agreement="plus-terms").document)
    assert "Under New York Law" in text and "That was a breach of the contract." in text
    assert "[the provision breached]" not in text


def test_a_statute_that_the_library_does_not_have_is_refused_with_the_ways_on():
    with pytest.raises(NotFound) as refused:
        LIBRARY.pleaded("overtime", ["TX"])
    told = str(refused.value)
    assert all(words in told for words in ("overtime", "Texas", "causes:", "drafter customize"))


def test_law_of_another_state_would_be_seen():
    assert list(foreign("under Tex. Bus. & Com. Code § 17.50", "NY", "")) == ["TX: Tex. Bus. & Com. Code"]
    assert list(foreign("under N.Y. Gen. Bus. Law § 349", "NY", "")) == []


WORDS = "suit for … personal injury … not later than two years after the day the cause of action accrues"
READ = {
    "text": "two years",
    "cite": "Tex. Civ. Prac. & Rem. Code § 16.003(a)",
    "status": "text_read",
    "source": "statutes.capitol.texas.gov",
    "read": "2026",
    "day": "2026-12-01",
    "words": WORDS,
    "hash": hash_of(WORDS),
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ""),
        ({"day": None}, "Say day."),
        ({"source": None}, "Say source."),
        ({"hash": "000000000000"}, "Write hash:"),
        ({"words": "x " * 61, "hash": hash_of("x " * 61)}, "60 are the most"),
        ({"text": "three years", "cite": "Fictional Reports"}, "No pin or number"),
        ({"words": None, "hash": None}, "Keep the words relied on"),
        ({"words": None, "hash": None, "status": "quoted_by_court"}, "Keep the words relied on"),
        ({"words": None, "hash": None, "status": "secondary"}, ""),
        ({"status": "quoted_by_court", "read": "as a decision is excerpted there"}, "Name the decision"),
        ({"cite": "N.Y. Gen. Bus. Law § 349"}, "cites the law of NY"),
    ],
)
def test_the_lint_wants_the_words_of_what_is_called_read(change, told, tmp_path):
    folder = tmp_path / "firm" / "law"
    folder.mkdir(parents=True)
    law = {name: value for name, value in {**READ, **change}.items() if value is not None}
    pack = {
        "state": "TX",
        "codes": [{"name": "Civil Practice", "cite": "Tex. Civ. Prac. & Rem. Code"}],
        "periods": [{"kind": "personal-injury", "period": "2 years", "years": "2", "law": [law]}],
    }
    (folder / "tx.yaml").write_text(yaml.safe_dump(pack, allow_unicode=True), "utf-8")
    flaws = [str(flaw) for flaw in lint(open_library(str(tmp_path / "firm")), tmp_path / "firm")]
    assert (flaws == []) if not told else any(told in flaw for flaw in flaws), flaws


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"cause": "negligance"}, "no core cause"),
        ({"cause": "negligence", "without": ["dutty"]}, "no element or remedy"),
        ({"cause": "negligence", "elements": [{"id": "gravity", "title": "gravity"}]}, "is new, and lacks"),
        (
            {"cause": "negligence", "elements": [{"id": "duty", "conclusion": "{defendant} owed it."}]},
            "names no role",
        ),
        ({"cause": "negligence", "pleaded_as": ["tx-negligence"]}, "there is no cause"),
        ({"cause": "wiretap"}, "say citation, refused or pleaded_as"),
        ({"cause": "wiretap", "citation": "Tex. Penal Code § 16.02"}, "no law with its status"),
    ],
)
def test_the_lint_names_what_is_wrong_with_an_entry(entry, told, tmp_path):
    folder = tmp_path / "firm" / "law"
    folder.mkdir(parents=True)
    (folder / "tx.yaml").write_text(
        yaml.safe_dump({"state": "TX", "causes": [entry]}, allow_unicode=True), "utf-8"
    )
    flaws = [str(flaw) for flaw in lint(open_library(str(tmp_path / "firm")), tmp_path / "firm")]
    assert any(told in flaw for flaw in flaws), flaws


OF_FRAUD = (
    "four years … (4) fraud, the cause of action not to be deemed to have accrued until the discovery of it"
)


@pytest.mark.parametrize(
    ("period", "words", "more", "told"),
    [
        ({"kind": "fraud", "discovery_rule": "yes"}, OF_FRAUD, [], ""),
        ({"kind": "fraud", "years": "3"}, OF_FRAUD, [], "no words relied on say 3 years"),
        ({"kind": "conversion"}, OF_FRAUD, [], "its words name no claim of this kind"),
        ({"kind": "conversion"}, OF_FRAUD, [{"text": "that it reaches it", "status": "recalled"}], ""),
        (
            {"kind": "written-contract", "discovery_rule": "yes"},
            "an action upon a contract, within four years",
            [],
            "no words relied on give a discovery rule",
        ),
        (
            {"kind": "written-contract"},
            "an action of debt for the debt on a contract, within four years",
            [],
            "its words speak of debt",
        ),
        (
            {"kind": "fraud", "accrual": "when its last element occurs"},
            OF_FRAUD,
            [],
            "no words relied on say that it accrues",
        ),
        ({"kind": "fiduciary-duty"}, "every civil action, within four years", [], ""),
    ],
)
def test_a_period_is_lifted_to_no_other_kind_of_claim_than_its_words_name(period, words, more, told):
    law = {**READ, "text": "four years", "words": words, "hash": hash_of(words)}
    pack = {"state": "TX", "periods": [{"period": "4 years", "years": "4", **period, "law": [law, *more]}]}
    told_of_it = [one for one, _ in period_flaws(validator(StateLaw).validate_python(pack))]
    assert (told_of_it == []) if not told else any(told in one for one in told_of_it), told_of_it


def test_every_assertion_called_read_can_be_shown_to_be_so():
    for name in LIBRARY.ids("law", ".yaml"):
        assert [one.path for one in readings(LIBRARY.law_of(name)) if lacking(one.law)] == [], name


def test_the_commands_tell_what_is_held_and_how_old_it_is(tmp_path, capsys):
    def said(*words):
        code = main(list(words))
        return code, capsys.readouterr().out

    assert "Negligence" in said("list", "causes", "--law", "TX")[1]
    assert "16.004" in said("show", "law", "tx")[1]
    assert "Texas law" in said("show", "cause", "negligence", "--law", "TX")[1]
    assert "Texas ·" in said("list", "law")[1]
    assert "16.003" in said("list", "law", "--law", "TX")[1]
    shares = said("list", "law", "--law", "TX,NY")[1].splitlines()
    assert [line.split()[0] for line in shares] == ["tx", "ny", "all"]
    assert all("assertions read (" in line for line in shares) and "2 files" in shares[2]
    drawn = said("list", "law", "--draw", "20", "--seed", "7")[1]
    assert len(drawn.splitlines()) == 20 and drawn == said("list", "law", "--draw", "20", "--seed", "7")[1]
    assert main(["list", "law", "--older-than", "soon"]) == 2
    assert main(["show", "law", "atlantis"]) == 2


def test_newer_texts_that_no_longer_have_the_words_are_named(tmp_path, capsys):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "tx.txt").write_text("Sec. 16.004. … four years … (4) fraud", "utf-8")
    assert main(["list", "law", "--law", "TX", "--against", str(texts)]) == 0
    told = capsys.readouterr().out
    assert "16.004(a)(4): its words stand no longer in tx.txt" in told
    shutil.copy(ROOT / "templates" / "law" / "tx.yaml", texts / "whole.txt")
    assert main(["list", "law", "--law", "TX", "--against", str(texts)]) == 0
    assert "16.003" not in capsys.readouterr().out


def test_every_core_cause_and_state_is_in_the_grid():
    assert len(CORES) >= 22 and len(STATES) == 51
    assert builtin_folder().joinpath("core").is_dir()


def test_a_statutory_bar_on_classes_is_an_error_and_the_states_period_is_measured(tmp_path):
    barred = found(draft_of(tmp_path, "consumer-protection", ["AL"]), "CLM-028")
    assert not barred, "it is brought for no class here"
    sheet = {
        **BASE,
        "claims": [{"id": "sole", "theories": ["consumer-protection"], "law": ["AL"], "for": ["plus"]}],
    }
    path = tmp_path / "class.yaml"
    path.write_text(
        yaml.safe_dump({k: v for k, v in sheet.items() if k != "notices"}, allow_unicode=True), "utf-8"
    )
    (bar,) = found(assemble(load(path), open_library()), "CLM-028")
    assert bar.severity.value == "error" and "Alabama" in bar.message
    sheet["claims"] = [{"id": "sole", "theories": ["negligence"], "law": ["TX"], "accrued": "2018-01-01"}]
    sheet["court"] = {"id": "ilnd", "county": "Cook", "filing_date": "2026-01-10"}
    path.write_text(
        yaml.safe_dump({k: v for k, v in sheet.items() if k != "notices"}, allow_unicode=True), "utf-8"
    )
    (late,) = found(assemble(load(path), open_library()), "LIM-001")
    assert "2 years" in late.message and any("16.003" in str(cite) for cite in late.authority)
