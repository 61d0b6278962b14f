"""Long lines at a terminal are folded between words; what is piped, or is there to be typed, is not."""

import os
import re
import sys

import pexpect
import pytest
from conftest import ROOT, SAMPLE
from waits import waits

from drafter.commands.wrapping import wrap_line


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("short", ["short"]),
        (
            "  ERROR   DOC-010  A blank stands in the draft.",
            ["  ERROR   DOC-010  A blank", "          stands in the draft."],
        ),
        (
            "    1. Send test messages from an account.",
            ["    1. Send test messages from", "       an account."],
        ),
        (
            "  - a noun phrase of the prayer, and its law",
            ["  - a noun phrase of the", "    prayer, and its law"],
        ),
        (
            "          drafter edit d.yaml --at claims.sca.elements.divulged",
            ["          drafter edit d.yaml --at claims.sca.elements.divulged"],
        ),
        (
            "opt-out-not-retroactive-of-any-training is one id",
            ["opt-out-not-retroactive-of-any-training", "  is one id"],
        ),
    ],
)
def test_a_line_is_folded_between_words_and_hangs_under_its_own(line, pieces):
    assert wrap_line(line, 30).split("\n") == pieces


def test_no_word_is_lost_or_added_at_any_width():
    line = (
        "  WARNING CHN-001  All 3 claims hang on one inferred fact: LinkedIn disclosed the contents of"
        " Premium customers’ InMail messages (¶ 24)."
    )
    for width in range(40, 140):
        folded = wrap_line(line, width)
        assert folded.split() == line.split() and max(map(len, folded.split("\n"))) <= width


def at_a_terminal(folder, *words):
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm",
    }
    child = pexpect.spawn(
        sys.executable,
        ["-m", "drafter", *map(str, words)],
        cwd=str(folder),
        env=environment,
        dimensions=(50, 72),
        encoding="utf-8",
        timeout=waits(30),
    )
    child.expect(pexpect.EOF)
    return child.before.replace("\r", "").split("\n")


def test_findings_are_folded_at_a_terminal_and_whole_in_a_pipe(run, tmp_path):
    there, piped = at_a_terminal(tmp_path, "check", SAMPLE), run("check", SAMPLE).stdout
    assert max(len(line) for line in there if not re.match(r"\s*drafter ", line)) < 72
    assert max(map(len, piped.split("\n"))) > 300
    assert " ".join(" ".join(there).split()) == " ".join(piped.split())


def test_json_and_the_text_of_the_complaint_are_not_folded(tmp_path):
    assert max(map(len, at_a_terminal(tmp_path, "draft", SAMPLE, "--text"))) > 300
    assert any(len(line) > 72 for line in at_a_terminal(tmp_path, "check", SAMPLE, "--format", "json"))
