"""An acceptance lapses when what its finding says or rests on changes, and only then."""

import os
import random

import pytest
from conftest import ROOT, SAMPLES
from planted import add, put
from planted.forum import SHARED

from drafter.checks import CHECKS, run_checks
from drafter.checks.engine.recording import Recorder
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.yamltext.rewrite import apply

SHEETS = sorted([*SAMPLES, *(ROOT / "tests" / "filings").glob("*.yaml")])
REYES = next(path for path in SHEETS if path.name.startswith("reyes"))
LIBRARY = open_library()


class Found:
    """What the checks find in a sheet: by check and path, the words, the paths declared and the hash."""

    def __init__(self, text, folder):
        path = folder / "matter.yaml"
        path.write_text(text, encoding="utf-8")
        self.draft = assemble(load(path), LIBRARY)
        self.recorder = Recorder(self.draft)
        self.words, self.declared, self.hashes = {}, {}, {}
        for one in run_checks(self.draft):
            own = (one.check, one.where)
            self.words.setdefault(own, []).append(one.message)
            self.declared.setdefault(own, []).append(one.reads)
            self.hashes[own] = self.recorder.digests(CHECKS[one.check])[one.where]

    def names(self, own, allegation):
        """Whether a finding says that it is about an allegation."""
        told = " ".join((*self.words[own], *(path for some in self.declared[own] for path in some)))
        return allegation in told


def edits(own, allegation):
    """One change of each kind in an allegation."""
    at = f"allegations.{own}"
    yield put(f"{at}.text", f"{allegation.text} That was so.")
    yield put(f"{at}.gist", "did as it is said there")
    yield put(f"{at}.date", "2025-02-03")
    yield put(f"{at}.conclusion", not allegation.conclusion)
    yield put(f"{at}.source", {"kind": "inference"})
    yield put(f"{at}.basis", {"kind": "information-and-belief"})
    yield put(f"{at}.sensitive", not allegation.sensitive)


def lapses_only_what_rests_on(sheet, tmp_path, most):
    """Make each edit of each allegation, or `most` of them drawn by a seed, and compare."""
    text = sheet.read_text(encoding="utf-8")
    chance = random.Random(f"{os.environ.get('DRAFTER_SEED', '0')} {sheet.stem}")
    before = Found(text, tmp_path)
    drawn = [(own, edit) for own, one in before.draft.matter.allegations.items() for edit in edits(own, one)]
    for own, edit in chance.sample(drawn, min(most, len(drawn))):
        after = Found(apply(text, (edit,)), tmp_path)
        for found in before.hashes.keys() & after.hashes.keys():
            lapsed = before.hashes[found] != after.hashes[found]
            if before.words[found] != after.words[found]:
                assert lapsed, f"{edit.path}: {found} says something else"
            elif before.declared[found] == after.declared[found] and not before.names(found, own):
                assert not lapsed, f"{edit.path}: {found} does not rest on it"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_an_edit_of_an_allegation_lapses_what_rests_on_it_and_nothing_else(sheet, tmp_path):
    lapses_only_what_rests_on(sheet, tmp_path, 3)


@pytest.mark.long
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_edit_of_every_allegation_lapses_what_rests_on_it_and_nothing_else(sheet, tmp_path):
    lapses_only_what_rests_on(sheet, tmp_path, 10_000)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_the_same_sheet_read_again_lapses_nothing(sheet, tmp_path):
    text = sheet.read_text(encoding="utf-8")
    assert Found(text, tmp_path).hashes == Found(f"{text}\n# read by JD\n", tmp_path).hashes


def hash_of(changes, check, tmp_path):
    found = Found(apply(REYES.read_text(encoding="utf-8"), changes), tmp_path)
    return next(value for own, value in found.hashes.items() if own[0] == check)


JUDGE = (put("court.judge", "Hon. A. Bell"), put("court.standing_order_read", False))


@pytest.mark.parametrize(
    ("check", "planted", "edit", "lapses"),
    [
        ("LOC-001", JUDGE, put("plaintiffs.reyes.residence.county", "Marin"), False),
        ("LOC-001", JUDGE, put("court.judge", "Hon. B. Ash"), True),
        (
            "CLM-002",
            (put("allegations.nightly-copies.conclusion", True),),
            put("allegations.reyes-messages.text", "Reyes wrote it."),
            False,
        ),
    ],
)
def test_what_a_finding_rests_on_is_known_field_by_field(check, planted, edit, lapses, tmp_path):
    assert (hash_of(planted, check, tmp_path) != hash_of((*planted, edit), check, tmp_path)) is lapses


