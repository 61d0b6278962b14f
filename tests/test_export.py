"""The whole sheet as one file, and the redacted copy: nothing that is to be hidden stands in it, and it is
still a sheet.
"""

import os
import re
import stat
import unicodedata
from typing import get_args

import pytest
from conftest import SAMPLES, SAMPLES_FOLDER
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import OutputError
from drafter.facts.allegations import Exhibit
from drafter.facts.filing import Court
from drafter.facts.question import Redaction
from drafter.facts.record import Record
from drafter.facts.sheet import FactSheet
from drafter.matter_files.load import load
from drafter.privacy.patterns import Kind, private
from drafter.reuse import redaction as redact
from drafter.reuse.redaction import redacted
from drafter.reuse.stand_ins import Names, Person
from drafter.tree.shape import records_at
from drafter.wording import plain_letters
from drafter.yamltext.read import parse
from drafter.yamltext.rewrite import new

ALL = [*SAMPLES, *sorted((SAMPLES_FOLDER / "siblings").glob("*.yaml"))]
LEE = """schema_version: 1   # Ann Lee called on Monday
matter: Nguyễn v. Acme
court: {id: cand, county: Lee}
counsel:
  - {id: stone, firm: Stone LLP, telephone: (510) 555-0112, lawyers: [{name: Mary Stone, email: ms@stone.example, signs: yes}], address: {street: 12 Oak Street, city: Oakland, state: CA, zip: "94600"}}
plaintiffs:
  - id: nguyen
    kind: individual
    name: José A. Nguyễn-Reyes
    short: Nguyễn
    relations: his aunt works for counsel
    residence: {city: Fremont, county: Alameda, state: CA}
    experience:
      purchases: [{product: Widget, date: 2024-03-04, price: "$1,234.50"}]
      injuries: [{id: nguyen-lost, kind: money, text: lost $1234.50 and his peace, amount: "1234.50"}]
  - {id: de-la-cruz, kind: minor, name: R. De La Cruz, short: De La Cruz, guardian: {name: Grace De La Cruz, capacity: parent-and-guardian}}
  - {id: sunrise, kind: organization, name: "Sunrise Bakery, Inc.", short: Sunrise}
defendants:
  - {id: acme, kind: corporation, name: Acme Corp., short: Acme}
non_parties:
  - {id: vendor, name: Bay Data Center LLC, short: Bay Data, relation: kept the records}
exhibits:
  - {id: letter-nguyen, title: Letter of José Nguyen, file: nguyen/letter.pdf, attached: yes}
  - {id: minutes, title: Minutes of the board, sealed: yes, attached: yes}
allegations:
  - heading: Acme Took the Data of José and Others
    items:
      - id: nguyen-called
        text: |
          On May 3, NGUYỄN (j.nguyen-reyes@mail.example, 510-555-0199) called Acme from 7 Elm Street. Acme’s clerk told Mr. Nguyễn that Reyes’ data were gone. See [@nguyen-called] and {~the secret formula~}.
        actor: nguyen
        source: {kind: witness, who: Tom Ward, note: call him back}
        note: he drinks
      - {id: second, text: "Tom Ward saw José Nguyen’s file and Ward’s own; Sunrise's too, and the De La Cruzes’. Acct. no. 12345678.", gist: told de la cruz nothing, source: {kind: confidential-witness, who: former clerk}}
      - {id: health, text: Nguyen was ill., gist: was ill, sensitive: yes, source: {kind: plaintiff, who: Nguyen}}
      - {id: board, text: The board knew., gist: knew, source: {kind: document, exhibit: minutes, pin: p. 2}}
      - {id: born, text: "He was born on January 2, 1980. It will rain.", source: {kind: document, document: Bay Data Center LLC, pin: p. 1}}
claims:
  - {id: one, theories: [sca-2702-a1-ecs], by: [nguyen, de-la-cruz], harm: Nguyễn lost {~}, elements: {aggrieved: {allegations: [nguyen-called], application: "As [@nguyen-called] says, Nguyen called."}}}
accepted_findings:
  - {check: JUR-001, where: plaintiffs.nguyen.name, by: Mary Stone, why: Nguyen told us on the phone}
searches: [{kind: other, found: nothing about Nguyen}]
""".replace("harm: Nguyễn lost {~}, ", "")  # noqa: E501


