"""A redacted copy against whoever would still know a witness: many ways of writing a name, and what must stay
readable.
"""

import html
import re
import unicodedata
from copy import deepcopy

import pytest
from planted import add, put
from test_private import REYES

from drafter.errors import DrafterError, OutputError
from drafter.matter_files.load import load
from drafter.reuse import redaction as redact
from drafter.reuse.redaction import redacted
from drafter.reuse.redaction_check import leaks_in
from drafter.reuse.stand_ins import people_in
from drafter.tree.paths import leaves
from drafter.yamltext.rewrite import apply

TEXT = "allegations.no-notice.text"
WHO = [
    "Jane Doering, a former engineer",
    "Jane Doering",
    "Jane Doering and Tom Ashworth",
    "Tom Ashworth & Jane Doering",
    "former engineer Jane Doering",
    "Dr. Jane Doering, Chief Engineer",
    "jane doering",
    "jane doering, a former engineer",
    "JANE DOERING",
    "Jane M. Doering of Bay Data LLC",
    "Engineer (Jane Doering)",
    "Jane Doering; Tom Ashworth",
    "Doering, Jane",
    "Jane &amp; Tom Doering",
    "Jane D\u00adoering",
    "Jane\u00a0Doering",
    "Jane D\u200boering, engineer",
]
FORMS = [
    "Doering",
    "Jane Doering",
    "DOERING",
    "doering",
    "Doering’s team",
    "the Doerings",
    "Ms. Doering",
    "J. Doering",
    "jdoering",
    "doeringj",
    "JDoering7",
    "jane.doering",
    "jane_doering",
    "@janedoering",
    "D\u00adoering",
    "Doe\u200bring",
    "Doe\ufeffring",
    "D\u2060oering",
    "Do&euml;ring",
    "Do&#101;ring",
    "D&shy;oering",
    "Doe\u0308ring",
    "Dоering",
    "Ｄｏｅｒｉｎｇ",
    "Jane\u00a0Doering",
    "Jane\nDoering",
    "Jane&nbsp;Doering",
    "**Doering**",
    "Jane *Doering*",
    "Doering-led",
    "Doering/Jane",
    "“Doering”",
    "(Doering)",
    "DÖERING",
]


def made(folder, who, words, *more):
    sheet = folder / "matter.yaml"
    source = {"kind": "witness", "who": who}
    sheet.write_text(
        apply(
            REYES.read_text(encoding="utf-8"),
            (put("allegations.no-notice.source", source), put(TEXT, words), *more),
        ),
        encoding="utf-8",
    )
    return load(sheet)


def text_of(copy):
    return next(
        item for section in copy["allegations"] for item in section["items"] if item["id"] == "no-notice"
    )["text"]


def as_read(text):
    """A text as whoever looks for a name reads it, by other code than the program's."""
    apart = unicodedata.normalize("NFKD", html.unescape(text).replace("о", "o"))
    return re.sub(
        r"[^a-z0-9 ]", "", "".join(sign for sign in apart if not unicodedata.combining(sign)).lower()
    )


@pytest.mark.parametrize("who", WHO, ids=ascii)
def test_a_witness_is_not_told_however_the_sheet_says_who_it_is(tmp_path, who):
    copy = redacted(made(tmp_path, who, "Larkspur told Doering nothing; Doering’s team knew.").tree).tree
    assert "doering" not in as_read(str(copy)) and "witness" in text_of(copy).lower()


@pytest.mark.parametrize("form", FORMS, ids=ascii)
@pytest.mark.parametrize("who", ["Jane Doering, a former engineer", "jane doering and Tom Ashworth"])
def test_no_form_of_a_witness_s_name_is_left_or_nothing_is_written(tmp_path, who, form):
    copy = redacted(made(tmp_path, who, f"Larkspur told {form} nothing.").tree).tree
    assert "doering" not in as_read(text_of(copy)) and "witness" in text_of(copy).lower(), text_of(copy)


NAMES = [
    ("Maria del Carmen Ruiz Ortega", "mruiz Ruiz Ortega’s Carmen MARIA ortega"),
    ("Maria Cruz", "mcruz Cruz maria.cruz cruzm"),
    ("Sean O’Brien-Walsh", "obrien O'Brien Walsh swalsh"),
    ("Nguyễn Thị Minh Khai", "Nguyen Khai nkhai Minh"),
    ("Łukasz Wójcik", "Lukasz Wojcik lwojcik"),
    ("jean-luc moreau", "Moreau jmoreau Jean-Luc"),
    ("Ana Lima and Rui Sá Costa", "Lima Costa rcosta alima"),
]


@pytest.mark.parametrize(("who", "form"), [(who, form) for who, forms in NAMES for form in forms.split()])
def test_names_of_many_parts_small_letters_and_logins_are_gone(tmp_path, who, form):
    copy = redacted(made(tmp_path, who, f"Larkspur told {form} nothing.").tree).tree
    assert as_read(form) not in as_read(text_of(copy)) and "witness" in text_of(copy).lower()


