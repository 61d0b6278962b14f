"""Plaintiffs from a spreadsheet: what is read, what each column is for, what a row changes, and what is never
taken.
"""

import argparse
import csv
import datetime
import difflib
import io
import json
import os
import stat
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from conftest import ROOT, SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.commands import import_plaintiffs as command
from drafter.errors import DrafterError, SheetError, UsageError
from drafter.facts.values import Unknown, Without
from drafter.intake import table
from drafter.intake.columns import match, said
from drafter.intake.limits import SpreadsheetError
from drafter.intake.merge import classes_of, plan
from drafter.intake.protected import is_initials, is_minor
from drafter.intake.rows import entries
from drafter.intake.saved_columns import load_columns, place_of, save_columns
from drafter.intake.table import Spreadsheet, SpreadsheetRow
from drafter.intake.workbook import UNCALCULATED
from drafter.matter_files.editing import EditingSession
from drafter.matter_files.load import load
from drafter.tree.answers import Answers
from drafter.wording import slug
from drafter.yamltext.read import read_sheet as read_sheet

TODAY = datetime.date(2026, 6, 1)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system has no modes")


@pytest.fixture
def file(tmp_path):
    """Write a file of text or bytes beside the sheet, and give back its path."""

    def written(content, name="clients.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def matter(tmp_path):
    """A sheet with two plaintiffs, reyes and whitfield, in a folder of its own."""
    path = tmp_path / "matter.yaml"
    path.write_bytes(next(path for path in SAMPLES if path.stem.startswith("reyes")).read_bytes())
    return path


@pytest.fixture
def take_in(matter, file, capsys):
    """Run the command on rows; gives its exit code and what it printed."""

    def run(content, *arguments, name="clients.csv"):
        path = content if isinstance(content, os.PathLike) else file(content, name)
        parser = argparse.ArgumentParser()
        command.options(parser)
        code = command.run(parser.parse_args(["plaintiffs", str(path), str(matter), *arguments]))
        return code, capsys.readouterr().out

    return run


def workbook(path, *rows, change=None):
    """Save rows as a workbook; `change` gets it before."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    book.save(path)
    return path


def patched(path, old, new):
    """The workbook with some XML of its first worksheet replaced, as another program would have written
    it.
    """
    with zipfile.ZipFile(path) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    first = parts["xl/worksheets/sheet1.xml"].replace(b" />", b"/>").replace(b"<v></v>", b"<v/>")
    assert old in first
    parts["xl/worksheets/sheet1.xml"] = first.replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def planned(rows, tree=None, update=False, given=None):
    """What rows, as mappings of heading to cell, change in a tree."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    made = Spreadsheet(
        "clients.csv",
        1,
        headings,
        [
            SpreadsheetRow(place, {key: cell for key, cell in row.items() if cell})
            for place, row in enumerate(rows, 2)
        ],
        [],
    )
    columns = match(headings, {}, given or {})
    tree = {"schema_version": "1"} if tree is None else tree
    return plan(tree, entries(made, columns, classes_of(tree), TODAY), update)


def after(outcomes, tree):
    answers = Answers(tree)
    for outcome in outcomes:
        for change in outcome.changes:
            answers.apply(change)
    return answers.tree["plaintiffs"]


def why(outcome):
    return " / ".join(f"{problem.heading}|{problem.value}|{problem.what}" for problem in outcome.problems)


# --- reading text
# ------------------------------------------------------------------------------------------------------------


def test_a_cell_may_hold_commas_quotation_marks_and_line_ends(file):
    read = table.read_spreadsheet(file('Name,Notes\r\n"Reyes, Dana","said ""no""\r\ntwice"\r\n'))
    assert read.headings == ["Name", "Notes"]
    assert read.rows == [SpreadsheetRow(2, {"Name": "Reyes, Dana", "Notes": 'said "no"\r\ntwice'})]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_mark_between_the_cells_is_found(file, mark):
    read = table.read_spreadsheet(
        file(
            f"Name{mark}City, State{mark}Date\nDana Reyes{mark}Reno{mark}2024\n".replace(
                "City, State", '"City, State"'
            )
        )
    )
    assert read.rows[0].cells == {"Name": "Dana Reyes", "City, State": "Reno", "Date": "2024"}


def test_excels_own_line_about_the_mark_is_not_a_row(file):
    assert table.read_spreadsheet(file("sep=;\r\nName;City\r\nDana;Reno\r\n")).rows == [
        SpreadsheetRow(2, {"Name": "Dana", "City": "Reno"})
    ]


