"""The package in fresh environments that nobody can write to, run outside the checkout."""

import sys

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
import installed as environment  # noqa: E402

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("installed")


@pytest.fixture(scope="module")
def matter(folder):
    return environment.matter_in(folder)


@pytest.fixture(scope="module")
def kinds(folder):
    """By kind of install, what was installed, copied so that nobody can write to it."""
    made = environment.environments(folder)
    return {kind: environment.fresh(folders, folder / f"fresh {kind}") for kind, folders in made.items()}


def drafted(folders, matter):
    """What the first draft ever prints there, and the second."""
    before = environment.files_in(folders)
    told = [environment.run(folders, ["draft", "--text", "sheet.yaml"], matter)[1] for _ in range(2)]
    assert environment.files_in(folders) == before, "something was written where nobody may write"
    assert len(told[0]) > 10_000 and told[0] == told[1]
    return told[0]


def test_every_kind_of_install_drafts_the_same_from_the_first_time_and_writes_nothing(kinds, matter):
    assert {"pip", "editable", "other core"} <= kinds.keys()
    assert len({drafted(folders, matter) for folders in kinds.values()}) == 1


@pytest.mark.parametrize("kind", ["pip", "editable"])
def test_what_was_compiled_with_the_package_is_used(kind, kinds, matter):
    assert environment.run(kinds[kind], ["--version"], matter)[1].splitlines()[1:] == []


def test_another_pydantic_core_is_told_of_and_drafts_all_the_same(kinds, matter):
    told = environment.run(kinds["other core"], ["--version"], matter)[1]
    assert told.splitlines()[1].startswith("The compiled schemas of this package are for another Python,")


def test_nobody_can_write_to_what_is_drafted_with(kinds, matter):
    words = """
import pathlib, drafter
try:
    (pathlib.Path(drafter.__file__).parent / "x").touch()
except PermissionError:
    print("refused")
"""
    assert environment.run(kinds["pip"], ["draft"], matter, program=words)[1] == "refused\n"
