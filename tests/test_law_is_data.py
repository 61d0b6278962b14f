"""Law is data: no id of a cause, a court or a State, no section and no statutory date stands in a condition,
table or message of code. What code says of law it takes from the library.
"""

import ast
import re

import pytest
from test_house import PACKAGE

from drafter.checks import CHECKS
from drafter.cli import main
from drafter.errors import TemplateError
from drafter.facts.values import STATE_NAMES
from drafter.library import open_library

LIBRARY = open_library()
ROOMS = ("checks", "complaint", "interview", "commands", "compare", "intake", "reuse", "layout", "word")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
CITED = re.compile(
    r"(?:§§?|\b[Ss]ections?|\bRules?|\bR\.|\bCiv\. P\.|\bLR|\bCPLR|\bch\.|\b[Cc]hapter|\b[Aa]rticle|U\.S\.C\."
    r"|\bILCS|\bNYCRR)[ \xa0]?\d"
)
"""A section or a rule with its number; a sign or a word by which such a one is found has none."""
DATED = re.compile(rf"\b(?:{MONTHS}) \d{{1,2}}, (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
NUMBER = re.compile(r"[1-9]\d{2,4}(?:\.\d+)?|[1-9]\d{0,2}[A-Z]")
"""A string that is the number of a section and nothing else."""
LARGE = 10_000
"""A number in the code of checks or views from which it is a sum of some law."""

MAY_CITE = {"help", "authority"}
"""What may cite: the help and the authority of a question or a prompt, as docstrings may."""


def passed_over(tree):
    """The nodes of a module that may cite: docstrings, helps and authorities; the id and the title of a
    check; the keys by which authorities are declared and asked for.
    """
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        free = [word.value for word in node.keywords if word.arg in MAY_CITE]
        if name == "check":
            free += node.args
        if name in KEYED:
            free += node.args[:2]
        found |= {id(inner) for one in free for inner in ast.walk(one)}
    return found


EXAMPLES = {
    "commands/accept.py": ("2026-03-01",),
    "commands/siblings.py": ("--courts cand,nysd",),
    "intake/rows.py": ("2004-09-18", "2024-09-18"),
    "interview/prompts.py": ("2024-09-18", "CA, or California"),
    "reuse/stand_ins.py": ("NY", "DC", "MD"),
}
"""What is no law: how a day, a State or a list of courts is typed, and towns that do not exist."""
KEYED = ("authority", "cited", "name_of", "least_of")
"""Functions whose second argument is the key of an authority."""


def law_in(text):
    """What of the library's law stands in a string of the code."""
    tokens = set(re.split(r"[\s,;:/]+", text))
    for own in CAUSES:
        if re.search(rf"(?<![\w-]){re.escape(own)}(?![\w-])", text):
            yield f"cause {own}"
    if text.endswith("-") and any(own.startswith(text) for own in CAUSES):
        yield f"causes {text}"
    yield from (f"court {own}" for own in sorted(COURTS & tokens))
    yield from (f"State {own}" for own in STATE_NAMES if text == own != "ID")  # the word of a --help
    yield from (f"State {name}" for name in STATE_NAMES.values() if re.search(rf"\b{name}\b", text))
    for pattern in (CITED, DATED):
        yield from (found.group() for found in [pattern.search(text)] if found)
    if NUMBER.fullmatch(text):
        yield f"section {text}"


CAUSES = LIBRARY.ids("causes", ".md")
COURTS = set(LIBRARY.ids("courts", ".yaml"))


def law_of(path, room):
    """Every piece of law in the code of a module: what, and in which words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    free = passed_over(tree)
    examples = EXAMPLES.get("/".join(path.parts[-2:]), ())
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in free:
            if any(example in node.value for example in examples):
                continue
            for found in law_in(node.value):
                yield f"{found} in {node.value[:60]!r}"
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            if room in ("checks", "complaint") and node.value >= LARGE:
                yield f"sum {node.value}"
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "date":
            if node.args and all(isinstance(one, ast.Constant) for one in node.args):
                yield f"day {ast.unparse(node)}"


def found_in_code():
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            for found in law_of(path, room):
                yield f"{path.relative_to(PACKAGE).as_posix()}: {found}"


def test_no_law_stands_in_code():
    assert list(found_in_code()) == []


@pytest.mark.parametrize(
    "code, law",
    [
        ('if cause.id == "ca-clra": pass', "cause ca-clra"),
        ('if own.startswith("securities-"): pass', "causes securities-"),
        ('by_court = {"cand": None}', "court cand"),
        ('if court.state == "CA": pass', "State CA"),
        ('told = f"{own} rests on § 1367 alone."', "§ 1"),
        ('told = "see Rule 23(b)"', "Rule 2"),
        ("if filed >= date(2027, 1, 1): pass", "day date(2027, 1, 1)"),
        ('told = "since August 2, 2024"', "August 2, 2024"),
        ('if "1782" in statute: pass', "section 1782"),
        ("if amount > 5_000_000: pass", "sum 5000000"),
    ],
)
def test_law_in_code_would_be_seen(code, law, tmp_path):
    module = tmp_path / "module.py"
    module.write_text(code, encoding="utf-8")
    assert [found.startswith(law) for found in law_of(module, "checks")] == [True]


# --- the authorities of checks


def test_each_key_of_an_authority_in_code_is_one_of_the_library_and_each_of_the_library_is_used():
    used = {key for entry in CHECKS.values() for key in entry.authority}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in KEYED
            ):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                at = 1 if name in ("authority", "cited") else 0
                used |= {one.value for one in node.args[at : at + 1] if isinstance(one, ast.Constant)}
    assert used - set(LIBRARY.authorities()) == set()
    assert set(LIBRARY.authorities()) - used - RELATED == set(), "an authority that no check declares"


RELATED = {str(court.related_cases) for court in LIBRARY.courts() if court.related_cases}
"""Declared by the courts whose rules on related cases they are."""


def test_each_part_of_an_authority_that_a_message_names_is_in_its_citation():
    """`cited(draft, key, part)` and `name_of(key, part)`: the part is there, and is of the section cited."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                asked = node.args[1:] if name == "cited" else node.args if name == "name_of" else []
                if len(asked) == 2 and all(isinstance(one, ast.Constant) for one in asked):
                    assert LIBRARY.name_of(asked[0].value, asked[1].value), ast.unparse(node)
    for entry in LIBRARY.authorities().values():
        for words in map(str, entry.named.values()):
            assert re.search(r"\d[\d.]*", words)[0] in str(entry.cite), (entry.cite, words)


def test_an_authority_stands_where_its_own_court_or_circuit_does():
    """A decision of one circuit names it; what no court is named for holds everywhere."""
    for key, entry in LIBRARY.authorities().items():
        LIBRARY.known_courts(key, entry.courts)
        cite = str(entry.cite)
        circuit = re.search(r"\((\d+)(?:st|d|th) Cir\. (?:19|20)\d\d\)(?: \(en banc\))?$", cite)
        if circuit and ";" not in cite:
            assert circuit[1] in map(str, entry.courts), key


OWN = """authorities:
  kanter: {cite: Kanter v. Warner-Lambert Co., status: text_read, read: our copy, why: we read it}
"""


def firm(tmp_path, text):
    (tmp_path / "authorities.yaml").write_text(text, encoding="utf-8")
    return open_library(str(tmp_path))


def test_a_firm_puts_an_authority_of_its_own_in_the_place_of_drafters_and_says_why(tmp_path):
    library = firm(tmp_path, OWN)
    assert str(library.authorities()["kanter"].printed) == "Kanter v. Warner-Lambert Co."
    assert "quoted by court" in str(LIBRARY.authorities()["kanter"].printed)
    assert library.authorities()["hertz"] == LIBRARY.authorities()["hertz"]
    assert library.fingerprint() != LIBRARY.fingerprint()


@pytest.mark.parametrize(
    "then, now, told",
    [
        (", why: we read it", "", "nothing says why it takes the place of “Kanter"),
        ("kanter:", "kantor:", "no check declares an authority of that key"),
        ("why:", "courts: [calsuper], why:", "there is no court “calsuper”"),
        ("status: text_read", "status: verified", "authorities.yaml:2: authorities.kanter.status"),
    ],
)
def test_a_wrong_authority_of_a_firm_is_refused_in_one_message(then, now, told, tmp_path):
    with pytest.raises(TemplateError, match=re.escape(told)):
        firm(tmp_path, OWN.replace(then, now)).authorities()
    assert main(["lint-templates", str(tmp_path)]) == 1


def test_the_findings_and_the_explanation_show_the_firms_authority(tmp_path, capsys):
    firm(tmp_path, OWN)
    (key,) = [own for own, entry in CHECKS.items() if "kanter" in entry.authority][:1]
    assert main(["explain", key, "--templates", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "  Kanter v. Warner-Lambert Co. (read: our copy) (this firm’s, because we read it)\n" in told


# --- what tables name is there


def court_of_a_firm(tmp_path, id, then, now):
    """The folder of a firm with a court of drafter's, changed in one place."""
    text = (LIBRARY.builtin / "courts" / f"{id}.yaml").read_text(encoding="utf-8")
    assert then in text
    (tmp_path / "courts").mkdir()
    (tmp_path / "courts" / f"{id}.yaml").write_text(text.replace(then, now), encoding="utf-8")


@pytest.mark.parametrize(
    "id, then, now, told",
    [
        ("njd", "REL-009", "REL-909", "There is no check REL-909."),
        ("njd", "related_cases: lr-nj", "related_cases: lr-new", "there is no authority “lr-new”"),
        ("cacd", "most_does: 10", "most_does: ten", "most_does"),
        ("njd", "PRIV-007: silent", "PRIV-007: quiet", "severities.PRIV-007"),
    ],
)
def test_a_court_that_names_what_there_is_not_is_told_by_the_lint(id, then, now, told, tmp_path, capsys):
    court_of_a_firm(tmp_path, id, then, now)
    assert main(["lint-templates", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert f"{id}.yaml" in out and told in out and "1 flaw" in out


def test_a_firms_copy_of_a_court_has_what_it_does_not_say_of_checks_and_counts_where_it_does(tmp_path):
    """Copies that firms made before a court's severities stood in its file."""
    court_of_a_firm(tmp_path, "njd", "severities: {PRIV-007: silent, REL-009: warning}\n", "")
    assert open_library(str(tmp_path)).court("njd").severities == LIBRARY.court("njd").severities
    (tmp_path / "courts" / "njd.yaml").unlink()
    (tmp_path / "courts").rmdir()
    court_of_a_firm(tmp_path, "njd", "severities: {PRIV-007: silent, REL-009: warning}", "severities: {}")
    assert open_library(str(tmp_path)).court("njd").severities == {}


def test_a_firms_copy_of_a_cause_has_the_traits_and_notices_that_checks_ask_for(tmp_path):
    """A copy that a firm made before traits stood in causes, and one that says what its cause is."""
    text = (LIBRARY.builtin / "causes" / "ca-clra.md").read_text(encoding="utf-8")
    new = ("names:", "told_by:", "called:", "wants:", "county_venue:", "traits:")
    old = "\n".join(line for line in text.split("\n") if not line.strip().startswith(new))
    assert old != text
    (tmp_path / "causes").mkdir()
    (tmp_path / "causes" / "ca-clra.md").write_text(old, encoding="utf-8")
    assert open_library(str(tmp_path)).cause("ca-clra") == LIBRARY.cause("ca-clra")
    ours = old.replace("kind:", "traits: [contract]\nkind:", 1) if "\nkind:" in old else old
    ours = ours.replace("\njurisdiction:", "\ntraits: [contract]\njurisdiction:", 1) if ours == old else ours
    (tmp_path / "causes" / "ca-clra.md").write_text(ours, encoding="utf-8")
    assert open_library(str(tmp_path)).cause("ca-clra").traits == ["contract"]


def test_a_firms_own_cause_of_a_kind_is_checked_as_drafters_are(tmp_path):
    """A cause of another State on biometric data, which no code knows."""
    text = (LIBRARY.builtin / "causes" / "il-bipa-15b.md").read_text(encoding="utf-8")
    (tmp_path / "causes").mkdir()
    own = tmp_path / "causes" / "tx-cubi.md"
    own.write_text(text.replace("id: il-bipa-15b", "id: tx-cubi", 1), encoding="utf-8")
    cause = open_library(str(tmp_path)).cause("tx-cubi")
    assert cause.traits == ["biometric"] and cause.single_recovery
    own.write_text(own.read_text(encoding="utf-8").replace("[biometric]", "[biometrics]"), encoding="utf-8")
    with pytest.raises(TemplateError, match="traits"):
        open_library(str(tmp_path)).cause("tx-cubi")


def test_a_firms_own_court_has_what_the_law_of_its_state_says_of_does(tmp_path):
    """A California court that drafter does not know names fictitious defendants by the State's Code."""
    from matters import findings_in_state_court

    assert "§ 474" in findings_in_state_court(tmp_path, "CA", "DEF-003")[0]
    assert findings_in_state_court(tmp_path / "other", "NV", "DEF-003") == []


def test_drafters_own_templates_have_no_flaw(capsys):
    assert main(["lint-templates"]) == 0
    assert ": 0 flaws." in capsys.readouterr().out


if __name__ == "__main__":
    print("\n".join(found_in_code()))