@pytest.mark.parametrize(
    ("encoding", "start", "told"),
    [("utf-8", b"\xef\xbb\xbf", False), ("utf-8", b"", False), ("utf-16", b"", False), ("cp1252", b"", True)],
)
def test_a_file_of_windows_or_unicode_text_is_read_and_a_guess_is_told(file, encoding, start, told):
    read = table.read_spreadsheet(file(start + "Name,City\nJosé Peña,Cañon City\n".encode(encoding)))
    assert read.rows == [SpreadsheetRow(2, {"Name": "José Peña", "City": "Cañon City"})]
    assert any("cp1252" in note for note in read.notes) == told


def test_rows_keep_the_numbers_a_spreadsheet_shows_and_blank_ones_are_skipped(file):
    read = table.read_spreadsheet(file('\nName,Notes\n"A","one\ntwo"\n,\n  ,\nB,\n'))
    assert (read.heading_row, [row.number for row in read.rows]) == (2, [3, 6])


def test_headings_may_stand_lower(file):
    path = file("Clients as of June\n\nName,City\nDana,Reno\n")
    assert table.read_spreadsheet(path, heading_row=3).rows == [
        SpreadsheetRow(4, {"Name": "Dana", "City": "Reno"})
    ]
    with pytest.raises(SpreadsheetError, match="row 2 is blank"):
        table.read_spreadsheet(path, heading_row=2)


def test_each_heading_is_there_once_and_a_column_without_one_is_called_by_its_letter(file):
    assert table.read_spreadsheet(file("Name,Date,,Date,\nDana,1,x,2,\n")).headings == [
        "Name",
        "Date",
        "(column C)",
        "Date (2)",
    ]


def test_a_row_with_a_cell_beyond_the_headings_was_parted_wrongly(file):
    dana, owen = table.read_spreadsheet(file("Name,City\nReyes, Dana,Reno\nOwen Whitfield,Oakland\n")).rows
    assert "beyond the last heading" in dana.trouble
    assert owen.trouble == ""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "there is nothing in it"),
        (b"Name,City\n", "no row under the headings"),
        (b'Name,City\n"Dana,Reno\nOwen,Oakland\n', "cannot be read"),
        (b"Name\n\x81\x00\x01\n", "not a text file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (b"PK\x03\x04 and nothing more", "cannot be read as an Excel workbook"),
        (b"Name\n" + b"x\n" * 10_001, "10,000 rows"),
        (b"x" * 10_000_001, "10,000,000 are the most"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_what_to_do(file, content, message):
    with pytest.raises(SpreadsheetError, match=message) as raised:
        table.read_spreadsheet(file(content))
    assert raised.value.hint


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SpreadsheetError, match="no such file"):
        table.read_spreadsheet(tmp_path / "none.csv")


cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8),
    mark=st.sampled_from(",;\t"),
    mode=st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
)
def test_whatever_was_written_as_csv_is_read_back(tmp_path_factory, rows, mark, mode):
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=mark).writerows([["Name", "City", "Notes"], *rows, ["end", "", ""]])
    path = tmp_path_factory.mktemp("csv") / "clients.csv"
    path.write_bytes(written.getvalue().encode(mode))
    wanted = [
        {key: cell for key, cell in zip(("Name", "City", "Notes"), row, strict=True) if cell.strip()}
        for row in [*rows, ["end", "", ""]]
    ]
    assert [row.cells for row in table.read_spreadsheet(path).rows] == [row for row in wanted if row]


# --- reading workbooks
# ------------------------------------------------------------------------------------------------------------


def test_dates_and_numbers_of_a_workbook_become_the_text_it_shows(tmp_path):
    def form(book):
        for cell, wanted in {
            "B2": "00000",
            "C2": "0.00",
            "E2": "mmm yyyy",
            "F2": "yyyy",
            "G2": "m/d/yy h:mm",
        }.items():
            book.active[cell].number_format = wanted

    day = datetime.datetime(2024, 9, 18)
    path = workbook(
        tmp_path / "c.xlsx",
        ["Zip", "Code", "Price", "Day", "Month", "Year", "Moment", "Yes", "Plain", "Sum"],
        [2139, 2139, 29.9, day, day, day, day.replace(hour=14), True, "007", 0.1 + 0.2],
        change=form,
    )
    assert list(table.read_spreadsheet(path).rows[0].cells.values()) == [
        "2139",
        "02139",
        "29.9",
        "2024-09-18",
        "2024-09",
        "2024",
        "2024-09-18 14:00:00",
        "TRUE",
        "007",
        "0.3",
    ]


def test_blank_rows_of_a_workbook_are_skipped_and_the_others_keep_their_numbers(tmp_path):
    path = workbook(
        tmp_path / "c.xlsx",
        ["Name", "City"],
        [],
        ["Dana", None],
        [None, " "],
        ["Owen", "Oakland", "a remark"],
    )
    assert table.read_spreadsheet(path).rows == [
        SpreadsheetRow(3, {"Name": "Dana"}),
        SpreadsheetRow(5, {"Name": "Owen", "City": "Oakland", "(column C)": "a remark"}),
    ]


