"""`drafter export --for`: what co-counsel, an expert and a client are given, and what none of them is."""

import pytest
from conftest import SAMPLES
from fuzzing import quietly

from drafter.matter_files.load import load
from drafter.reuse.treatments import kind_of, question_of
from drafter.tree.paths import leaves

SHEET = """schema_version: 1
matter: Lee v. Acme
plaintiffs:
  - {id: lee, kind: individual, name: Ann Lee, residence: {city: Fremont, county: Alameda, state: CA}}
  - {id: ortiz, kind: individual, name: Bea Ortiz, residence: {city: Tracy, county: San Joaquin, state: CA}}
defendants:
  - {id: acme, kind: corporation, name: Acme Corp.}
exhibits:
  - {id: letter, title: The letter, file: letter.pdf}
allegations:
  - {id: called, text: Acme called Ms. Lee., note: she is not sure, source: {kind: plaintiff, who: Ann Lee}}
claims:
  - {id: ucl, theories: [ca-ucl], by: [lee], against: [acme]}
searches:
  - {where: docket service, found: three prior suits by her}
accepted_findings:
  - {check: CLM-001, where: claims.ucl, by: Ada Wren, why: the partner does not believe her, date: 2026-01-02}
"""


@pytest.fixture
def lee(tmp_path):
    (tmp_path / ".drafter-root").touch()
    (tmp_path / "lee.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.4")
    return tmp_path


def copied(folder, *words):
    code, said = quietly(["export", "lee.yaml", "-o", "copy.yaml", *words], folder)
    assert code == 0, said
    return (folder / "copy.yaml").read_text(encoding="utf-8")


def test_co_counsel_get_names_facts_claims_and_files_and_no_note_search_or_acceptance(lee):
    text = copied(lee, "--for", "co-counsel")
    assert "privileged" in text.lower().splitlines()[1]
    assert all(word in text for word in ("Ann Lee", "Tracy", "letter.pdf", "ca-ucl", "Acme called"))
    assert not any(word in text for word in ("not sure", "prior suits", "believe her"))


def test_an_expert_gets_the_facts_with_stand_ins_and_no_claim(lee):
    text = copied(lee, "--for", "expert")
    assert "Acme called" in text and "The letter" in text
    assert not any(
        word in text for word in ("Lee", "Ortiz", "Tracy", "ca-ucl", "not sure", "prior suits", "believe her")
    )


def test_a_client_gets_her_own_details_and_of_the_others_their_names_alone(lee):
    text = copied(lee, "--for", "client", "--client", "lee")
    assert "Fremont" in text and "Bea Ortiz" in text and "Tracy" not in text
    assert not any(word in text for word in ("not sure", "prior suits", "believe her"))


@pytest.mark.parametrize("words", [[], ["--client", "nobody"], ["--client", "lee", "--redacted"]])
def test_a_clients_copy_is_for_a_client_of_the_sheet(lee, words):
    code, said = quietly(["export", "lee.yaml", "-o", "copy.yaml", "--for", "client", *words], lee)
    assert code == 2 and said.startswith("drafter: ") and not (lee / "copy.yaml").exists()


@pytest.mark.parametrize(
    "old, new",
    [
        ("kind: plaintiff, who: Ann Lee", "kind: confidential-witness, who: Tom Ash"),
        ("id: ortiz, kind: individual", "id: ortiz, kind: pseudonym"),
        ("exhibits:", "non_parties:\n  - {id: ash, name: Tom Ash, print_name: no}\nexhibits:"),
    ],
)
def test_a_client_gets_no_copy_that_holds_a_name_she_may_not_learn(lee, old, new):
    assert old in SHEET
    (lee / "lee.yaml").write_text(SHEET.replace(old, new), encoding="utf-8")
    code, said = quietly(["export", "lee.yaml", "-o", "copy.yaml", "--for", "client", "--client", "lee"], lee)
    assert code == 2 and "no client may learn" in said and not (lee / "copy.yaml").exists()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("recipient", ["co-counsel", "expert"])
def test_a_copy_of_any_sample_loads_and_holds_no_paper_of_the_firm(tmp_path, sample, recipient):
    out = tmp_path / "copy.yaml"
    assert quietly(["export", str(sample), "-o", str(out), "--for", recipient], tmp_path)[0] == 0
    tree = load(out).tree
    for where, _ in leaves(tree):
        holder = tree
        for part in where[:-1]:
            holder = holder[part]
        if isinstance(holder, dict):
            question = question_of(kind_of(holder, where[:-1]), str(where[-1]))
            assert not question or question.redact != "out" or where[-1] in ("file", "figure"), where