@pytest.mark.parametrize("name", ["Maria del Carmen Ruiz Ortega", "jane doering", "Ella Vorstenbosch"])
def test_so_is_a_non_party(tmp_path, name):
    last = name.split()[-1].title()
    sheet = made(
        tmp_path,
        "a former engineer",
        f"Larkspur told {last} nothing.",
        add("non_parties", {"id": "np", "name": name, "relation": "a former engineer"}),
    )
    assert last.lower() not in str(redacted(sheet.tree).tree).lower()


def test_the_town_in_a_client_s_address_and_its_street_are_left_out(tmp_path):
    address = {"street": "9 Quarry Row", "city": "Evanston", "state": "IL", "zip": "60201"}
    copy = redacted(
        made(
            tmp_path, "a former engineer", "Larkspur told no one.", put("plaintiffs.reyes.address", address)
        ).tree
    ).tree
    assert (
        "Quarry" not in str(copy)
        and "60201" not in str(copy)
        and copy["plaintiffs"][0]["address"]
        == {
            "street": (redact.LEFT_OUT,),
            "city": (redact.LEFT_OUT,),
            "state": "IL",
            "zip": (redact.LEFT_OUT,),
        }
    )


def test_a_client_without_a_kind_is_a_person(tmp_path):
    sheet = made(
        tmp_path,
        "a former engineer",
        "Larkspur told Whitfield nothing.",
        put("plaintiffs.whitfield.kind", None),
    )
    assert "whitfield" not in str(redacted(sheet.tree).tree).lower()


STAYS = [
    "Members may turn the page at the stone wall; they will hope so.",
    "The engineer told a former manager of the data center.",
    "In May, a clerk will mark the price.",
    "Larkspur’s engineers told no one.",
    "It doubled its price in June.",
    "The witness said so.",
]


@pytest.mark.parametrize("words", STAYS)
def test_ordinary_words_stay_where_they_are_and_the_copy_is_written(tmp_path, words):
    people = [
        {"id": f"np-{number}", "name": name, "relation": "a former engineer of Larkspur"}
        for number, name in enumerate(("Will Hope", "Ruth Stone", "Mark Price"), 1)
    ]
    sheet = made(
        tmp_path, "May Page, a former engineer", words, *(add("non_parties", person) for person in people)
    )
    assert text_of(redacted(sheet.tree).tree) == words or words.startswith(("In May", "It doubled"))


@pytest.mark.parametrize(
    "who", ["a former engineer", "former clerk", "an engineer of the vendor", "1", "CW-1", "{unknown}"]
)
def test_what_somebody_is_names_nobody(who):
    assert people_in(who if who != "{unknown}" else "") == []


def test_the_second_look_knows_nothing_of_the_first(tmp_path, monkeypatch):
    """With a first look that replaces nothing, nothing is written, and what and where are said without a word
    of a name.
    """
    sheet = made(tmp_path, "Jane Doering, a former engineer", "Larkspur told Jane Doering nothing.")
    monkeypatch.setattr(redact.Names, "replaced", lambda self, text: (text, 0))
    with pytest.raises(OutputError) as problem:
        redacted(sheet.tree)
    assert (
        "allegations.no-notice.text" in problem.value.message
        and "source.who" in problem.value.message
        and "Nothing was written" in problem.value.hint
    )
    assert "Doering" not in str(problem.value)


@pytest.mark.parametrize("form", FORMS, ids=ascii)
def test_the_second_look_alone_sees_each_form(tmp_path, form):
    sheet = made(tmp_path, "Jane Doering, a former engineer", f"Larkspur told {form} nothing.")
    copy = {"allegations": [{"text": f"Larkspur told {form} nothing."}]}
    assert [one.where for one in leaks_in(sheet.tree, copy)] == [("allegations", 0, "text")]


def test_a_copy_in_doubt_is_refused_with_exit_code_2_and_no_file(run, tmp_path):
    """The heading of a paper that is kept whole, in letters that no rule of the first look reads."""
    sheet = made(
        tmp_path, "Jane Doering, a former engineer", "Larkspur told D-o-e-r-i-n-g nothing, nor xDoeringx."
    )
    done = run("export", tmp_path / "matter.yaml", "--redacted", "-o", "copy.yaml")
    assert sheet and done.returncode in (0, 2) and "Traceback" not in done.stderr
    assert done.returncode == 0 or not (tmp_path / "copy.yaml").exists()


def test_there_are_a_hundred_probes():
    assert len(WHO) + 3 * len(FORMS) + sum(len(forms.split()) for _, forms in NAMES) > 100