def test_a_formula_gives_its_result_and_one_without_a_result_is_not_blank(tmp_path):
    path = workbook(tmp_path / "c.xlsx", ["Name", "Price", "Until"], ["Dana", "=5+2", '=IF(A2="","",A2)'])
    assert table.read_spreadsheet(path).rows[0].cells == {
        "Name": "Dana",
        "Price": UNCALCULATED,
        "Until": UNCALCULATED,
    }
    patched(path, b"<f>5+2</f><v/>", b"<f>5+2</f><v>7</v>")
    patched(path, b'<c r="C2">', b'<c r="C2" t="str">')
    assert table.read_spreadsheet(path).rows[0].cells == {"Name": "Dana", "Price": "7"}


def test_the_first_worksheet_that_is_not_hidden_is_read_and_the_others_are_named(tmp_path):
    def hide(book):
        book.active.sheet_state = "hidden"
        shown = book.create_sheet("Clients")
        for row in (["Name"], ["Dana Reyes"]):
            shown.append(row)

    path = workbook(tmp_path / "c.xlsx", ["Old"], ["Old name"], change=hide)
    assert table.read_spreadsheet(path).rows == [SpreadsheetRow(2, {"Name": "Dana Reyes"})]
    assert "not read: Sheet" in " ".join(table.read_spreadsheet(path).notes)
    assert table.read_spreadsheet(path, worksheet="Sheet").rows == [SpreadsheetRow(2, {"Old": "Old name"})]
    with pytest.raises(SpreadsheetError, match="no worksheet “Clints”") as raised:
        table.read_spreadsheet(path, worksheet="Clints")
    assert "Sheet, Clients" in raised.value.hint


def test_a_workbook_that_says_a_wrong_size_is_read_whole(tmp_path):
    path = patched(
        workbook(tmp_path / "c.xlsx", ["Name", "City"], ["Dana", "Reno"]),
        b'<dimension ref="A1:B2"/>',
        b'<dimension ref="A1"/>',
    )
    assert table.read_spreadsheet(path).rows == [SpreadsheetRow(2, {"Name": "Dana", "City": "Reno"})]


def test_a_workbook_that_is_far_larger_unpacked_is_refused(tmp_path):
    path = tmp_path / "c.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(201):
            part.write(bytes(1_000_000))
    with pytest.raises(SpreadsheetError, match="too large once unpacked"):
        table.read_spreadsheet(path)


def test_the_library_of_workbooks_is_not_loaded_for_text(file, matter):
    code = (
        "import sys; from drafter.intake import command, table as t;"
        f" t.read_spreadsheet({str(file('Name,City' + chr(10) + 'A,B'))!r});"
        " sys.exit('openpyxl' in sys.modules)"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
        ).returncode
        == 0
    )


# --- columns
# ------------------------------------------------------------------------------------------------------------


def test_usual_headings_are_known():
    headings = [
        "First Name",
        "LAST_NAME",
        "City",
        "County",
        "State of Residence",
        "Domicile",
        "Date of purchase",
        "PricePaid",
        "Product",
        "Class",
        "E-mail",
    ]
    assert list(match(headings, {}, {}).fields.values()) == [
        "name.first",
        "name.last",
        "residence.city",
        "residence.county",
        "residence.state",
        "citizenship.state",
        "experience.purchases[].date",
        "experience.purchases[].price",
        "experience.purchases[].product",
        "represents",
        "",
    ]


def test_a_path_is_a_heading_too_and_numbered_purchases_are_several():
    found = match(
        ["name", "experience.why_not_earlier", "Product 1", "Product #2", "Purchase 2 Date"], {}, {}
    ).fields
    assert list(found.values())[1:] == [
        "experience.why_not_earlier",
        "experience.purchases[].product",
        "experience.purchases[2].product",
        "experience.purchases[2].date",
    ]


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (["Name", "State"], "“State” may be residence.state or citizenship.state"),
        (["Name", "State", "State of Residence"], "“State” may be"),
        (["Name", "Date"], "“Date” may be"),
        (["Name", "Citizenship"], "“Citizenship” may be citizenship.state or citizenship.country"),
        (["Name", "City", "Town"], "“City” and “Town” are both for residence.city"),
        (["Full Name", "First Name", "Last Name"], "are all for name"),
    ],
)
def test_a_column_that_could_be_two_things_is_asked_about(headings, told):
    with pytest.raises(UsageError, match=told) as raised:
        match(headings, {}, {})
    assert '--map "' in raised.value.hint


@pytest.mark.parametrize("other", ["City", "Domicile"])
def test_a_state_beside_a_city_or_a_domicile_is_that_of_the_residence(other):
    assert match(["Name", "State", other], {}, {}).fields["State"] == "residence.state"


