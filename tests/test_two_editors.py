"""Two processes edit one sheet at once, by turns, over each other and after a kill: no update is lost, no
file is broken.

A sample runs here, with its seed printed; two hundred rounds: DRAFTER_ROUNDS=200 python -m pytest -n 0 -s
tests/test_two_editors.py tests/test_write_steps.py (the second stops each writing step once).
"""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT

from drafter.errors import SheetError
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.yamltext.read import read_sheet

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no kill -9")
ROUNDS = int(os.environ.get("DRAFTER_ROUNDS", "24"))
SEED = int(os.environ.get("DRAFTER_SEED", random.randrange(10**6)))
SHEET = """schema_version: 1
# two people work on this
matter: Lee v. Acme
court: {id: cand}
plaintiffs:
  - {id: ada, name: Ada}   # hers
  - {id: bo, name: Bo}   # his
"""

EDITOR = """
import random, sys, time
from drafter.errors import DrafterError
from drafter.tree.answers import Change
from drafter.matter_files.editing import EditingSession
path, name, rounds, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
chance = random.Random(seed)
number = int(sys.argv[5])
done = 0
while done < rounds:
    try:
        keeper = EditingSession.open(path)
    except DrafterError as error:
        if "is open" not in str(error) and "taken over" not in str(error):
            print("odd", repr(str(error)), flush=True)
        time.sleep(chance.random() * 0.01)
        continue
    try:
        for _ in range(chance.randint(1, 3)):
            seen = int(str(keeper.answers.get("court.judge") or "0").split()[-1])
            keeper.record(Change("allegations", "add", {"id": f"{name}-{number}", "text": f"{name} wrote this, number {number}. " * chance.randint(1, 40)}))
            print("kept", number, flush=True)
            number += 1
            keeper.record(Change(f"plaintiffs.{name}.name", "set", f"{name} {number}"))
            keeper.record(Change("court.judge", "set", f"round {seen + 1}"))  # both count on one field
            print("counted", seen + 1, flush=True)
            if chance.random() < 0.3:
                time.sleep(chance.random() * 0.01)
            if chance.random() < 0.3:
                keeper.save()
        done += 1
    finally:
        try:
            keeper.close()
        except DrafterError as error:
            print("odd", repr(str(error)), flush=True)
print("end", flush=True)
"""  # noqa: E501


def start(path, name, rounds, seed, number):
    return subprocess.Popen(
        [sys.executable, "-c", EDITOR, str(path), name, str(rounds), str(seed), str(number)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.fixture
def path(tmp_path):
    sheet = tmp_path / "lee.yaml"
    sheet.write_text(SHEET, encoding="utf-8")
    return sheet


def numbers(path, name):
    return [
        entry["id"]
        for entry in read_sheet(path)[1].get("allegations", [])
        if entry["id"].startswith(f"{name}-")
    ]


def test_two_processes_at_once_lose_nothing(path):
    print(f"\nDRAFTER_SEED={SEED} DRAFTER_ROUNDS={ROUNDS}")
    editors = {
        name: start(path, name, ROUNDS // 2, SEED + number, 1) for number, name in enumerate(("ada", "bo"))
    }
    while any(editor.poll() is None for editor in editors.values()):
        load(path)  # at any moment whoever reads it reads a whole sheet
        time.sleep(0.02)
    told = {name: editor.stdout.read().split("\n") for name, editor in editors.items()}
    assert [line for lines in told.values() for line in lines if line.startswith("odd")] == []
    counts = [int(line.split()[1]) for lines in told.values() for line in lines if line.startswith("counted")]
    assert sorted(counts) == list(range(1, len(counts) + 1)), (
        "two counted on the same number: one update was lost"
    )
    tree = read_sheet(path)[1]
    assert tree["court"]["judge"] == f"round {len(counts)}" and len(counts) >= ROUNDS
    for name, lines in told.items():
        kept = [int(line.split()[1]) for line in lines if line.startswith("kept")]
        assert numbers(path, name) == [f"{name}-{number}" for number in kept]
    assert "# two people work on this" in path.read_text(encoding="utf-8") and "# hers" in path.read_text(
        encoding="utf-8"
    )
    assert sorted(entry.name for entry in path.parent.iterdir()) == [".lee.yaml.bak", "lee.yaml"]


def test_one_that_is_killed_holds_the_other_up_for_no_time_and_loses_nothing(path):
    chance, next_number, kept = random.Random(SEED), {"ada": 1, "bo": 1}, {"ada": 0, "bo": 0}
    for round_ in range(max(3, ROUNDS // 8)):
        other = start(path, "bo", 2, SEED + round_, next_number["bo"])
        killed = start(path, "ada", 1000, SEED - round_, next_number["ada"])
        told = [killed.stdout.readline() for _ in range(chance.randint(1, 12))]
        time.sleep(chance.random() * 0.02)
        killed.kill()
        told += killed.communicate()[0].splitlines()
        said = other.communicate(timeout=60)[0].splitlines()
        assert [line for line in said if line.startswith("odd")] == [] and said[-1] == "end"
        for name, lines in (("ada", told), ("bo", said)):
            kept[name] = max(
                [kept[name], *(int(line.split()[1]) for line in lines if line.startswith("kept"))]
            )
        EditingSession.open(path).close()
        for name in ("ada", "bo"):
            there = numbers(path, name)
            assert there == [f"{name}-{number}" for number in range(1, len(there) + 1)], SEED
            assert kept[name] <= len(there) <= kept[name] + 1, SEED
            next_number[name] = len(there) + 1
            kept[name] = len(there)


TAKER = """
import json, sys, time
from pathlib import Path
from drafter.matter_files.lock import Lock
sheet = Path(sys.argv[1])
while time.time() < float(sys.argv[2]):
    pass
held = []
for number in range(int(sys.argv[3])):
    lock = Lock.take(sheet)
    if isinstance(lock, Lock):
        print("took", time.monotonic(), end=" ")
        time.sleep(0.001)
        print("held" if lock.is_held() else "lost", time.monotonic(), flush=True)
        lock.release()
    stale = sheet.with_name(f".{sheet.name}.lock")
    if number % 3 == 0:
        try:
            with open(stale, "x") as file:
                json.dump({"pid": 2**22 + 1, "host": __import__("socket").gethostname(), "user": "gone", "since": ""}, file)
        except FileExistsError:
            pass
"""  # noqa: E501


def test_a_lock_that_was_left_is_taken_over_by_one_alone(path):
    begin = str(time.time() + 1.0)
    takers = [
        subprocess.Popen(
            [sys.executable, "-c", TAKER, str(path), begin, str(ROUNDS * 20)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for _ in range(3)
    ]
    held = []
    for taker in takers:
        lines = taker.communicate(timeout=120)[0].splitlines()
        assert taker.returncode == 0
        held += [(float(words[1]), float(words[3]), words[2]) for line in lines if (words := line.split())]
    held.sort()
    assert len(held) >= ROUNDS and all(word == "held" for *_, word in held), (
        "a lock was taken from one that held it"
    )
    assert [(one, other) for one, other in zip(held, held[1:], strict=False) if other[0] < one[1]] == [], (
        "two held it at once"
    )


def test_the_one_that_waits_is_told_who_has_it(path):
    other = start(path, "ada", 1000, SEED, 1)
    other.stdout.readline()
    deadline, told = time.monotonic() + 10, ""
    while "is open" not in told and time.monotonic() < deadline:
        try:
            EditingSession.open(path).close()
        except SheetError as error:
            told = str(error)
    other.kill()
    other.communicate()
    assert f"(process {other.pid})" in told and json.dumps(told)
