"""The English that drafter writes and compares."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import wording
from drafter.facts.values import identifier

WORDS = st.text(alphabet=st.characters(whitelist_categories=("L",)), min_size=1, max_size=12)


@given(st.lists(WORDS, max_size=6), st.booleans())
def test_a_list_names_each_item_once_and_in_order(items, serial):
    said = wording.listed(items, serial=serial)
    assert re.split(r", and |, | and ", said) == (items or [""])
    assert (", and " in said) is (serial and len(items) > 2)


@given(st.integers(1, 5000))
def test_an_ordinal_ends_as_it_is_said(number):
    said = wording.ordinal(number)
    if number < 60:
        assert re.fullmatch(r"[A-Z]+(-[A-Z]+)?", said) and "-" not in said[:3]
    else:
        ending = (
            {1: "ST", 2: "ND", 3: "RD"}.get(number % 10, "TH") if number % 100 not in (11, 12, 13) else "TH"
        )
        assert said == f"{number}{ending}"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "FIRST"),
        (20, "TWENTIETH"),
        (21, "TWENTY-FIRST"),
        (30, "THIRTIETH"),
        (59, "FIFTY-NINTH"),
        (61, "61ST"),
        (111, "111TH"),
        (1002, "1002ND"),
    ],
)
def test_ordinals(number, said):
    assert wording.ordinal(number) == said


def roman_value(text):
    values = [dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)[sign] for sign in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


@given(st.integers(1, 3999))
def test_a_roman_number_is_read_back_as_the_number_it_was_made_of(number):
    said = wording.roman(number)
    assert roman_value(said) == number and not re.search(r"(.)\1{3}|VV|LL|DD", said)


@given(st.integers(1, 2000))
def test_letters_go_on_as_word_counts_and_columns_as_a_spreadsheet_does(number):
    assert len(set(wording.letters(number))) == 1 and len(wording.letters(number)) == -(-number // 26)
    value = 0
    for letter in wording.column_letters(number):
        value = value * 26 + ord(letter) - 64
    assert value == number


def test_counted_possessive_and_company_endings():
    assert (wording.counted(1, "answer"), wording.counted(0, "answer")) == ("1 answer", "0 answers")
    assert wording.counted(2, "entry", "entries") == "2 entries"
    assert (
        wording.possessive("James") == "James’s" and wording.possessive("Plaintiffs", True) == "Plaintiffs’"
    )
    assert wording.possessive("Acme", True) == "Acme’s"
    for name in ("Acme, Inc.", "Acme Co. LLC", "Acme L.L.C.", "Acme Limited", "Acme L.P."):
        assert wording.without_company_ending(name) == "Acme"
    assert wording.without_company_ending("Costco") == "Costco"


@given(st.text(max_size=200), st.integers(2, 90))
def test_a_shortened_text_fits_in_one_line_and_begins_as_the_text_does(text, longest):
    said = wording.shortened(text, longest)
    assert len(said) <= longest and "\n" not in said
    whole = wording.spaced(text)
    assert said == whole or whole.startswith(said.removesuffix("…")) and not said.endswith(" …")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("José Núñez", "Jose Nunez"),
        ("Jørn Łukasz Đoković", "Jorn Lukasz Dokovic"),
        ("Weiß", "Weiss"),
        ("O’Brien‑Smith", "O'Brien-Smith"),
        ("Ærø", "AEro"),
    ],
)
def test_letters_stand_without_accents_and_strokes(name, plain):
    assert wording.without_accents(name) == plain
    assert wording.without_accents(unicodedata.normalize("NFD", name)) == plain
    assert wording.folded(name) == plain.casefold()


@given(st.text(max_size=80))
def test_what_was_folded_is_folded_and_plain_letters_keep_their_places(text):
    once = wording.folded(text)
    assert wording.folded(once) == once
    composed = unicodedata.normalize("NFC", text)
    assert len(wording.plain_letters(composed)) == len(composed)


@given(st.text(max_size=80), st.sets(st.sampled_from(["lee", "lee-2", "entry"])))
def test_an_id_made_of_anything_is_an_id_and_free(text, taken):
    made = wording.free_id(wording.slug(text, "entry"), taken)
    assert identifier(made) and made not in taken


def test_ids_are_made_of_the_words_that_count():
    assert wording.slug("The Acme Corporation of America") == "acme-corporation-america"
    assert wording.slug("Søren O’Brien-Weiß") == "soren-obrien-weiss"
    assert wording.slug("U.S. Bank, N.A.") == "us-bank-na" and wording.slug("Shop.com") == "shop-com"
    assert wording.slug("日本", "plaintiff") == "plaintiff"


def test_what_was_meant_is_asked_and_never_guessed():
    there = ["plaintiffs", "defendants", "classes"]
    assert wording.did_you_mean("plaintifs", there) == "Did you mean “plaintiffs”?"
    assert wording.did_you_mean("plaintifs", there, 3) == "Did you mean plaintiffs?"
    assert wording.did_you_mean("xyz", there) == ""