def test_the_user_decides_and_may_leave_a_column_out():
    found = match(["Name", "State", "Date"], {}, said(["State=citizenship.state", "Date="])).fields
    assert found == {"Name": "name", "State": "citizenship.state", "Date": ""}


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("Town", "names no heading"),
        ("Town=residence.twon", "no field “residence.twon”"),
        ("=name", "names no heading"),
        ("Village=name", "no heading “Village”"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(option, told):
    with pytest.raises(UsageError, match=told):
        match(["Name", "Town"], {}, said([option]))


@pytest.mark.parametrize(
    "heading",
    [
        "DOB",
        "D.O.B.",
        "Birth Date",
        "dateOfBirth",
        "Birthday",
        "SSN",
        "SSN (last 4)",
        "Social Security #",
        "Tax ID",
        "Account #",
        "Bank Account",
        "Acct No.",
        "Credit card",
        "IBAN",
    ],
)
def test_birth_dates_and_numbers_that_may_not_be_filed_are_refused_by_name(heading):
    columns = match(["Name", heading], {heading: "short"}, {})
    assert heading not in columns.fields and "Fed. R. Civ. P. 5.2" in columns.refused[heading]
    with pytest.raises(UsageError, match="cannot be mapped"):
        match(["Name", heading], {}, {heading: "short"})


@pytest.mark.parametrize(
    "heading", ["Birthplace", "Zip", "Discount", "Accountant", "Status", "Social media", "Martin"]
)
def test_other_headings_are_not_taken_for_them(heading):
    assert match(["Name", heading], {}, {}).refused == {}


def test_settled_columns_are_kept_by_the_set_of_headings_and_an_unreadable_file_is_passed_over(matter):
    save_columns(matter, ["Name", "State"], {"Name": "name", "State": "citizenship.state"})
    save_columns(matter, ["Name", "Date"], {"Name": "name", "Date": ""})
    assert load_columns(matter, ["State", "Name"]) == {"Name": "name", "State": "citizenship.state"}
    assert load_columns(matter, ["Name"]) == {}
    place_of(matter).write_text('[{"Name": "no such field"}, 7]')
    assert load_columns(matter, ["Name"]) == {}
    place_of(matter).write_text("{")
    assert load_columns(matter, ["Name", "State"]) == {}


# --- rows
# ------------------------------------------------------------------------------------------------------------


def test_a_row_becomes_a_plaintiff_in_the_sheets_own_forms():
    tree = {"classes": [{"id": "plus", "name": "Plus Class"}, {"id": "plus-illinois"}]}
    row = {
        "First Name": "José",
        "Middle": "",
        "Last Name": "Peña",
        "City": "New\nYork",
        "State": "new york",
        "Domicile": "CA",
        "Pronouns": "He/Him",
        "Product": "Larkspur Plus",
        "Date of purchase": "2024-09-18 00:00:00",
        "Price": "29.9",
        "Class": "Plus Class; plus-illinois",
        "Discovered on": "Sept. 2025",
    }
    assert after(planned([row], tree), tree) == [
        {
            "id": "jose-pena",
            "name": "José Peña",
            "residence": {"city": "New York", "state": "NY"},
            "citizenship": {"state": "CA"},
            "pronouns": "he",
            "experience": {
                "purchases": [{"product": "Larkspur Plus", "date": "2024-09-18", "price": "$29.90"}],
                "discovered": "2025-09",
            },
            "represents": ["plus", "plus-illinois"],
        }
    ]


def test_several_purchases_of_a_row_stand_in_order_without_gaps():
    row = {
        "Name": "Dana Reyes",
        "Product": "",
        "Product 2": "Plus",
        "Purchase 2 price": "$5",
        "Product 3": "Max",
        "Date of purchase 3": "bad",
    }
    (outcome,) = planned([row])
    assert why(outcome).startswith("Date of purchase 3|bad|")
    (outcome,) = planned([{**row, "Date of purchase 3": "2024"}])
    assert outcome.changes[0].value["experience"]["purchases"] == [
        {"product": "Plus", "price": "$5"},
        {"product": "Max", "date": "2024"},
    ]


def test_a_range_of_prices_is_read_as_the_sheet_reads_it():
    row = {"Name": "Dana Reyes", "Product": "Plus", "Purchase price": "$5 to $9"}
    (outcome,) = planned([row])
    assert outcome.changes[0].value["experience"]["purchases"] == [
        {"product": "Plus", "price": "between $5 and $9"}
    ]


def test_a_row_that_cannot_be_used_tells_each_column_value_and_remedy():
    row = {
        "Name": "Bo Li",
        "City": "Reno",
        "State": "Calif",
        "Date of purchase": "13/45/2024",
        "Price": "cheap",
        "Class": "gold",
        "Kind": "person",
    }
    (outcome,) = planned([row])
    assert outcome.verdict == "refused" and outcome.changes == []
    assert {(problem.heading, problem.value) for problem in outcome.problems} == {
        ("State", "Calif"),
        ("Date of purchase", "13/45/2024"),
        ("Price", "cheap"),
        ("Class", "gold"),
        ("Kind", "person"),
    }
    assert (
        "write its postal abbreviation" in why(outcome)
        and "individual" in why(outcome)
        and "it has none yet" in why(outcome)
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"Name": "", "City": "Reno"}, "Name||there is no name"),
        ({"Name": "Reyes, Dana"}, "may be surname first: write it as it is to print, as in “Dana Reyes”"),
        ({"First": "", "Last": "Reyes"}, "First||is blank though the rest"),
        ({"Name": "Dana Reyes", "Price": UNCALCULATED}, "is a formula without a result"),
        ({"Name": "Dana Reyes", "Price": "#REF!"}, "is a formula without a result"),
        ({"Name": "Dana Reyes", "ID": "1042"}, "ID|1042|is not an id"),
        ({"Name": "Dana Reyes", "Age": "about 20"}, "is not an age in years"),
        ({"Name": "Dana Reyes", "DOB": "3/4/09"}, "DOB||has no date that can be read"),
    ],
)
def test_what_makes_a_row_unusable_is_said(row, told):
    (outcome,) = planned([row])
    assert told in why(outcome) and outcome.changes == []