@pytest.fixture
def lee(tmp_path):
    sheet = tmp_path / "lee.yaml"
    sheet.write_text(LEE, encoding="utf-8")
    return sheet


def copy_of(run, sheet, *more):
    done = run("export", sheet, "--redacted", "-o", "copy.yaml", "--force", *more)
    assert done.returncode == 0, done.stderr
    return (sheet.parent if sheet.parent.joinpath("copy.yaml").exists() else None, done.stdout)


def test_the_day_on_which_a_minor_comes_of_age_goes_along_as_its_year_alone(run, lee):
    lee.write_text(
        lee.read_text(encoding="utf-8")
        + "tolling: [{kind: minority, text: R. was a child., from: 2021-05-06, through: 2031-07-08}]\n",
        encoding="utf-8",
    )
    folder, _ = copy_of(run, lee)
    copied = parse((folder / "copy.yaml").read_text(encoding="utf-8"), "copy.yaml")
    assert (copied["tolling"][0]["from"], copied["tolling"][0]["through"]) == ("2021", "2031")


# --- the table
# ------------------------------------------------------------------------------------------------------------


def kinds():
    found, places = {}, [()]
    while places:
        where = places.pop()
        for record in records_at(where) if where else [FactSheet]:
            if record.__name__ not in found or len(where) < len(found[record.__name__][1]):
                found[record.__name__] = (record, where)
                for name in record.questions:
                    key = name.rstrip("_")
                    places += [(*where, key), (*where, key, 0), (*where, key, "x")]
    return {name: record for name, (record, _) in found.items()}


def test_every_field_of_every_record_is_classified():
    """A new field of the model either goes along in a redacted copy or does not: someone has to say which."""
    unsaid = [
        f"{name}.{field}"
        for name, record in kinds().items()
        for field, question in record.questions.items()
        if question.redact not in get_args(Redaction)
    ]
    assert unsaid == [] and all(issubclass(record, Record) for record in kinds().values())
    assert len(kinds()) > 50


def saying(monkeypatch, record, field, **changed):
    """Let the question of a field say something else meanwhile."""
    monkeypatch.setitem(record.questions, field, record.questions[field]._replace(**changed))


def test_a_field_that_nobody_classified_does_not_go_along(monkeypatch):
    saying(monkeypatch, Exhibit, "title", redact=None)
    assert "title" not in redacted(parse(LEE, "x")).tree["exhibits"][0]


# --- what must not stand in it
# ---------------------------------------------------------------------------------------------------------


def protected(tree):
    """What of a whole tree must not stand in the copy, by other code than the program's: names, their words,
    contacts, amounts of clients.
    """
    found = set()
    for plaintiff in tree.get("plaintiffs", []):
        for name in (
            plaintiff.get("name"),
            plaintiff.get("short"),
            plaintiff.get("decedent"),
            (plaintiff.get("guardian") or {}).get("name"),
        ):
            if isinstance(name, str):
                found |= {
                    name,
                    *(
                        word
                        for word in re.findall(r"\w{3,}", name)
                        if plaintiff.get("kind") != "organization" and word not in ("Inc",)
                    ),
                }
        found |= {
            str(entry[key])
            for entry in texts_under(plaintiff)
            for key in ("price", "amount")
            if isinstance(entry.get(key), str) and "$" in entry[key]
        }
        found.add(plaintiff["id"])
    for other in tree.get("non_parties", []):
        found |= {other[key] for key in ("name", "short") if isinstance(other.get(key), str)}
    for entry in texts_under(tree):
        found |= {
            entry[key]
            for key in ("email", "telephone", "fax", "street", "note", "why")
            if isinstance(entry.get(key), str) and " " in entry[key] + " " * (key != "note")
        }
        if entry.get("kind") in ("witness", "confidential-witness") and isinstance(entry.get("who"), str):
            found.add(entry["who"])
    return {word for word in found if word}


