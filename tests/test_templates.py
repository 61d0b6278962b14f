"""Templates: a firm's own shadow drafter's, errors name file, line and source line, and values are inert in
every construct.
"""

import pytest
from conftest import SAMPLE

from drafter.complaint.views.values import Tokens, value_of
from drafter.document import plain
from drafter.errors import TemplateError
from drafter.facts.values import Plain
from drafter.library import builtin_folder, open_library
from drafter.library.environment import Environment
from drafter.markup import template


@pytest.fixture
def firm(tmp_path):
    folder = tmp_path / "firm"
    (folder / "sections").mkdir(parents=True)
    (folder / "causes").mkdir()
    return folder


def test_a_firms_section_shadows_ours(firm, run):
    (firm / "sections" / "jury-demand.md").write_text(
        "# JURY\n\nA jury is demanded, says the firm.\n", encoding="utf-8"
    )
    assert "A jury is demanded, says the firm." in run("draft", SAMPLE, "--text", "--templates", firm).stdout


def test_a_firms_cause_extends_ours_by_block(firm, run):
    (firm / "causes" / "ca-breach-contract.md").write_text(
        '{% extends "builtin/causes/ca-breach-contract.md" %}\n{% block relief %}\n1. The firm asks for'
        " more.\n{% endblock %}\n",
        encoding="utf-8",
    )
    text = run("draft", SAMPLE, "--text", "--templates", firm).stdout
    assert "The firm asks for more." in text and "That was a breach." in text


def test_an_undefined_name_is_shown_with_its_line_and_a_suggestion(firm, run):
    (firm / "sections" / "jury-demand.md").write_text(
        "# JURY\n\n{{ plaintifs }} demand a jury.\n", encoding="utf-8"
    )
    done = run("draft", SAMPLE, "--templates", firm)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert (
        "jury-demand.md:3:" in done.stderr
        and "{{ plaintifs }} demand a jury." in done.stderr
        and "plaintiffs" in done.stderr
    )


def test_a_syntax_error_is_shown_with_its_line(firm, run):
    (firm / "sections" / "jury-demand.md").write_text("# JURY\n\n{% if %}\n", encoding="utf-8")
    done = run("draft", SAMPLE, "--templates", firm)
    assert done.returncode == 2 and "jury-demand.md:3:" in done.stderr


CONSTRUCTS = [
    "{{ v }}",
    "{{ v ~ '' }}",
    "{{ [v, ''] | join }}",
    "{{ '%s' | format(v) }}",
    "{{ ('<' ~ v ~ '>') | replace('<', '') | replace('>', '') }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(v) }}",
    "{% set x = v %}{{ x }}",
    "{% filter trim %}{{ v }}{% endfilter %}",
]


@pytest.mark.parametrize("construct", CONSTRUCTS)
@pytest.mark.parametrize(
    "text",
    [
        "*not emphasis*",
        "{{ 7*7 }}",
        "[@nowhere] [[blank]] [^1]",
        "# no heading",
        "1. no number",
        "a | b",
        "\\ back",
    ],
)
def test_a_value_prints_as_typed_through_every_construct(construct, text, firm):
    (firm / "sections" / "probe.md").write_text(f"1. Before {construct} after.\n", encoding="utf-8")
    tokens = Tokens()
    rendered = Environment(open_library(str(firm))).render(
        "sections/probe.md", {"v": value_of(tokens, Plain(text), "path", "prompt")}
    )
    blocks, _ = template(rendered, tokens.passages)
    assert [plain(block.content) for block in blocks] == [f"Before {text} after."]


def test_what_stands_between_two_rules_of_a_template_prints_as_it_is_no_front_matter(firm):
    (firm / "sections" / "probe.md").write_text("Before\n---\nbetween\n---\nafter\n", encoding="utf-8")
    assert "between" in Environment(open_library(str(firm))).render("sections/probe.md", {})


def test_a_template_cannot_reach_beyond_its_views(firm):
    (firm / "sections" / "probe.md").write_text("{{ v.__class__.__mro__ }}\n", encoding="utf-8")
    with pytest.raises(TemplateError):
        Environment(open_library(str(firm))).render(
            "sections/probe.md", {"v": value_of(Tokens(), Plain("x"), "path", "prompt")}
        )


def test_every_cause_and_court_of_the_library_loads_and_is_named_after_its_file():
    library = open_library()
    assert {cause.id for cause in library.causes()} == {
        path.stem for path in (builtin_folder() / "causes").glob("[!_]*.md")
    }
    assert {court.id for court in library.courts()} == {
        path.stem for path in (builtin_folder() / "courts").glob("*.yaml")
    }
    for cause in library.causes():
        body = (builtin_folder() / "causes" / f"{cause.id}.md").read_text(encoding="utf-8")
        for element in cause.elements:
            pleaded = f'{{% element "{element.id}" %}}' in body or element.conclusion
            assert pleaded, f"{cause.id} does not plead {element.id}"
            assert element.law, f"{cause.id}.{element.id} has no authority with its status"
        assert all(remedy.as_of for remedy in cause.remedies if remedy.amount)