@pytest.mark.parametrize(
    "name", ["Martin King, Jr.", "Dana Reyes, III", "Acme, Inc.", "Ann Lee, as trustee of the Lee Trust"]
)
def test_a_comma_before_a_suffix_is_part_of_the_name(name):
    (outcome,) = planned([{"Name": name}])
    assert outcome.changes[0].value["name"] == name


def test_words_for_nothing_are_blank_but_not_in_a_name():
    dana, na = planned(
        [
            {"Name": "Dana Reyes", "County": "N/A", "Class": "none", "City": "-", "Country": "USA"},
            {"Name": "Na"},
        ]
    )
    assert dana.changes[0].value == {"id": "dana-reyes", "name": "Dana Reyes"} and dana.blanks == 4
    assert na.changes[0].value["name"] == "Na"


@pytest.mark.parametrize("text", ["SSN 123-45-6789", "card 4111 1111 1111 1111", "paid from 12345678901234"])
def test_a_number_that_may_not_be_filed_is_found_in_any_column_and_never_shown(text):
    (outcome,) = planned([{"Name": "Dana Reyes", "Relations": text}])
    assert outcome.verdict == "refused" and "Fed. R. Civ. P. 5.2" in why(outcome)
    assert not any(part.isdecimal() and part in why(outcome) for part in text.replace("-", " ").split())


def test_ordinary_numbers_are_not_taken_for_them():
    assert (
        planned(
            [{"Name": "Dana Reyes", "Relations": "case 2024-CH-0000123, (312) 555-0100, order 123456789012"}]
        )[0].verdict
        == "added"
    )


def test_one_date_with_the_day_first_puts_every_such_date_of_its_column_in_doubt():
    early, late, plain, other = planned(
        [
            {"Name": name, "Purchase date": date}
            for name, date in zip("ABCD", ("3/4/2024", "25/12/2023", "2024-01-02", "Sept. 2024"), strict=True)
        ]
    )
    assert "as “25/12/2023” in this column shows" in why(early) and late.verdict == "refused"
    assert plain.verdict == other.verdict == "added"


# --- minors
# ------------------------------------------------------------------------------------------------------------


def test_a_minor_is_one_until_the_day_of_the_eighteenth_birthday():
    assert [
        is_minor(born, TODAY) for born in ("2008-06-02", "2008-06-01", "2008-06", "2008", "2007", "6/2/2008")
    ] == [True, False, True, True, False, True]


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("J.D.", True),
        ("J. D.", True),
        ("JD", True),
        ("A.B.-C.", True),
        ("Jane Doe", False),
        ("J. Doe", False),
        ("AMY", False),
        ("Jo", False),
    ],
)
def test_initials_are_letters_and_no_more(name, initials):
    assert is_initials(name) == initials


@pytest.mark.parametrize("sign", [{"DOB": "2015-03-04"}, {"Age": "11"}, {"Kind": "Minor"}])
def test_a_minor_named_in_full_is_not_taken_and_not_shown(sign):
    (outcome,) = planned([{"Name": "Jane Doe", "Short name": "Jane", **sign}])
    assert outcome.verdict == "refused" and outcome.id == ""
    assert "Fed. R. Civ. P. 5.2(a)(3)" in why(outcome) and len(outcome.problems) == 2
    assert "Jane" not in why(outcome) and "jane" not in why(outcome)


def test_a_minor_named_by_initials_is_taken_as_a_minor_and_without_the_birth_date():
    (outcome,) = planned([{"Name": "J.D.", "DOB": "3/4/2015"}])
    assert outcome.changes[0].value == {"id": "jd", "name": "J.D.", "kind": "minor"}


