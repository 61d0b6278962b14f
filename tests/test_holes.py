"""A place that the draft prints in red or yellow is an error; notes to the drafter are found; quotations,
names and numerals are not.
"""

import io
import re
import shutil
import zipfile

import pytest
from conftest import SAMPLES_FOLDER
from planted import add, put

from drafter.checks import run_checks as checked
from drafter.checks.drafting_errors import _NOTES
from drafter.checks.drafting_errors import _note_in as _first_of
from drafter.checks.texts import FieldText
from drafter.complaint import assemble
from drafter.library import open_library
from drafter.matter_files.load import load
from drafter.text import render
from drafter.word import write
from drafter.yamltext.rewrite import apply

REYES = SAMPLES_FOLDER / "reyes-v-larkspur.yaml"
LIBRARY = open_library()
TEXT = "allegations.no-notice.text"
PRINTED_IN_COLOUR = re.compile(r'<w:rStyle w:val="(?:Blank|Broken)"/>')


def changed(folder, *changes):
    sheet = folder / "matter.yaml"
    sheet.write_text(apply(REYES.read_text(encoding="utf-8"), changes), encoding="utf-8")
    return sheet


def typed(folder, words):
    return changed(folder, put(TEXT, words))


HOLES = {
    "a footnote that nobody wrote": "Larkspur told no one.[^nosuch]",
    "a footnote in a footnote": "Larkspur told no one.[^a]\n\n[^a]: Nor did it.[^b]\n\n[^b]: Nothing.",
    "a reference to nothing": "As [@nothing-there] says, Larkspur told no one.",
    "a reference to nothing in a footnote": "Larkspur told no one.[^a]\n\n[^a]: As [@nothing-there] says.",
    "a range that ends in nothing": "Larkspur told no one, as [@nightly-copies..@nothing-there] say.",
    "a blank": "Larkspur told no one on [[which day]].",
    "a blank in a footnote": "Larkspur told no one.[^a]\n\n[^a]: On [[which day]].",
    "a blank in a table": "Larkspur told no one.\n\n| day | told |\n| [[day]] | none |",
    "a blank under a picture": 'Larkspur told no one.\n\n![a](nosuch.png "On [[which day]]")',
    "a picture that is not there": "Larkspur told no one.\n\n![the screen](nosuch.png)",
    "a picture that is none": "Larkspur told no one.\n\n![the screen](notes.png)",
}


