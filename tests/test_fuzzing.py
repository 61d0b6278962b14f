"""A short run of the fuzzing: whatever is damaged, drafter ends in one of its own exit codes, soon."""

import os
import random
from collections import Counter

import pytest
from fuzz_surfaces import MATTER, SURFACES
from fuzzing import outcomes, quietly, run, table

_SEED = os.environ.get("DRAFTER_SEED", "0")


def test_the_matter_that_is_damaged_drafts_whole(tmp_path):
    (tmp_path / "m.yaml").write_text(MATTER, encoding="utf-8")
    assert quietly(["draft", "m.yaml", "-o", "m.docx"], tmp_path)[0] == 1 and (tmp_path / "m.docx").exists()


@pytest.mark.parametrize("surface", SURFACES)
def test_a_few_damaged_inputs_are_told_and_end_nothing(surface):
    found = [run(surface, number, _SEED) for number in range(4)]
    assert [one for one in found if one.fault] == []


def test_a_case_is_made_again_from_its_surface_seed_and_number(tmp_path):
    for surface, write in SURFACES.items():
        made = []
        for name in ("a", "b"):
            folder = tmp_path / f"{surface}-{name}"
            folder.mkdir()
            words = write(folder, random.Random(f"7/{surface}/3"))
            made.append((words, {path.name for path in folder.rglob("*")}))
        assert made[0] == made[1], surface


@pytest.mark.long
def test_a_hundred_damaged_inputs_a_surface_are_told_and_end_nothing():
    found = list(outcomes(list(SURFACES), 100, _SEED, 2))
    print(table(found))
    assert [one for one in found if one.fault] == []
    reached = Counter(one.surface for one in found if one.code in (0, 1))
    assert set(reached) == set(SURFACES), "every surface has inputs that are read to the end"