def test_a_birth_date_that_speaks_against_the_kind_is_told():
    (outcome,) = planned([{"Name": "J.D.", "DOB": "3/4/2015", "Kind": "individual"}])
    assert "DOB||says under 18" in why(outcome)


def test_initials_alone_do_not_find_a_minor_in_the_sheet():
    tree = {"plaintiffs": [{"id": "jd", "kind": "minor", "name": "J.D."}]}
    for sign in ({"Age": "9"}, {}):
        (outcome,) = planned([{"Name": "J.D.", "City": "Reno", **sign}], tree)
        assert "the sheet has jd" in why(outcome)
    (outcome,) = planned([{"Name": "J.D.", "Age": "9", "City": "Reno", "Id": "jd"}], tree)
    assert outcome.filled == [("plaintiffs.jd.residence.city", "Reno")]


def test_neither_a_minors_nor_a_pseudonymous_plaintiffs_name_comes_in_by_id():
    tree = {
        "plaintiffs": [
            {"id": "a", "kind": "minor", "name": "J.D."},
            {"id": "b", "kind": "pseudonym", "name": "Jane Roe"},
            {"id": "c", "name": "Ann Lee"},
        ]
    }
    rows = [
        {"Id": "a", "Name": "Jill Dorn"},
        {"Id": "b", "Name": "Jill Dorn"},
        {"Id": "c", "Name": "A.L.", "Kind": "minor"},
    ]
    minor, pseudonym, grown = planned(rows, tree)
    assert (
        "names a minor in full" in why(minor)
        and "under a pseudonym" in why(pseudonym)
        and "names this minor (c) in full" in why(grown)
    )
    assert "Jill" not in why(minor) + why(pseudonym)
    assert [outcome.verdict for outcome in planned(rows, tree, update=True)] == [
        "refused",
        "refused",
        "changed",
    ]


# --- merging
# ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def tree():
    return read_sheet(next(path for path in SAMPLES if path.stem.startswith("reyes")))[1]


def test_a_plaintiff_is_found_by_id_or_by_name_and_blanks_never_erase(tree):
    by_name, by_id = planned(
        [{"Name": "DANA  REYES", "County": "", "Id": ""}, {"Name": "", "Id": "whitfield", "County": ""}], tree
    )
    assert (by_name.id, by_id.id, by_id.verdict) == ("reyes", "whitfield", "unchanged")
    assert by_name.changes == by_id.changes == []


def test_what_the_sheet_has_otherwise_is_kept_and_told_unless_the_rows_version_is_asked_for(tree):
    row = {"Name": "Dana Reyes", "City": "Chicago", "State": "Illinois"}
    (kept,) = planned([row], tree)
    assert [(each.path, each.old, each.new, each.taken) for each in kept.differences] == [
        ("plaintiffs.reyes.residence.city", "Evanston", "Chicago", False)
    ]
    assert kept.verdict == "unchanged" and kept.changes == []
    (taken,) = planned([row], tree, update=True)
    assert taken.differences[0].taken and after([taken], tree)[0]["residence"] == {
        "city": "Chicago",
        "county": "Cook",
        "state": "IL",
    }


def test_an_unknown_is_filled_and_a_none_is_a_decision():
    tree = {
        "plaintiffs": [
            {
                "id": "lee",
                "name": "Ann Lee",
                "citizenship": Unknown("ask"),
                "residence": {"county": Without("not pleaded")},
            }
        ]
    }
    (outcome,) = planned([{"Name": "Ann Lee", "Domicile": "CA", "County": "Napa"}], tree)
    assert outcome.filled == [("plaintiffs.lee.citizenship.state", "CA")]
    assert [each.path for each in outcome.differences] == ["plaintiffs.lee.residence.county"]
    assert after([outcome], tree)[0]["citizenship"] == {"state": "CA"}


def test_classes_are_added_to_those_there_and_none_is_taken_away(tree):
    tree["classes"].append({"id": "plus-illinois", "name": "Illinois Subclass"})
    (outcome,) = planned([{"Name": "Owen Whitfield", "Class": "plus-illinois"}], tree)
    assert after([outcome], tree)[1]["represents"] == ["plus", "plus-california", "plus-illinois"]


def test_a_purchase_is_the_sheets_own_if_product_and_date_allow_it(tree):
    (same,) = planned(
        [
            {
                "Name": "Dana Reyes",
                "Product": "larkspur plus",
                "Purchase date": "March 2023",
                "Price": "12.00",
                "Seller": "Larkspur",
            }
        ],
        tree,
    )
    assert same.filled == [("plaintiffs.reyes.experience.purchases.1.seller", "Larkspur")]
    assert [each.path for each in same.differences] == ["plaintiffs.reyes.experience.purchases.1.product"]
    (other,) = planned([{"Name": "Dana Reyes", "Product": "Larkspur Max", "Price": "20"}], tree)
    assert [purchase["product"] for purchase in after([other], tree)[0]["experience"]["purchases"]] == [
        "Larkspur Plus",
        "Larkspur Max",
    ]
    (unclear,) = planned([{"Name": "Dana Reyes", "Price": "15"}], tree)
    assert "several purchases" in why(unclear)