@pytest.mark.parametrize("words", HOLES.values(), ids=HOLES)
def test_a_red_or_yellow_place_in_a_draft_is_an_error(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.png").write_text("no picture", encoding="utf-8")
    draft = assemble(load(typed(tmp_path, words)), LIBRARY)
    with zipfile.ZipFile(io.BytesIO(write(draft.document))) as package:
        parts = "".join(package.read(f"word/{part}.xml").decode() for part in ("document", "footnotes"))
    assert PRINTED_IN_COLOUR.search(parts)
    assert [finding for finding in checked(draft) if finding.severity.value == "error"]


def test_no_draft_ends_well_over_a_hole(run, tmp_path):
    sheet = typed(tmp_path, HOLES["a footnote that nobody wrote"])
    for words in (["draft", sheet, "-o", tmp_path / "d.docx"], ["check", sheet], ["draft", sheet, "--text"]):
        done = run(*words)
        assert done.returncode == 1 and "No finding of severity error" not in done.stdout + done.stderr


def test_the_text_of_a_draft_ends_as_the_draft_does(run, tmp_path):
    ready = tmp_path / "reyes.yaml"
    shutil.copy(REYES, ready)
    done = run("draft", ready, "--text")
    assert (
        done.returncode == 0
        and "No finding of severity error" in done.stderr
        and "No finding" not in done.stdout
    )
    done = run("draft", typed(tmp_path, HOLES["a blank"]), "--text")
    assert done.returncode == 1 and "NOT READY TO FILE" in done.stderr and "which day" in done.stdout


def test_a_footnote_that_prints_nowhere_is_told_and_two_of_one_mark_are_an_error(tmp_path):
    def found(words):
        return [
            (one.severity.value, one.message)
            for one in checked(assemble(load(typed(tmp_path, words)), LIBRARY))
            if one.check == "DOC-017"
        ]

    ((gravity, told),) = found("Larkspur told no one.\n\n[^lost]: It kept silent.")
    assert gravity == "warning" and "[^lost]" in told and "It kept silent." in told
    ((gravity, told),) = found("Larkspur told no one.[^a]\n\n[^a]: It kept silent.\n\n[^a]: Another note.")
    assert gravity == "error" and "It kept silent." in told and "Another note." in told
    assert found("Larkspur told no one.[^a]\n\n[^a]: It kept silent.") == []


def test_a_footnote_that_prints_nowhere_is_in_no_part_of_the_word_file(tmp_path):
    draft = assemble(
        load(typed(tmp_path, "Larkspur told no one.[^a]\n\n[^a]: It kept silent.\n\n[^a]: Another note.")),
        LIBRARY,
    )
    with zipfile.ZipFile(io.BytesIO(write(draft.document))) as package:
        notes = package.read("word/footnotes.xml").decode()
    assert "It kept silent." in notes and "Another note." not in notes


def test_a_mark_without_a_footnote_prints_no_path_of_the_sheet(tmp_path):
    text = render(assemble(load(typed(tmp_path, "Larkspur told no one.[^nosuch]")), LIBRARY).document)
    assert "[nosuch]" in text and "allegations." not in text


# --- notes to the drafter
# ------------------------------------------------------------------------------------------------------------


def _note_in(text, names):
    return _first_of(text, _NOTES, names)


NOTES = """NOTE TO DRAFT: confirm the date.|Note to drafter: is this so?|[NOTE TO DRAFT] Ask.|DRAFTING NOTE: ask Ruth.|Drafting note: ask.
The fee was TK dollars.|On [TK], it said so.|It had XXX users.|It paid $XXX.|On [date], she paid.|[insert date of notice] was the day.
[INSERT NAME] paid.|[PLAINTIFF NAME] paid.|[NAME] paid.|On [●], it sold.|It paid $[___].|It cost ____ dollars.|Was this so????|[?] says so.
TODO check.|FIXME|Revenue was TBD.|[cite]|[cite needed]|[confirm with client]|<insert name> paid.|TO DO: check.|[xx] dollars|[client to confirm]
[Drafter’s note: see the file]|[Amount to come]|It said “[insert words].”|“NOTE TO DRAFT: quote it”
TODO Northgate kept it.|FIXME Reyes paid.|The rule is settled; cite needed.|On insert date here she paid.|It was “so” [sic?].
HA to confirm.|She paid (ask Rosa).|She paid.<!-- how much? -->"""  # noqa: E501
NO_NOTES = """Exhibit XXX shows it.|As Title XXX says.|Her number, XXX-XX-1234, was on it.|Card XXXX-XXXX-XXXX-4111.|Super Bowl XXX was on.
TK Holdings, Inc. made the inflator.|TK’s inflator failed.|He was told [sic] so.|The name is [REDACTED].|[name redacted]|[Citations omitted.]
The label, “[T]he best,” stands.|See note 4 of the annual report.|It took notes. To draft the report, it hired Lee.|An XXX-rated site.
The note to self that Lee wrote says so.|the legislative drafting notes of the committee|Todo el mundo lo sabe.|Footnote[^note] here.|See [@slug].
TBC Corporation says so.|[Microsoft] said so.|“client says he agreed”|“Dear [name], as of [date],” it wrote.|> [date]\n\nIs how it begins.
It asked the patients to confirm.|(Ask Jeeves said so.)|No citation was needed to stop it.|The FDA moved to verify it."""  # noqa: E501


@pytest.mark.parametrize("words", re.split(r"[|\n]", NOTES))
def test_a_note_to_the_drafter_is_an_error(words):
    found = _note_in(FieldText(TEXT, words, True, True), "TK")
    assert found is None if re.search(r"\bTK\b", words) and "[TK" not in words else found[1].value == "error"


def test_initials_are_a_note_only_where_nobody_has_them():
    words = FieldText(TEXT, "The fee was TK dollars.", True, True)
    assert _note_in(words, "Reyes\nLarkspur") and not _note_in(words, "TK\nLarkspur")


@pytest.mark.parametrize("words", [words.replace("\\n", "\n") for words in re.split(r"[|\n]", NO_NOTES)])
def test_what_only_looks_like_a_note_is_none(words):
    assert _note_in(FieldText(TEXT, words, True, True), "TK") is None


def test_words_that_somebody_else_wrote_are_no_notes():
    assert _note_in(FieldText("statements.said.words", "TODO: fix the inflator", True, True), "") is None


def test_a_note_that_would_print_keeps_the_complaint_from_being_ready(run, tmp_path):
    done = run("check", typed(tmp_path, "Larkspur told no one. [NOTE TO DRAFT: ask Ruth]"))
    assert done.returncode == 1 and "PRIV-011" in done.stdout and f"--at {TEXT}" in done.stdout


# --- a person who must stay unnamed
# --------------------------------------------------------------------------------------------------------


def test_a_person_who_must_stay_unnamed_is_named_nowhere_in_the_draft(tmp_path):
    """Not as the actor of a clause that stands for an allegation, and not in PARTIES; where a text that is
    typed has the name, that is an error.
    """
    engineer = {
        "id": "engineer",
        "name": "Ella Vorstenbosch",
        "relation": "a former engineer of Larkspur",
        "print_name": "no",
    }
    acts = [
        put(f"allegations.{own}.actor", "engineer")
        for own in ("nightly-copies", "vendor-contract", "no-notice")
    ]
    acts.append(put("claims.contract.elements.breach.application", None))

    def made(**fields):
        draft = assemble(load(changed(tmp_path, add("non_parties", {**engineer, **fields}), *acts)), LIBRARY)
        return draft, render(draft.document)

    draft, text = made()
    assert "Non-Party 1" in text and "Vorstenbosch" not in text
    assert not [finding for finding in checked(draft) if finding.check == "PRIV-013"]
    assert "Vorstenbosch" in made(print_name="yes")[1]
    for words in (
        "Ella Vorstenbosch told no one.",
        "Then VORSTENBOSCH’S team told no one.",
        "It was e.vorstenbosch who told no one.",
    ):
        draft = assemble(load(changed(tmp_path, add("non_parties", engineer), put(TEXT, words))), LIBRARY)
        found = [finding for finding in checked(draft) if finding.check == "PRIV-013"]
        assert [(finding.severity.value, finding.where) for finding in found] == [("error", TEXT)]
        assert "vorstenbosch" not in render(draft.document).lower()
        assert "Non-Party 1 (a former engineer of Larkspur)" in found[0].message
        assert "engineer, whose" not in found[0].message


PLACES_OF_A_NAME = [
    put("exhibits.plus-terms-exhibit.title", "Letter of Ella Vorstenbosch"),
    put("allegations.1.heading", "Vorstenbosch Made the Copies"),
    put("defendants.larkspur.business", "employed Ella Vorstenbosch, and operates a messaging service"),
    put("claims.contract.title", "Breach of the Contract That E. Vorstenbosch Wrote"),
    put("classes.plus.conduct", "who subscribed to Larkspur Plus while Vorstenbosch worked there"),
    put("claims.contract.elements.breach.application", "**Ella** Vorstenbosch sent the text to Tallgrass."),
    put("relief.inadequate_remedy", "Damages do not reach what VORSTENBOSCH’S team keeps."),
    put("matter", "Vorstenbosch v. Larkspur"),
    put("legend", "VORSTENBOSCH FILE"),
    put(TEXT, "Larkspur told no one.[^a]\n\n[^a]: As Ella Vorstenbosch said."),
]


@pytest.mark.parametrize("change", PLACES_OF_A_NAME, ids=lambda change: change.path)
def test_the_name_of_a_person_who_must_stay_unnamed_prints_from_no_field(tmp_path, change):
    engineer = {
        "id": "engineer",
        "name": "Ella Vorstenbosch",
        "relation": "a former engineer of Larkspur",
        "print_name": "no",
    }
    draft = assemble(load(changed(tmp_path, add("non_parties", engineer), change)), LIBRARY)
    with zipfile.ZipFile(io.BytesIO(write(draft.document))) as package:
        whole = " ".join(
            package.read(name).decode("utf-8", "replace") for name in package.namelist() if "xml" in name
        )
    assert "vorstenbosch" not in whole.lower() and "vorstenbosch" not in render(draft.document).lower()


def test_a_name_that_is_a_word_of_every_day_is_found_as_a_whole_name_alone(tmp_path):
    hill = {
        "id": "hill",
        "name": "Grace Hill",
        "relation": "a former engineer of Larkspur",
        "print_name": "no",
    }
    for words, there in (("The grace period ran on a hill.", []), ("Grace Hill told no one.", [TEXT])):
        draft = assemble(load(changed(tmp_path, add("non_parties", hill), put(TEXT, words))), LIBRARY)
        assert [finding.where for finding in checked(draft) if finding.check == "PRIV-013"] == there


# --- places to fill in
# ------------------------------------------------------------------------------------------------------------

PLACES = """Larkspur told [[who] nothing.
Larkspur told [who]] nothing.
Larkspur told [ [who] ] nothing.
Larkspur told ⟦who⟧ nothing.
Larkspur told [who?] nothing.
Larkspur told her on [when].
Larkspur told [which officer] nothing.
It told no one. [RH: is this right?]
It told no one (confirm with client).
It told no one (need cite).
It told no one. AU: ok? -RH
It told ==check this== no one.
Larkspur told {name} nothing.
It told no one on {{date}}.
It told <<officer>> nothing.
It told «officer» nothing.
It told no one on March XX, 2024.
It told no one in ___ 2024.
It told no one on __/__/2024.
See ¶ __ and Ex. __.
It told no one in ............ 2024.
It took $X million.
It told 5,000 people ??
The fee was tbd.
The fee was tbc.
todo: ask Ruth.
fixme
The fee was tk dollars.
FIX THIS before filing.
Lorem ipsum dolor sit amet."""
NO_PLACES = """It wrote that “[t]he data are safe.”
It called them “safe [sic] and [its] own.”
“[[T]he Court] agreed,” it wrote.
[[T]he Court agreed.]
He wrote, “Il a dit «oui» à tous.”
He said « Bonjour » to them.
It kept them . . . for years. . . . Then it did not.
It kept them … for years.
It __never__ asked, and “__always__” sold.
The path /users/{id}/files held it.
The sum is $5 million.
What was it for?
The host was shop.tk and tk@shop.example.
It sold (check, cash or card) for years.
The chat read “??” and “tbd.”
Its setting was a==b.
It is said [emphasis added [sic]] so.
It asked (confirming the date) for more.
The law (if any) needs a name (as printed).
March 20, 2024, was the day.
The Malcolm X Center told no one.
See [@nightly-copies] and the note.[^a]
{~the formula~} is secret.
It closed on [March 3], 2024.
See 5 U.S.C. § 552(b)(6)__ no.
What to do: it sold."""


@pytest.mark.parametrize("words", PLACES.split("\n"))
def test_a_place_to_fill_in_is_an_error_however_it_is_marked(words):
    found = _note_in(FieldText(TEXT, words, True, True), "Larkspur")
    assert found is not None and found[1].value == "error"


@pytest.mark.parametrize("words", NO_PLACES.split("\n"))
def test_what_only_looks_like_a_place_to_fill_in_is_none(words):
    assert _note_in(FieldText(TEXT, words, True, True), "Larkspur") is None


@pytest.mark.parametrize(
    "words", ["Plus Terms [@nosuch]", "Plus Terms [^x]", "Plus Terms [[version]]", "Plus Terms [@a..@b]"]
)
def test_a_mark_in_a_field_that_knows_none_is_an_error(tmp_path, words):
    assert _note_in(FieldText("agreements.terms.title", words, True, False), "")[1].value == "error"
    sheet = load(changed(tmp_path, put("defendants.larkspur.short", words)))
    found = [one for one in checked(assemble(sheet, LIBRARY)) if one.where == "defendants.larkspur.short"]
    assert [one for one in found if one.check == "PRIV-011" and one.severity.value == "error"]


COUNSEL = [
    ("counsel.hallam.telephone", "(xxx) xxx-xxxx"),
    ("counsel.hallam.telephone", "(000) 000-0000"),
    ("counsel.hallam.telephone", "TBD"),
    ("counsel.hallam.firm", "[firm name]"),
    ("counsel.hallam.address.street", "<street>"),
    ("counsel.hallam.fax", "___-____"),
]


@pytest.mark.parametrize(("path", "words"), COUNSEL)
def test_a_place_to_fill_in_in_the_signature_block_is_an_error(tmp_path, path, words):
    draft = assemble(load(changed(tmp_path, put(path, words))), LIBRARY)
    found = [(one.where, one.severity.value) for one in checked(draft) if one.check == "PRIV-011"]
    assert found == [(path, "error")]


@pytest.mark.parametrize(("field", "words"), [("email", "TBD"), ("bar_number", "000000"), ("name", "[name]")])
def test_so_it_is_in_a_lawyer_s_fields(tmp_path, field, words):
    text = REYES.read_text(encoding="utf-8")
    lawyer = load(REYES).tree["counsel"][0]["lawyers"][0]
    sheet = tmp_path / "matter.yaml"
    sheet.write_text(text.replace(f"{field}: {lawyer[field]}", f"{field}: '{words}'", 1), encoding="utf-8")
    found = [one.where for one in checked(assemble(load(sheet), LIBRARY)) if one.check == "PRIV-011"]
    assert len(found) == 1 and found[0].startswith("counsel.hallam") and found[0].endswith(field)


def test_counsel_s_own_fields_are_no_places_to_fill_in():
    for path in sorted(SAMPLES_FOLDER.glob("*.yaml")):
        found = [one for one in checked(assemble(load(path), LIBRARY)) if one.check == "PRIV-011"]
        assert [one.where for one in found] == []