def texts_under(value):
    if isinstance(value, dict):
        yield value
        for entry in value.values():
            yield from texts_under(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from texts_under(entry)


def stands_in(word, text):
    return re.search(
        rf"(?<!\w){re.escape(plain_letters(unicodedata.normalize('NFC', word)))}(?!\w)",
        plain_letters(unicodedata.normalize("NFC", text)),
        re.IGNORECASE,
    )


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_nothing_that_is_to_be_hidden_of_any_sample_stands_in_its_copy(path, run, tmp_path):
    done = run("export", path, "--redacted", "-o", "copy.yaml")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "copy.yaml").read_text(encoding="utf-8")
    tree = load(path).tree
    hidden = protected(tree)
    assert "plaintiffs" not in tree or len(hidden) > 3
    assert [word for word in hidden if stands_in(word, text)] == []
    assert private(text, Kind.EMAIL, Kind.PHONE, Kind.STREET, Kind.SSN) == []
    if tree.get("plaintiffs"):
        drafted = run("draft", "--text", "copy.yaml")
        assert drafted.returncode in (0, 1), drafted.stderr
        assert [
            word for word in hidden if stands_in(word, drafted.stdout)
        ] == [] and "PLAINTIFF 1" in drafted.stdout


@pytest.mark.parametrize("make", ["unusual", "many"])
def test_so_it_is_at_the_edges(make, run, tmp_path):
    """Parties of every kind (a minor, a union, a county, a decedent's heirs); plaintiffs of whom one is
    called Per Lind.
    """
    from matters import Case, matter
    from unusual import unusual

    tree = unusual() if make == "unusual" else matter(Case(("sca-2702-a1-ecs",), 3, 4, "federal", True))
    (tmp_path / "edge.yaml").write_text(new(tree), encoding="utf-8")
    (tmp_path / "sign-up.png").write_bytes(b"")
    done = run("export", "edge.yaml", "--redacted", "-o", "copy.yaml")
    assert done.returncode == 0, done.stderr
    copy, whole = load(tmp_path / "copy.yaml"), load(tmp_path / "edge.yaml")
    text = (tmp_path / "copy.yaml").read_text(encoding="utf-8")
    names = {str(plaintiff.name) for plaintiff in whole.sheet.plaintiffs} | {
        str(other.name) for other in whole.sheet.non_parties
    }
    words = {
        word
        for plaintiff in whole.sheet.plaintiffs
        if plaintiff.kind == "individual"
        for word in str(plaintiff.name).split()
        if len(word) > 3
    }
    assert len(names) > 2 and [name for name in names | words if stands_in(name, text)] == []
    assert [
        (place.path.count("."), place.kind)
        for place in copy.places
        if place.kind not in ("searches", "accepted_findings", "authorities")
    ] and len(copy.sheet.claims) == len(whole.sheet.claims)
    assert text.count(" per ") == (tmp_path / "edge.yaml").read_text(encoding="utf-8").count(" per ")
    assert run("draft", "--text", "copy.yaml").returncode in (0, 1)