def test_rows_that_stand_for_one_plaintiff_are_all_refused():
    outcomes = planned(
        [{"Name": "John Smith", "City": "Reno"}, {"Name": "Ann Lee"}, {"Name": "JOHN SMITH", "City": "Elko"}]
    )
    assert [outcome.verdict for outcome in outcomes] == ["refused", "added", "refused"]
    assert "also in row 4" in why(outcomes[0]) and "also in row 2" in why(outcomes[2])
    outcomes = planned([{"Name": "John Smith", "Id": "smith-1"}, {"Name": "John Smith", "Id": "smith-2"}])
    assert [outcome.id for outcome in outcomes] == ["smith-1", "smith-2"]


def test_a_row_whose_plaintiff_cannot_be_told_is_refused(tree):
    assert "the id of something else" in why(planned([{"Name": "Ann Lee", "Id": "larkspur"}], tree)[0])
    assert "has this name already as reyes" in why(planned([{"Name": "Dana Reyes", "Id": "dana"}], tree)[0])
    twice = {"plaintiffs": [{"id": "a", "name": "Ann Lee"}, {"id": "b", "name": "Ann Lee"}]}
    assert "several plaintiffs of this name (a, b)" in why(planned([{"Name": "Ann Lee"}], twice)[0])
    other = {"plaintiffs": [{"id": "ann-lee", "name": "Ann M. Lee"}]}
    assert "gives to another name" in why(planned([{"Name": "Ann Lee"}], other)[0])


def test_an_id_made_from_a_name_is_free_in_the_whole_sheet(tree):
    tree["non_parties"] = [{"id": "ann-lee", "name": "Ann Lee"}]
    assert planned([{"Name": "Ann Lee"}], tree)[0].id == "ann-lee-2"


@given(st.text(max_size=80))
def test_an_id_can_be_made_from_any_name(name):
    from drafter.facts.values import identifier

    assert identifier(slug(name, "plaintiff"))


def test_a_plaintiff_whom_the_sheet_has_wrongly_typed_can_still_be_added_to():
    tree = {"plaintiffs": [{"id": "lee", "name": "Ann Lee", "confirmed": "soon"}]}
    assert planned([{"Name": "Ann Lee", "City": "Reno"}], tree)[0].filled == [
        ("plaintiffs.lee.residence.city", "Reno")
    ]
    with pytest.raises(SheetError, match="a list is expected"):
        planned([{"Name": "Ann Lee"}], {"plaintiffs": {"id": "lee"}})


# --- the command
# ------------------------------------------------------------------------------------------------------------

ROWS = (
    "Full name,City,State,Product,DOB,SSN,Shoe size\nDana Reyes,Chicago,IL,,1980-02-03,111-22-3333,8\nAnn"
    " Lee,Reno,NV,Larkspur Plus,1990-04-05,222-33-4444,9\n"
)


def test_plaintiffs_come_into_the_sheet_and_it_is_shown_what_was_read(take_in, matter):
    code, told = take_in(ROWS)
    assert code == 0
    assert "2 rows under the headings in row 1" in told and "parted by commas" in told
    assert "Shoe size  not used" in told and "SSN        REFUSED: Social Security numbers" in told
    assert "kept    residence.city: “Evanston”; the row says “Chicago”" in told
    assert "1 added, 0 changed, 1 unchanged; 0 rows not used." in told
    lee = load(matter).sheet.plaintiffs[-1]
    assert (lee.id, lee.name, lee.residence.state, lee.experience.purchases[0].product) == (
        "ann-lee",
        "Ann Lee",
        "NV",
        "Larkspur Plus",
    )


def test_birth_dates_and_numbers_reach_neither_the_sheet_nor_the_files_beside_it_nor_the_screen(
    take_in, matter
):
    _, told = take_in(ROWS)
    kept = "".join(
        path.read_text(encoding="utf-8") for path in matter.parent.iterdir() if path.suffix != ".csv"
    )
    for secret in ("1980-02-03", "1990-04-05", "111-22-3333", "222-33-4444"):
        assert secret not in told and secret not in kept


def test_only_the_lines_of_what_came_in_change(take_in, matter):
    before = matter.read_text(encoding="utf-8").splitlines()
    take_in(ROWS)
    changed = [
        line
        for line in difflib.ndiff(before, matter.read_text(encoding="utf-8").splitlines())
        if line[0] in "+-"
    ]
    assert (
        changed
        and changed[0] == "+   - id: ann-lee"
        and not [line for line in changed if line.startswith("-")]
    )


