"""Tables that name the same things agree: commands, papers, lines of a caption, sections of the sheet."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import drafter
from drafter.checks import CHECKS, classes
from drafter.checks.engine.groups import GROUPS as CHECK_GROUPS
from drafter.commands import COMMANDS, GROUPS
from drafter.complaint.papers import PAPERS, Part
from drafter.complaint.passes import number
from drafter.facts import vocabularies
from drafter.facts.classes import RepresentedGroup
from drafter.facts.defendants import Defendant
from drafter.facts.filing import Style
from drafter.facts.papers import FilingPaper
from drafter.facts.parties import Plaintiff
from drafter.facts.periods import Period
from drafter.facts.sheet import FactSheet
from drafter.interview import cause_questions
from drafter.interview.screens import review
from drafter.interview.sections import SECTIONS
from drafter.layout.setting import SETTINGS
from drafter.library import builtin_folder, court_records, open_library, pages
from drafter.library.court_records import CourtProfile
from drafter.library.records import CauseQuestion
from drafter.library.severities import SeverityChange
from drafter.tree.changes import GROUPS as HEADINGS
from drafter.word.caption import _SIGNS as CAPTION_SIGNS
from drafter.word.caption import _STYLES as CAPTION_STYLES

PACKAGE = Path(drafter.__file__).parent
HELPERS = {"libraries", "list_law", "__init__", "common", "drafting", "sarif", "severities", "wrapping"} | {
    "guide",
    "version",
    "watching",
    "import_complaint",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_file_with_its_options_and_its_run(name):
    module = import_module(f"drafter.commands.{COMMANDS[name].module or name}")
    assert {"options", "run"} <= set(module.__all__)


def test_each_file_of_a_command_is_in_the_table():
    files = {path.stem for path in (PACKAGE / "commands").glob("*.py")} - HELPERS
    assert files == {command.module or name for name, command in COMMANDS.items()}


def test_each_command_stands_in_one_group_of_the_help(run):
    shown = run("--help").stdout
    assert [name for name in COMMANDS if shown.count(f"\n    {name} ") != 1] == []
    assert all(f"{group}:\n" in shown for group in GROUPS)


def test_the_help_of_the_program_loads_no_command_and_nothing_of_the_drafting():
    """Nor what takes a tenth of its time: `typing`, and what asks for the width of a terminal."""
    code = (
        "import sys, drafter.cli as cli; cli.main(['--help']);"
        " told = [name for name in sys.modules if name[:7] == 'drafter' or name in ('typing', 'shutil')];"
        " print(sorted(told), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stderr) == [
        "drafter",
        "drafter.cli",
        "drafter.commands",
        "drafter.errors",
        "drafter.printable",
    ]


def test_each_paper_has_its_templates_and_parts_that_there_are():
    for paper in PAPERS.values():
        for name in (paper.template, paper.title, paper.caption, paper.counsel, paper.signature):
            assert (builtin_folder() / name).is_file(), (paper.name, name)
        assert paper.parts <= set(get_args(Part)) and {field for field, _ in paper.needs} <= set(
            FactSheet.questions
        )


def test_each_kind_of_line_of_the_caption_is_set_by_word_as_the_table_of_indents_has_it():
    import re

    words = (builtin_folder() / "papers" / "caption.md").read_text(encoding="utf-8")
    kinds = set(re.findall(r"^([a-z]+): ", words, re.MULTILINE)) - {"court"}
    assert kinds == set(CAPTION_STYLES)
    assert {style for kind, style in CAPTION_STYLES.items() if kind in ("role", "connector", "claim")} <= set(
        SETTINGS
    )


def choices_of(record, field):
    """The words that may stand in a field."""
    found = [get_type_hints(record)[field]]
    while any(get_args(one) for one in found):
        found = [inner for one in found for inner in get_args(one) or (one,)]
    return [word for word in found if isinstance(word, str)]


@pytest.mark.parametrize(
    ("table", "record", "field"),
    [
        (vocabularies.CLAIM_WORDS, Style, "claim_word"),
        (vocabularies.CLAIM_WORDS, CourtProfile, "claim_word"),
        (vocabularies.PRONOUNS, Plaintiff, "pronouns"),
        (vocabularies.PRONOUNS, Defendant, "pronouns"),
        (vocabularies.CLASS_TYPES, RepresentedGroup, "rule_23b"),
        (court_records.CAPTION_FORMS, court_records.LayoutSpec, "caption_form"),
        (court_records.FOOTER_FORMS, court_records.LayoutSpec, "footer_form"),
        (pages._PLACES, CourtProfile, "class_legend_place"),
        (number._FORMATS, court_records.LayoutSpec, "heading_numbers"),
        (classes._FLOATING, Period, "until"),
        (cause_questions._OF_CAUSE, CauseQuestion, "kind"),
        (review._WORDS, SeverityChange, "severity"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_table_has_each_word_that_may_stand_in_its_field(table, record, field):
    assert sorted(table) == sorted(choices_of(record, field))


def test_each_part_of_the_ids_of_checks_is_a_group_and_each_group_has_a_check():
    assert {own.partition("-")[0] for own in CHECKS} == set(CHECK_GROUPS)


def test_each_paper_that_a_court_names_is_of_a_kind_that_a_sheet_may_list():
    assert choices_of(court_records.Companion, "kind") == choices_of(FilingPaper, "kind")
    named = {paper.kind for court in open_library().courts() for paper in court.companions}
    assert named <= set(choices_of(FilingPaper, "kind"))


def test_the_signs_of_captions_are_of_forms_that_there_are():
    assert set(CAPTION_SIGNS) <= set(court_records.CAPTION_FORMS)


def test_each_field_of_the_sheet_stands_in_one_section_of_the_interview():
    named = [name for names in SECTIONS.values() for name in names]
    assert sorted(named) == sorted(set(named)) and set(named) <= set(FactSheet.questions)


def test_the_headings_of_what_changed_name_fields_of_the_sheet_each_once():
    named = [name for names in HEADINGS.values() for name in names]
    assert sorted(named) == sorted(set(named)) and set(named) <= set(FactSheet.questions)


def test_each_section_of_a_draft_has_its_template():
    from drafter.complaint.assembling import _ORDER

    assert [name for name in _ORDER if not (builtin_folder() / "sections" / f"{name}.md").is_file()] == []