def test_every_way_a_name_is_written_has_its_stand_in(lee):
    copy = redacted(load(lee).tree).tree
    first, second, health, board, born = copy["allegations"][0]["items"]
    assert (
        first["id"] == "plaintiff-1-called"
        and first["actor"] == "plaintiff-1"
        and copy["allegations"][0]["heading"] == "Acme Took the Data of Plaintiff 1 and Others"
    )
    assert (
        first["text"].strip()
        == "On May 3, PLAINTIFF 1 ((e-mail left out), (telephone left out)) called Acme from (street left"
        " out). Acme’s clerk told Plaintiff 1 that Plaintiff 1’s data were gone. See [@plaintiff-1-called]"
        " and {~left out of this copy~}."
    )
    assert (
        second["text"]
        == "Witness 1 saw Plaintiff 1’s file and Witness 1’s own; Plaintiff 3's too, and the Plaintiff 2’s."
        " Acct. no. (number left out)."
    )
    assert second["gist"] == "told Plaintiff 2 nothing"
    assert (first["source"], second["source"]["who"]) == (
        {"kind": "witness", "who": "Witness 1"},
        "Witness 2",
    ) and "note" not in first
    assert (
        copy["plaintiffs"][1]["guardian"]["name"] == "Guardian 1"
        and copy["plaintiffs"][2]["name"] == "Plaintiff 3"
    )
    assert (
        copy["non_parties"][0]["name"] == copy["non_parties"][0]["short"] == "Non-Party 1"
        and born["source"]["document"] == "Non-Party 1"
    )
    assert born["text"] == "He was born (date left out). It will rain."
    assert (
        copy["claims"][0]["by"] == ["plaintiff-1", "plaintiff-2"]
        and copy["claims"][0]["elements"]["aggrieved"]["application"]
        == "As [@plaintiff-1-called] says, Plaintiff 1 called."
    )
    assert copy["court"] == {"id": "cand", "county": "Lee"} and copy["matter"] == "Plaintiff 1 v. Acme"


def test_what_is_sensitive_or_sealed_and_what_is_the_firms_own_is_left_out(lee):
    copy = redacted(load(lee).tree).tree
    first, second, health, board, born = copy["allegations"][0]["items"]
    assert health == {
        "id": "health",
        "text": (redact.LEFT_OUT,),
        "gist": (redact.LEFT_OUT,),
        "sensitive": "yes",
    }
    assert (
        board["text"] == (redact.LEFT_OUT,)
        and "source" not in board
        and copy["exhibits"][1]["title"] == (redact.LEFT_OUT,)
    )
    assert "file" not in copy["exhibits"][0] and not {"accepted_findings", "searches"} & copy.keys()
    lee_ = copy["plaintiffs"][0]
    assert "relations" not in lee_ and lee_["residence"] == {
        "city": (redact.LEFT_OUT,),
        "county": "Alameda",
        "state": "CA",
    }
    assert lee_["experience"]["purchases"] == [
        {"product": "Widget", "date": "2024", "price": (redact.LEFT_OUT,)}
    ]
    assert lee_["experience"]["injuries"][0] == {
        "id": "plaintiff-1-lost",
        "kind": "money",
        "text": "lost $XX and his peace",
        "amount": (redact.LEFT_OUT,),
    }


def test_the_copy_is_a_sheet_and_says_what_was_done(lee, run):
    done = run("export", lee, "--redacted", "-o", "copy.yaml")
    assert done.returncode == 0
    told = done.stdout
    assert (
        re.search(r"^  names: \d\d$", told, re.M)
        and re.search(r"^  e-mail addresses: 1$", told, re.M)
        and re.search(r"^  dates of birth: 1$", told, re.M)
    )
    assert (
        told.rstrip().endswith("A person must read the copy before it leaves the firm.")
        and "Not replaced: " in told
    )
    text = lee.with_name("copy.yaml").read_text(encoding="utf-8")
    assert (
        text.startswith("# Redacted copy of a fact sheet")
        and "called on Monday" not in text
        and "anonym" not in (text + told).lower()
    )
    assert [word for word in protected(load(lee).tree) if stands_in(word, text) and word != "Grace"] == []
    loaded = load(lee.with_name("copy.yaml"))
    assert loaded.sheet.plaintiffs[0].name == "Plaintiff 1" and [
        entry.id for entry in loaded.sheet.claims
    ] == ["one"]
    assert run("check", "copy.yaml").returncode in (0, 1)
    assert run("export", "copy.yaml", "--redacted", "-o", "again.yaml").returncode == 0


def test_a_file_named_after_a_client_is_told(lee, run):
    told = [run("export", lee, "--redacted", "-o", name).stdout for name in ("nguyen_copy.yaml", "copy.yaml")]
    assert ["tells a name" in each for each in told] == [True, False]


