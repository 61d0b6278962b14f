"""A whole interview at a pseudo-terminal, from an empty folder to a draft, with going back and jumping to the
hub on the way.
"""

from __future__ import annotations

import sys

import pytest

pytest.importorskip("pexpect", reason="pexpect is not installed")
pytest.importorskip("pyte", reason="pyte is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")

BACKS, JUMPS = 14, ("Bar number", "Telephone number", "State of incorporation or organization")


@pytest.mark.long
def test_a_lawyer_goes_from_an_empty_folder_to_a_draft(tmp_path, run):
    from matter_answers import answers
    from person import HUB, Answerer, Person

    person = Person(tmp_path, "new", "lee.yaml")
    hand = Answerer(person, answers())
    backs, jumps, prompts = 0, list(JUMPS), 0
    while person.wait():
        prompts += 1
        assert prompts < 400, "\n".join(person.lines()[-40:])
        place, title, rows = person.asked()
        if title in jumps:
            jumps.remove(title)
            person.press(HUB)
        elif prompts % 11 == 0 and title != "Section" and not hand.again:
            backs += 1
            hand.back()
        else:
            hand.go()
    assert backs >= 12 and not jumps and prompts > 150
    sheet = (tmp_path / "lee.yaml").read_text(encoding="utf-8")
    typed = [
        answer
        for _, title, answer in hand.asked
        if isinstance(answer, str)
        and len(answer) > 12
        and " " in answer
        and title not in ("Section", "Facts")
    ]
    assert len(typed) > 25
    assert [
        answer
        for answer in typed
        if answer not in sheet and not any(word in answer for word in ("Add", "Done", "The sentence"))
    ] == []
    text = run("draft", "lee.yaml", "--text", cwd=tmp_path)
    assert text.returncode in (0, 1), text.stderr
    for answer in (
        "José Lee",
        "Acme Corporation",
        "Doe & Roe LLP",
        "SBN 100001",
        "who bought Acme Cloud",
        "10,000",
        "Acme promised confidentiality and broke the promise",
    ):
        assert answer in text.stdout or answer.upper() in text.stdout, answer
    blanks = run("check", "lee.yaml", "--format", "json", cwd=tmp_path).stdout
    for answered in (
        "State of citizenship",
        "bar number",
        "telephone number",
        "number of members",
        "why common questions",
        "first day",
        "what happened",
    ):
        assert f"A blank stands in the draft: {answered}" not in blanks
