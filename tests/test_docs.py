"""The README says what the program does: its commands run, its table of commands is whole, its exit codes are
those.
"""

from __future__ import annotations

import re
import shlex
import shutil

from conftest import ROOT, SAMPLES_FOLDER

README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands():
    return [
        line
        for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
        for line in block.splitlines()
        if line.strip()
    ]


def test_two_commands_do_all_the_set_up():
    both = [line for line in commands() if "pip install" in line]
    assert len(both) == 2 and "drafter draft samples/" in both[0] and both[1].endswith("python -m pytest")


def test_the_first_command_says_what_it_writes_and_how_it_ends(run, tmp_path):
    arguments = shlex.split(commands()[0].split(".venv/bin/drafter")[1])
    shutil.copytree(SAMPLES_FOLDER, tmp_path / "samples")
    done = run(*arguments)
    written, code, words = re.search(r"It writes `(.*?)` .*? exit code (\d) and `(.*?)`", README).groups()
    assert (tmp_path / written).exists() and done.returncode == int(code) and words in done.stdout


def test_every_command_of_the_program_is_in_the_table(run):
    shown = re.findall(r"^    ([\w-]+) ", run("--help").stdout, re.MULTILINE)
    assert len(shown) >= 5
    assert [
        name for name in shown if f"| `drafter {name}" not in README and f" · `drafter {name}" not in README
    ] == []


def test_every_option_in_the_table_is_one_the_program_knows(run):
    for line in re.findall(r"^\| `drafter ([\w-]+) (.*?)` \|", README, re.MULTILINE):
        name, rest = line
        known = run(name, "--help").stdout
        for option in re.findall(r"--?[a-z][a-z-]*", rest):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", known), f"drafter {name} knows no {option}"


def test_every_file_the_readme_points_to_is_there():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_recorded_session_is_what_the_program_does():
    from recorded import of_readme, record

    assert of_readme(README) == record()