def test_names_that_are_words_of_every_day_are_found_with_a_capital_letter_only():
    names = Names([Person("Plaintiff 1", "plaintiff-1", ("Grace May",), True)])
    assert names.replaced("May said grace in may; Ms. Grace will call. GRACE MAY did.") == (
        "Plaintiff 1 said grace in may; Plaintiff 1 will call. PLAINTIFF 1 did.",
        3,
    )


TRICKY = [
    (
        "Shaun O'Neil",
        "O'Neil",
        "Mr. O’Neil, ONEIL, Oneil’s, the O’Neils’, oneil1970, S. O’Neil, Shaun P. O’Neil, O Neil",
        "neil|shaun",
    ),
    (
        "Maria de la Cruz",
        "de la Cruz",
        (
            "Ms. De La Cruz, DE LA CRUZ, Maria Cruz, the de la Cruzes, DeLaCruz, mdelacruz, Cruz’s, maria de"
            " la cruz"
        ),
        "cruz|maria",
    ),
    (
        "Ann Smith-Jones",
        "Smith-Jones",
        "Smith Jones, Ann Smith, Jones’s, SMITH-JONES, Smith–Jones, smithjones7",
        "smith|jones|ann",
    ),
    ("J.R. Tolk", "Tolk", "J.R. wrote, J. R. Tolk, JR Tolk, Tolk’s, J.R.’s", "tolk|j\\.|jr"),
    ("J.D.", "J.D.", "J.D. wrote, J. D.’s, (J.D.)", "j\\."),
    ("M. K.", "M. K.", "M.K. wrote, M. K.’s", "m\\."),
    (
        "Zoë Łukasz-Müller",
        "Łukasz-Müller",
        "Zoe, ŁUKASZ-MÜLLER, Lukasz-Muller, Mueller, Łukasz, lukaszmueller",
        "zo|ukasz|ller",
    ),
    ("Li Wei", "Li", "Li wrote, Wei Li, LI WEI, Mr. Li’s", "li\\b|wei"),
    ("Will Hope", "Hope", "Will, Hope’s, HOPE, WILL HOPE, Ms. Hope", "will|hope"),
]


@pytest.mark.parametrize(("name", "short", "forms", "left"), TRICKY, ids=lambda value: value[:12])
def test_names_that_are_hard_to_tell_are_found_in_every_form(name, short, forms, left):
    names = Names([Person("Client 1", "client-1", (name, short), True)])
    for form in forms.split(", "):
        done, count = names.replaced(f"They copied {form} (18 U.S.C. § 2702).")
        assert (
            count
            and "CLIENT 1" in done.upper()
            and not re.search(rf"\b(?i:{left})", done.replace("U.S.C.", ""))
        ), done
        assert names.replaced(done) == (done, 0) and "18 U.S.C. § 2702" in done


@pytest.mark.parametrize("name", ["Will Hope", "Ruth Stone", "May Page"])
def test_a_name_of_words_of_every_day_leaves_these_words_where_they_are(name):
    names = Names([Person("Client 1", "client-1", (name, name.split()[1]), True)])
    text = "Members may turn the page at the stone wall; they will hope so."
    assert names.replaced(text) == (text, 0)


