"""What a sheet costs grows as the sheet does: counted in calls, which no load of a machine changes."""

from __future__ import annotations

import contextlib
import io
import sys

import pytest
from conftest import ROOT

from drafter import cli
from drafter.matter_files.load import load

sys.path.insert(0, str(ROOT / "benchmarks"))
COMMANDS = {
    "check": ["check"],
    "chain": ["chain"],
    "where": ["where"],
    "draft": ["draft", "--force"],
    "annotate": ["draft", "--force", "--annotate"],
    "changes": ["changes"],
}


def calls(words):
    """How many functions of Python are called by a command."""
    codes = []
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        count = counted_calls(lambda: codes.append(cli.main(words)))
    assert codes[0] in (0, 1)
    return count


def counted_calls(run):
    """How many functions of Python are called by `run`."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    """A sheet with 30, 90 and 270 more allegations than the sample has, each drafted once."""
    from run import sheet

    made = [sheet(number, tmp_path_factory.mktemp("sheet") / "a.yaml") for number in (30, 90, 270)]
    for path in made:
        with contextlib.chdir(path.parent), contextlib.redirect_stdout(io.StringIO()):
            assert cli.main(["draft", str(path)]) == 1
    return made


@pytest.mark.sampled(3)
@pytest.mark.parametrize("command", COMMANDS)
def test_three_times_as_many_allegations_more_take_three_times_as_many_calls_more(command, sheets):
    name, *more = COMMANDS[command]
    in_its_folder(
        sheets[0], [name, str(sheets[0]), *more]
    )  # what is imported at its first use is not counted
    few, some, many = (in_its_folder(path, [name, str(path), *more]) for path in sheets)
    assert some - few > 500 and (many - some) / (some - few) < 3.3


def test_an_overlay_that_restates_three_times_as_many_allegations_takes_three_times_as_many_calls(sheets):
    def restating(path, number):
        entries = "".join(
            f"  - id: fact-{each}\n    text: It did so {each} times.\n" for each in range(number)
        )
        over = path.with_name("over.yaml")
        over.write_text(
            f"schema_version: 1\ninclude: [{path.name}]\nallegations:\n{entries}", encoding="utf-8"
        )
        loaded = []
        count = counted_calls(lambda: loaded.append(load(over)))
        first = loaded[0].sheet.allegations[0].items[0]
        assert (first.id, str(first.text)) == ("fact-0", "It did so 0 times.")
        return count

    restating(sheets[0], 1)  # what is imported at its first use is not counted
    few, some, many = (restating(*each) for each in zip(sheets, (30, 90, 270), strict=True))
    assert (many - some) / (some - few) < 3.3


def in_its_folder(path, words):
    with contextlib.chdir(path.parent):
        return calls(words)
