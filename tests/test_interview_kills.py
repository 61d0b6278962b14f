"""`kill -9` at random moments of an interview: the sheet always loads, and no answer is lost but the one
being typed.

A sample runs here, with its seed printed; a hundred kills: DRAFTER_KILLS=100 python -m pytest -n 0 -s
tests/test_interview_kills.py
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time

import pytest

from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load

pytest.importorskip("pexpect", reason="pexpect is not installed")
pytest.importorskip("pyte", reason="pyte is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")

KILLS = int(os.environ.get("DRAFTER_KILLS", "4"))
SEED = int(os.environ.get("DRAFTER_SEED", random.randrange(10**6)))


def typed(hand):
    """The words that were typed and taken: those after which another question was shown."""
    return [
        answer
        for _, title, answer in hand.asked
        if isinstance(answer, str) and " " in answer and title not in ("Section", "Facts", "Claim")
    ]


def sitting(folder, rng, kept):
    """One sitting that ends by a kill at a random moment; gives what must be on disk. `kept` is what was
    there before.
    """
    from matter_answers import answers
    from person import HUB, Answerer, Person

    path = folder / "lee.yaml"
    person = Person(folder, *(["edit", "lee.yaml"] if path.exists() else ["new", "lee.yaml"]))
    hand = Answerer(person, answers())
    for _ in range(rng.randrange(2, 40)):
        if not person.wait(0.04):
            path.unlink()  # the interview was finished: begin another
            return []
        kept = [*kept, *(answer for answer in typed(hand) if answer not in kept)]
        try:
            hand.go()
        except StopIteration:  # it goes on in another place than this hand was in
            person.press(HUB)
    time.sleep(rng.random() * 0.15)
    person.child.kill(signal.SIGKILL)
    person.child.wait()
    return [
        answer
        for answer in kept
        if not any(word in answer for word in ("Add ", "Done", "The sentence", "Go on", "Save and"))
    ]


def test_a_kill_at_any_moment_loses_at_most_what_was_being_typed(tmp_path):
    print(f"\nDRAFTER_SEED={SEED} DRAFTER_KILLS={KILLS}")
    rng, kept, lost = random.Random(SEED), [], []
    for number in range(KILLS):
        kept = sitting(tmp_path, rng, kept)
        path = tmp_path / "lee.yaml"
        if not path.exists():
            continue
        load(path)  # raises if the sheet, or its journal, cannot be read
        copy = shutil.copytree(
            tmp_path, tmp_path.parent / f"{tmp_path.name}-{number}", ignore=shutil.ignore_patterns("cache")
        )  # the next sitting finds it as it was
        keeper = EditingSession.open(copy / "lee.yaml")
        there = repr(keeper.answers.tree) + repr(keeper.recall("unborn"))
        keeper.close()
        lost += [(number, answer) for answer in kept if answer not in there]
    assert lost == []