def test_a_second_time_changes_nothing_and_the_columns_are_as_settled_before(take_in, matter):
    take_in(ROWS)
    before = matter.read_bytes()
    code, told = take_in(ROWS)
    assert (code, matter.read_bytes()) == (0, before)
    assert "as settled before (.matter.yaml.columns.json)" in told and "stays as it is" in told


def test_a_column_settled_once_is_not_asked_about_again(take_in, matter):
    rows = "Name,State\nAnn Lee,NV\n"
    with pytest.raises(UsageError, match="“State” may be"):
        take_in(rows)
    take_in(rows, "--map", "State=citizenship.state")
    assert take_in(rows)[0] == 0
    assert json.loads(place_of(matter).read_text()) == [{"Name": "name", "State": "citizenship.state"}]
    assert str(load(matter).sheet.plaintiffs[-1].citizenship.state) == "NV"


@POSIX
def test_what_is_kept_of_the_columns_is_private(take_in, matter):
    take_in(ROWS)
    assert stat.S_IMODE(place_of(matter).stat().st_mode) == 0o600


def test_a_dry_run_shows_everything_and_writes_nothing(take_in, matter, file):
    path = file(ROWS)
    before = {each.name: each.read_bytes() for each in matter.parent.iterdir()}
    code, told = take_in(path, "--dry-run")
    assert code == 0 and "ann-lee" in told and "Nothing was written" in told
    assert {each.name: each.read_bytes() for each in matter.parent.iterdir()} == before


def test_a_dry_run_counts_answers_that_are_not_in_the_sheet_yet(take_in, matter):
    from drafter.tree.answers import Change

    keeper = EditingSession.open(matter)
    keeper.record(Change("plaintiffs.reyes.residence.city", value="Chicago"))
    try:
        _, told = take_in(ROWS, "--dry-run")
    finally:
        keeper.close()
    assert "kept" not in told


def test_rows_that_cannot_be_used_do_not_hold_up_the_others(take_in, matter):
    code, told = take_in("Name,City,State\nAnn Lee,Reno,NV\nBo Li,Reno,Nevda\n")
    assert code == 1 and "1 added, 0 changed, 0 unchanged; 1 row not used." in told
    assert (
        "3  NOT USED" in told
        and "column “State”: “Nevda” is not a State: write its postal abbreviation" in told
    )
    assert [plaintiff.id for plaintiff in load(matter).sheet.plaintiffs] == ["reyes", "whitfield", "ann-lee"]


def test_the_rows_version_is_taken_with_update(take_in, matter):
    code, told = take_in(ROWS, "--update")
    assert code == 0 and "changed residence.city: “Evanston” -> “Chicago”" in told
    assert str(load(matter).sheet.plaintiffs[0].residence.city) == "Chicago"


def test_a_workbook_is_taken_in_like_text(take_in, matter, tmp_path):
    path = workbook(
        tmp_path / "c.xlsx",
        ["Name", "City", "State", "Purchase date", "Price", "Zip"],
        ["Ann Lee", "Reno", "NV", datetime.date(2024, 9, 18), 12, 89501],
    )
    code, told = take_in(path)
    assert code == 0 and "its worksheet “Sheet”" in told
    bought = load(matter).sheet.plaintiffs[-1].experience.purchases[0]
    assert (bought.date.iso, str(bought.price)) == ("2024-09-18", "$12")


@pytest.mark.parametrize(
    ("rows", "told"),
    [("City,State\nReno,NV\n", "no column is for the name"), ("Name\n", "no row under the headings")],
)
def test_a_spreadsheet_of_no_use_stops_before_anything_is_written(take_in, matter, rows, told):
    before = matter.read_bytes()
    with pytest.raises(DrafterError, match=told):
        take_in(rows)
    assert matter.read_bytes() == before and not place_of(matter).exists()


def test_the_two_files_in_the_wrong_order_are_told(take_in, matter):
    with pytest.raises(UsageError, match="is a fact sheet, not a spreadsheet"):
        take_in(matter)


def test_an_import_that_is_interrupted_leaves_the_sheet_as_it_was(take_in, matter, monkeypatch):
    before, record = matter.read_bytes(), EditingSession.record
    done = []

    def interrupted(keeper, change):
        if done:
            raise KeyboardInterrupt
        done.append(change)
        record(keeper, change)

    monkeypatch.setattr(EditingSession, "record", interrupted)
    with pytest.raises(KeyboardInterrupt):
        take_in("Name,City\nAnn Lee,Reno\nBo Li,Elko\n")
    assert done and matter.read_bytes() == before
    assert not any(path.name.endswith((".jsonl", ".tmp")) for path in matter.parent.iterdir())