@pytest.mark.parametrize(
    ("path", "value", "lapses"),
    [
        ("plaintiffs.mireles.pronouns", "they", False),
        ("defendants.northgate.business", "runs clinics", False),
        ("defendants.northgate.incorporated_in", "DE", True),
    ],
)
def test_a_finding_on_all_the_parties_rests_on_what_was_compared(path, value, lapses, tmp_path):
    """JUR-001 compares citizenships, and nothing else of a party."""
    sheet = next(path for path in SHEETS if path.name.startswith("mireles"))
    text = apply(sheet.read_text(encoding="utf-8"), SHARED)
    before, after = Found(text, tmp_path), Found(apply(text, (put(path, value),)), tmp_path)
    own = next(found for found in before.hashes if found[0] == "JUR-001")
    assert (before.hashes[own] != after.hashes[own]) is lapses


def test_the_other_entries_of_a_list_are_looked_through_and_do_not_count(tmp_path):
    """FORM-014 is about one exhibit that nothing cites, whatever the others are."""
    one = add("exhibits", {"id": "photo", "label": "Q", "title": "Photograph", "attached": True})
    other = add("exhibits", {"id": "map", "label": "R", "title": "Map", "attached": True})

    def told(*changes):
        found = Found(apply(REYES.read_text(encoding="utf-8"), changes), tmp_path)
        return found.hashes["FORM-014", "exhibits.photo"]

    assert told(one) == told(one, other) == told(one, other, put("exhibits.map.attached", False))
    assert told(one) != told(one, put("exhibits.photo.attached", False))


def test_what_a_view_keeps_counts_for_each_check_that_asks(tmp_path):
    path = tmp_path / "matter.yaml"
    path.write_text(REYES.read_text(encoding="utf-8"), encoding="utf-8")
    draft = assemble(load(path), LIBRARY)
    together, alone = Recorder(draft), Recorder(assemble(load(path), LIBRARY))
    for entry in CHECKS.values():
        together.recorded(entry)
    for own in ("REL-002", "DEF-009", "CLM-030"):
        assert together.reads(CHECKS[own]) == alone.reads(CHECKS[own])


def test_an_older_acceptance_stands_until_what_its_check_declares_changes(tmp_path):
    text = apply(REYES.read_text(encoding="utf-8"), JUDGE)
    found = Found(text, tmp_path)
    old = found.recorder.declared(("court.standing_order_read", "court.judge"))
    entry = {"check": "LOC-001", "by": "A. Lee", "why": "read on Friday", "hash": old}
    accepted = apply(text, (add("accepted_findings", entry),))

    def told(text):
        return next(one for one in run_checks(Found(text, tmp_path).draft) if one.check == "LOC-001")

    assert told(accepted).accepted
    assert told(apply(accepted, (put("matter", "Another name"),))).accepted
    assert "has changed since" in told(apply(accepted, (put("court.judge", "Hon. B. Ash"),))).lapsed


def test_where_a_check_applies_is_part_of_what_its_finding_rests_on(run, tmp_path):
    sheet = next(path for path in SHEETS if path.name.startswith("mireles"))
    draft = Found(apply(sheet.read_text(encoding="utf-8"), SHARED), tmp_path).draft
    assert "jurisdiction.grounds" in Recorder(draft).reads(CHECKS["JUR-001"])[0]
    assert "It applies where the ground of jurisdiction is cafa." in run("explain", "JUR-001").stdout
    federal = apply(
        sheet.read_text(encoding="utf-8"), (*SHARED, put("jurisdiction.grounds", ["federal-question"]))
    )
    assert ("JUR-001", "jurisdiction.diverse_members") not in Found(federal, tmp_path).hashes


def test_a_missing_ground_of_belief_is_a_hole_at_its_own_field_and_not_part_of_the_weak_element(tmp_path):
    sheet = next(path for path in SHEETS if path.stem == "bipa-illcirct")
    text, element = sheet.read_text(encoding="utf-8"), "claims.d.elements.disclosure"
    found = run_checks(
        Found(
            apply(text, (put("allegations.sent.basis", {"kind": "information-and-belief"}),)), tmp_path
        ).draft
    )
    assert [(one.check, one.is_hole) for one in found if one.where == element] == [("CLM-003", False)]
    assert [(one.check, one.is_hole) for one in found if one.where == f"{element}.because"] == [
        ("DOC-010", True)
    ]


def test_nothing_is_recorded_outside_the_running_of_a_check(tmp_path):
    draft = Found(REYES.read_text(encoding="utf-8"), tmp_path).draft
    kind = type(draft.matter.raw)
    assert kind.__getattribute__ is object.__getattribute__