NAMES = [
    "Ann Okafor",
    "José Núñez",
    "Linh T. Tran",
    "Maria De La Torre",
    "Sean O’Brien",
    "Anne-Marie Smithson",
    "Bo Li",
    "Kurt Weiß",
    "J.R. Tolk",
]
FORMS = [
    str,
    str.upper,
    str.lower,
    lambda name: name.split()[-1],
    lambda name: name.split()[-1].upper(),
    lambda name: f"Mr. {name.split()[-1]}",
    lambda name: f"{name}’s",
    lambda name: f"{name[0]}. {name.split()[-1]}",
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: plain_letters(name),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "\n"),
]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(FORMS),
            st.sampled_from([" ", ", ", " (", "“", "\n", " – "]),
            st.sampled_from(["", ".", " told Acme", "’s phone"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_form_of_a_name_is_left_in_a_text(parts):
    names = Names(
        [
            Person(f"Plaintiff {number}", f"plaintiff-{number}", (name,), True)
            for number, name in enumerate(NAMES, 1)
        ]
    )
    text = "".join(
        f"Acme copied the data of{before}{form(name)}{after} " for name, form, before, after in parts
    )
    done, count = names.replaced(unicodedata.normalize("NFC", text))
    assert count >= len(parts)
    for name in NAMES:
        for word in (name, name.split()[0], name.split()[-1]):
            assert not stands_in(word, done), (text, done)
    assert names.replaced(done) == (done, 0)


@given(st.text("abcdefgh ’.,()\n-ñé1", max_size=60))
def test_texts_without_names_stay_as_they_are(text):
    names = Names([Person("Plaintiff 1", "plaintiff-1", ("Wx Yz",), True)])
    text = unicodedata.normalize("NFC", text)
    assert names.replaced(text) == (text, 0)


def test_a_copy_that_would_still_hold_a_name_is_not_written(lee, run, monkeypatch):
    saying(monkeypatch, Court, "division", redact=None)
    monkeypatch.setattr(redact._Redaction, "words", lambda self, text: text)
    with pytest.raises(OutputError, match="would still hold what is to be hidden") as problem:
        redacted(load(lee).tree)
    assert "Nguyễn" not in str(problem.value)


def test_redacting_changes_nothing_of_the_tree_it_is_given(lee):
    tree = load(lee).tree
    before = new(tree)
    redacted(tree)
    assert new(tree) == before


def test_names_numbers_and_sums_of_clients_are_treated_as_such():
    redactions = {
        (name, field): question.redact
        for name, record in kinds().items()
        for field, question in record.questions.items()
    }
    assert {field for (name, field), how in redactions.items() if name == "Plaintiff" and how == "name"} == {
        "name",
        "short",
        "decedent",
    }
    assert redactions["Purchase", "price"] == redactions["Lawyer", "email"] == "blank"


# --- the whole sheet
# ------------------------------------------------------------------------------------------------------------


def test_the_whole_sheet_is_one_file_that_says_the_same(run, tmp_path):
    overlay = SAMPLES_FOLDER / "siblings" / "brandt-calsuperct.yaml"
    done = run("export", overlay, "-o", "out/whole.yaml")
    assert done.returncode == 2 and "there is no folder out" in done.stderr
    done = run("export", overlay, "-o", "whole.yaml")
    assert done.returncode == 0 and "from 3 files" in done.stdout
    text = (tmp_path / "whole.yaml").read_text(encoding="utf-8")
    wanted = {name: value for name, value in load(overlay).tree.items() if name != "include"}
    assert parse(text, "x") == parse(new(wanted), "x") and "include" not in text
    assert run("draft", "--text", "whole.yaml").stdout == run("draft", "--text", overlay).stdout
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "whole.yaml").stat().st_mode) == 0o600


def test_files_are_named_from_where_the_copy_stands(lee, run, tmp_path):
    (tmp_path / "out").mkdir()
    run("export", lee, "-o", "out/whole.yaml")
    assert load(tmp_path / "out" / "whole.yaml").tree["exhibits"][0]["file"] == os.path.join(
        "..", "nguyen", "letter.pdf"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-o", "lee.yaml"], "is the sheet itself"),
        (["-o", "lee.yaml", "--force"], "is the sheet itself"),
        (["-o", "there.yaml"], "is there already"),
        (["-o", "copy.docx"], "the copy is a fact sheet"),
        (["-o", "folder.yaml"], "is a folder"),
    ],
)
def test_nothing_that_is_there_is_overwritten_unasked(lee, run, words, told):
    lee.with_name("there.yaml").write_text("mine")
    lee.with_name("folder.yaml").mkdir()
    done = run("export", lee, *words)
    assert (
        done.returncode == 2
        and told in done.stderr
        and lee.read_text(encoding="utf-8") == LEE
        and lee.with_name("there.yaml").read_text() == "mine"
    )