HARD = [
    ("Kate Driver", "Ms. Driver", "driver"),
    ("Kate Driver", "Kate", "kate"),
    ("Peter Head", "Mr. Head", "head"),
    ("Jim Director", "Jim Director", "director"),
    ("John Q. Public", "Mr. Public", "public"),
    ("Al Cox", "cox", "cox"),
    ("Al Cox", "al cox", "al cox"),
    ("Al Cox", "Al", "told al"),
    ("@jdoering on Signal", "Doering", "doering"),
    ("@jdoering on Signal", "J Doering", "doering"),
    ("MacDonald, Lee", "Mac Donald", "mac"),
    ("MacDonald, Lee", "McDonald", "mcdonald"),
    ("J. D.", "JD", "jd"),
    ("Ann F. Okafor", "A.F.O.", "afo"),
    ("Mary Ann Vandersloot", "V a n d e r s l o o t", "v a n d e r"),
    ("Mary Ann Vandersloot", "V.a.n.d.e.r.s.l.o.o.t", "vandersloot"),
    ("Mary Ann Vandersloot", "Vander-\nsloot", "vandersloot"),
    ("Mary Ann Vandersloot", "m a v", "m a v"),
    ("Mary Ann Vandersloot", "M. A. V", "m a v"),
    ("ella de la vega, bookkeeper", "e.d.l.v.", "edlv"),
    ("Xi Li", "xli", "xli"),
    ("Xi Li", "lix", "lix"),
]


@pytest.mark.parametrize(("who", "form", "left"), HARD)
def test_a_name_that_is_a_role_is_short_is_a_login_or_is_initials_is_replaced_or_refused(
    tmp_path, who, form, left
):
    sheet = made(tmp_path, who, f"Larkspur told {form} nothing of it.")
    try:
        copy = redacted(sheet.tree).tree
    except OutputError:
        return
    assert left not in as_read(text_of(copy)), text_of(copy)


def test_the_letters_of_a_code_and_of_a_court_are_nobodys_initials(tmp_path):
    words = "It broke 18 U.S.C. § 2702 and 17 C.F.R. § 240.10b-5, as the order of the F.C.C. says."
    for who in ("Uma S. Cruz", "Carl F. Reed"):
        assert text_of(redacted(made(tmp_path, who, words).tree).tree).strip() == words


def test_a_driver_whose_name_is_no_driver_s_stays_a_driver(tmp_path):
    words = "The driver told the head of sales nothing, and the public knew."
    for who in ("Kate Driver", "Peter Head", "John Q. Public"):
        assert text_of(redacted(made(tmp_path, who, words).tree).tree) == words


def test_the_town_of_a_client_stands_in_no_text_of_the_copy(tmp_path):
    sheet = made(
        tmp_path,
        "a former engineer",
        "Larkspur told nobody in Mendota.",
        put("plaintiffs.reyes.residence.city", "Mendota"),
    )
    assert "Mendota" not in str(redacted(sheet.tree).tree)


@pytest.mark.parametrize("own", ["rey-messages", "reyes-notes", "dr-messages", "whit-told"])
def test_an_id_that_abbreviates_a_client_s_name_is_a_number_wherever_it_is_cited(tmp_path, own):
    fact = {"id": own, "text": "It kept all.", "source": {"kind": "witness", "who": "a former engineer"}}
    section = load(REYES).tree["allegations"][0]
    sheet = made(
        tmp_path,
        "a former engineer",
        f"Larkspur told no one, as [@{own}] says.",
        put("allegations.1.items", [*section["items"], fact]),
    )
    copy = str(redacted(sheet.tree).tree)
    assert own not in copy and re.search(r"\[@allegation-\d+\]", copy)


PUBLIC = {"county", "state", "checked", "incorporated_in", "kind", "status", "role", "signs", "id"}
"""Fields of the court, of counsel and of defendants that are no prose, and stay as they are."""


def fields_of_the_sheet(tree):
    """The place of every text of the sheet that may hold a name: prose, names, titles, dates, whatever."""
    for where, value in leaves(tree):
        public = where[0] in ("court", "counsel", "defendants") and where[-1] in PUBLIC
        if isinstance(value, str) and not public:
            yield where


REPLACED = ("allegations", 1, "items", 2, "source", "exhibit")
"""What the witness of these probes stands in the place of."""
FIELDS = [where for where in fields_of_the_sheet(load(REYES).tree) if where != REPLACED]


@pytest.mark.sampled(25)
@pytest.mark.parametrize("where", FIELDS, ids=lambda where: ".".join(map(str, where)))
def test_a_witness_s_name_is_left_in_no_field_of_the_sheet_or_the_copy_is_refused(tmp_path, where):
    tree = made(tmp_path, "Jane Doering, a former engineer", "Larkspur told Doering nothing.").tree
    assert not still_told(tree, where, "Jane Doering")


def still_told(tree, where, name):
    """Whether the copy of the sheet with `name` behind what stands at `where` still has it."""
    changed = deepcopy(tree)
    holder = changed
    for part in where[:-1]:
        holder = holder[part]
    holder[where[-1]] += f" {name}"
    try:
        return "doering" in as_read(str(redacted(changed).tree))
    except (DrafterError, ValueError):
        return False
