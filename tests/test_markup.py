"""Text with marks becomes the tree, and text without marks stays itself."""

from __future__ import annotations

import re
import string
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.document import (
    BOLD,
    ITALIC,
    UNDERLINE,
    Blank,
    BlockQuote,
    Bullet,
    Continuation,
    Figure,
    Footnote,
    FootnoteMark,
    Heading,
    Lead,
    LineBreak,
    NumberedParagraph,
    Origin,
    PrayerItem,
    Reference,
    Run,
    SubParagraph,
    Table,
    TermDefinition,
    plain,
)
from drafter.markup import Passage, escape, inline, line_mark, literal, prose, region, template, token

PATH = "allegations.opt-out.text"


def blocks(text, *passages, regions=(), name=""):
    return list(template(text, passages, regions, name)[0])


def block(text, *passages):
    (only,) = blocks(text, *passages)
    return only


def notes(text, *passages):
    return list(template(text, passages)[1])


def words(block):
    return plain(block.content)


# --- what is no mark
# ------------------------------------------------------------------------------------------------------------

AS_TYPED = [
    "Johnson & Johnson",
    "Smith <Acme> LLC",
    "{{ 7*7 }}",
    "{% if x %}",
    "* * *",
    "*",
    "**",
    "***",
    "****",
    "the price* and the fee**",
    "*Price excludes tax.",
    "2*3*4",
    "(*) marks one and (*) another",
    '"*" and "*"',
    "2 * 3 * 4",
    "snake__case",
    "file_name and _private_",
    "Signed: ____________",
    "#12",
    "12. Something",
    "1.5 million",
    "a.m. and p.m.",
    "18 U.S.C. § 2702(a)(1)",
    "“curly” ‘quotes’ and 90’s",
    'he said "yes", "no" and nothing',
    'an empty "" string and another "" string',
    "José Ångström, 日本, Δοκιμή, עברית",
    "e\u0301 and a\u00a0hard space",
    "two  spaces",
    "[sic]",
    "[t]he [C]ourt [...]",
    "[@Not A Label]",
    "[@]",
    "[^]",
    "[#label]",
    "[[]]",
    "[[ ]]",
    "[[never closed",
    '""never closed',
    "{~ never closed",
    "never opened ~} or ]] either",
    "C:\\Users\\docs",
    "a lone \\ backslash",
    "ends in a backslash \\",
    "x < y > z -> w <-",
    "~ about ~",
    "a | b | c",
    "| one bar",
    "|",
    "-5 degrees",
    "--",
    ">nothing",
    "!important",
    "![alt] but no path",
    "token \ue000\ue011\ue001 typed by a user",
]


@pytest.mark.parametrize("text", AS_TYPED)
def test_it_prints_as_typed(text):
    assert prose(text, PATH) == Passage((Run(text, 0, PATH),), path=PATH)


@pytest.mark.parametrize(
    "text", ["# PARTIES", "## One", "1. Plaintiff sues.", "A. An order", "-> centered <-"]
)
def test_it_leaves_the_marks_of_templates_alone_in_prose(text):
    assert prose(text) == Passage((Run(text),))


@pytest.mark.parametrize(
    "text", ["# PARTIES", "1. Plaintiff", "a. first", "> quoted", "- bullet", "| a | b |", "[^n]: note"]
)
def test_it_knows_no_block_marks_in_a_single_line(text):
    assert plain(inline(text)).replace("[n]", "[^n]") == text


def test_it_reads_marks_only_at_the_very_start_of_a_line():
    assert words(block(" 1. Indented")) == "1. Indented"
    assert words(block("See 1. above")) == "See 1. above"


# --- emphasis
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("*Id.*", [("Id.", ITALIC)]),
        ("**now**", [("now", BOLD)]),
        ("__now__", [("now", UNDERLINE)]),
        ("***now***", [("now", BOLD | ITALIC)]),
        ("See *Roe v. Doe*, 1 U.S. 1.", [("See ", 0), ("Roe v. Doe", ITALIC), (", 1 U.S. 1.", 0)]),
        ("(*see* this)", [("(", 0), ("see", ITALIC), (" this)", 0)]),
        ("“*see*”", [("“", 0), ("see", ITALIC), ("”", 0)]),
        ('"*see*"', [('"', 0), ("see", ITALIC), ('"', 0)]),
        ('*"see"*', [('"see"', ITALIC)]),
        ("*Roe*'s", [("Roe", ITALIC), ("'s", 0)]),
        ("*Roe*’s", [("Roe", ITALIC), ("’s", 0)]),
        ("—*but*—", [("—", 0), ("but", ITALIC), ("—", 0)]),
        ("*a*-*b*", [("a", ITALIC), ("-", 0), ("b", ITALIC)]),
        ("**a *b* c**", [("a ", BOLD), ("b", BOLD | ITALIC), (" c", BOLD)]),
        ("*a **b***", [("a ", ITALIC), ("b", BOLD | ITALIC)]),
        ("***a** b*", [("a", BOLD | ITALIC), (" b", ITALIC)]),
        ("***a* b**", [("a", BOLD | ITALIC), (" b", BOLD)]),
        ("*__a__*", [("a", ITALIC | UNDERLINE)]),
        ("__*a* b__", [("a", ITALIC | UNDERLINE), (" b", UNDERLINE)]),
        ("*2*3*", [("2*3", ITALIC)]),
        ("*one* two*", [("one", ITALIC), (" two*", 0)]),
        ("*Fee. See *Roe*.", [("*Fee. See ", 0), ("Roe", ITALIC), (".", 0)]),
        ("**a *b** c*", [("a *b", BOLD), (" c*", 0)]),
        ("*over\ntwo lines*", [("over two lines", ITALIC)]),
        ("*[sic]*", [("[sic]", ITALIC)]),
        ("**a*", [("**a*", 0)]),
        ("* not this*", [("* not this*", 0)]),
        ("*nor this *", [("*nor this *", 0)]),
        ("*日本*", [("日本", ITALIC)]),
    ],
)
def test_it_emphasizes_at_the_edges_of_words(text, runs):
    assert [(run.text, run.style) for run in prose(text).content] == runs


def test_it_never_carries_emphasis_across_a_paragraph():
    assert prose("*one\n\ntwo*") == Passage((Run("*one"),), (Continuation((Run("two*"),)),))


def test_it_styles_what_stands_inside_emphasis():
    assert inline('*See [@a] ""T"" [[x]]*') == (
        Run("See ", ITALIC),
        Reference((("a", "a"),), style=ITALIC),
        Run(" ", ITALIC),
        TermDefinition("T", ITALIC),
        Run(" ", ITALIC),
        Blank("x", "", ITALIC),
    )


def test_it_adds_to_the_style_it_is_given():
    assert inline("a *b*", "p", BOLD) == (Run("a ", BOLD, "p"), Run("b", BOLD | ITALIC, "p"))


# --- other marks inside a line
# -----------------------------------------------------------------------------------------------------------


def test_it_reads_a_defined_term():
    assert prose('(the ""Premium Class"").', PATH).content == (
        Run("(the ", 0, PATH),
        TermDefinition("Premium Class", 0, PATH),
        Run(").", 0, PATH),
    )


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ('""*Google* Terms""', "Google Terms"),
        ('""Class"" or ""x y""', "Class"),
        ('""a "b" c""', 'a "b" c'),
        ('"""Class"""', "Class"),
    ],
)
def test_it_reads_the_plain_words_of_a_term(text, term):
    assert next(node.text for node in inline(text) if isinstance(node, TermDefinition)) == term


def test_it_keeps_an_italic_term_italic():
    assert inline('""*Times*""') == (TermDefinition("Times", ITALIC),)


@pytest.mark.parametrize("text", ['say "yes""no" now', 'x""y""z', '"He said "no""'])
def test_it_sees_no_term_in_quotation_marks_that_happen_to_meet(text):
    assert inline(text) == (Run(text),)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("[@opt-out]", [("opt-out", "opt-out")]),
        ("[@a..@b]", [("a", "b")]),
        ("[@a, @b..@c]", [("a", "a"), ("b", "c")]),
        ("[@a,@b]", [("a", "a"), ("b", "b")]),
        ("[@a, @b,\n@c]", [("a", "a"), ("b", "b"), ("c", "c")]),
        ("[@sca/elements.divulged]", [("sca/elements.divulged", "sca/elements.divulged")]),
        ("[@1.2..@1.3]", [("1.2", "1.3")]),
    ],
)
def test_it_reads_references_to_paragraphs(text, labels):
    assert inline(text) == (Reference(tuple(labels)),)


def test_it_reads_a_blank():
    assert prose("on [[date of *hiring*]].", PATH).content == (
        Run("on ", 0, PATH),
        Blank("date of hiring", PATH),
        Run(".", 0, PATH),
    )


def test_it_keeps_single_brackets_in_and_around_a_blank():
    assert inline("[[[name [of] person]]]") == (Run("["), Blank("name [of] person"), Run("]"))


def test_it_seals_words():
    assert inline("the {~ secret *price* ~}.", "p") == (
        Run("the ", 0, "p"),
        Run("secret ", 0, "p", True),
        Run("price", ITALIC, "p", True),
        Run(".", 0, "p"),
    )


def test_it_seals_a_term_as_words_so_that_nothing_lists_it():
    assert inline('{~ ""Project X"" ~}') == (Run("“Project X”", sealed=True),)


def test_it_breaks_a_line_at_a_backslash():
    assert prose("one \\\n two", "p").content == (Run("one ", 0, "p"), LineBreak("p"), Run("two", 0, "p"))


def test_it_takes_an_escaped_backslash_at_the_end_of_a_line_for_a_backslash():
    assert prose("one\\\\\ntwo").content == (Run("one\\ two"),)


@pytest.mark.parametrize("mark", ["*a*", "**a**", "__a__", '""a""', "[@a]", "[[a]]", "[^a]", "{~ a ~}"])
def test_it_makes_a_mark_plain_with_a_backslash(mark):
    assert inline(re.sub(r"([^a ])", r"\\\1", mark)) == (Run(mark),)


# --- blocks of prose
# ------------------------------------------------------------------------------------------------------------


def test_it_joins_lines_and_parts_paragraphs():
    assert prose("One\ntwo\n\n\nthree\n", PATH) == Passage(
        (Run("One two", 0, PATH),), (Continuation((Run("three", 0, PATH),), Origin(paths=(PATH,))),), (), PATH
    )


@pytest.mark.parametrize("text", ["\none\ntwo", " \none\ntwo\n ", "one\ntwo \n\n"])
def test_it_ignores_empty_lines_before_and_after(text):
    assert prose(text) == Passage((Run("one two"),))


def test_it_reads_the_line_ends_of_other_systems():
    assert prose("One\r\ntwo\r\n\r\nthree") == prose("One\ntwo\n\nthree")


def test_it_parts_and_joins_quotations():
    passage = prose("It said:\n> first\n> goes on\n>\n> second\nAfter.")
    assert passage.rest == (
        BlockQuote((Run("first goes on"),)),
        BlockQuote((Run("second"),)),
        Continuation((Run("After."),)),
    )


def test_it_leaves_the_first_paragraph_empty_where_prose_begins_with_a_mark():
    assert prose("> quoted\n\nmore") == Passage(
        (), (BlockQuote((Run("quoted"),)), Continuation((Run("more"),)))
    )


def test_it_reads_sub_paragraphs_and_their_labels():
    assert prose("All of:\na. one [#first]\na. two\n  goes on\ni. deeper").rest == (
        SubParagraph((Run("one"),), 1, "first"),
        SubParagraph((Run("two goes on"),)),
        SubParagraph((Run("deeper"),), 2),
    )


def test_it_reads_bullets():
    assert prose("Of these:\n- one\n- *two*").rest == (Bullet((Run("one"),)), Bullet((Run("two", ITALIC),)))


def test_it_reads_a_table():
    passage = prose("| Date | Fee |\n|------|----:|\n| May | a \\| b |\n| June |\n\nAfter", "p")
    assert passage.rest[0] == Table(
        (
            ((Run("Date", 0, "p"),), (Run("Fee", 0, "p"),)),
            ((Run("May", 0, "p"),), (Run("a | b", 0, "p"),)),
            ((Run("June", 0, "p"),), ()),
        ),
        Origin(paths=("p",)),
    )


def test_it_keeps_a_row_of_dashes_that_is_no_rule():
    assert len(prose("| a | b |\n| - | - |").rest[0].rows) == 2


def test_it_reads_a_figure():
    assert prose('![A *screen*](exhibits/x (1).png "Fig. 1: *the* screen")').rest == (
        Figure("exhibits/x (1).png", "A screen", (Run("Fig. 1: "), Run("the", ITALIC), Run(" screen"))),
    )
    assert prose("![](x.png)").rest == (Figure("x.png", ""),)


def test_it_keeps_footnotes_to_the_field_they_are_typed_in():
    passage = prose("Users complained.[^forum]\n\n[^forum]: See the *forum*,\nat 2.\n", PATH)
    assert passage.content[1] == FootnoteMark(f"{PATH}^forum")
    assert [(note.id, plain(note.content)) for note in passage.footnotes] == [
        (f"{PATH}^forum", "See the forum, at 2.")
    ]
    assert passage.rest == ()


def test_it_says_where_words_were_typed():
    passage = prose('a *b* ""C"" [[d]] {~ e ~}\n> f\n- g', PATH)
    assert all(node.path == PATH for node in passage.content)
    assert all(part.origin == Origin(paths=(PATH,)) for part in passage.rest)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\n "])
def test_it_reads_nothing_in_nothing(text):
    assert prose(text, "p") == Passage((), path="p")


def test_it_reads_no_marks_in_a_plain_value():
    assert literal("*a* [@b]", "p", BOLD) == Passage((Run("*a* [@b]", BOLD, "p"),), path="p")
    assert literal("", "p") == Passage((), path="p")


# --- blocks of templates
# ------------------------------------------------------------------------------------------------------------


def test_it_reads_headings_of_three_levels():
    assert blocks("# PARTIES [#parties]\n## Plaintiffs\n### *Roe*") == [
        Heading(1, (Run("PARTIES"),), "parties"),
        Heading(2, (Run("Plaintiffs"),)),
        Heading(3, (Run("Roe", ITALIC),)),
    ]


def test_it_ends_a_heading_with_its_line():
    assert blocks("# PARTIES\nIn this part:") == [
        Heading(1, (Run("PARTIES"),)),
        Lead((Run("In this part:"),)),
    ]


def test_it_reads_a_numbered_paragraph_over_several_lines():
    assert block("1. Plaintiff\nsues. [#suit]") == NumberedParagraph((Run("Plaintiff sues."),), "suit")


def test_it_takes_a_label_only_at_the_end():
    assert words(block("1. Plaintiff [#suit] sues.")) == "Plaintiff [#suit] sues."
    assert words(block("1. Plaintiff sues. \\[#suit]")) == "Plaintiff sues. [#suit]"


def test_it_reads_prayer_items():
    assert blocks("A. Certify the class; [#certify]\nA. Award damages.\n\nPlain.") == [
        PrayerItem((Run("Certify the class;"),), "certify"),
        PrayerItem((Run("Award damages."),)),
        Lead((Run("Plain."),)),
    ]


def test_it_tells_a_continuation_from_a_lead():
    kinds = [
        type(part)
        for part in blocks(
            "Lead\n\n1. One\n\nmore\n> quote\n\nmore\n\n# HEAD\n\nLead\n\n1. Two\n- b\n\nmore\n\n-> Mid"
            " <-\n\nLead"
        )
    ]
    assert kinds == [
        Lead,
        NumberedParagraph,
        Continuation,
        BlockQuote,
        Continuation,
        Heading,
        Lead,
        NumberedParagraph,
        Bullet,
        Continuation,
        Lead,
        Lead,
    ]


def test_it_centers_a_line():
    assert block("-> *All rise* <-") == Lead((Run("All rise", ITALIC),), True)


def test_it_collapses_white_space_but_keeps_hard_spaces():
    assert block("1.   Under  §\u00a07,\n   he\tsues .  ") == NumberedParagraph(
        (Run("Under §\u00a07, he sues ."),)
    )


def test_it_lets_empty_paragraphs_vanish():
    assert blocks(f"1. \n\n# \n\n> \n\n- \n\n| | |\n\n1. {token(0)}", Passage(())) == []


def test_it_says_which_line_a_block_came_from():
    text = (
        f"{line_mark(3)}# HEAD\n{line_mark(12)}1. One{line_mark(13)}\ntwo\n\n{line_mark(20)}| a"
        f" |\n{line_mark(21)}| b |"
    )
    assert [part.origin for part in blocks(text, name="x.md")] == [
        Origin("x.md", 3),
        Origin("x.md", 12),
        Origin("x.md", 20),
    ]
    assert [words(part) for part in blocks(text)[:2]] == ["HEAD", "One two"]


def test_it_marks_what_pleads_an_element():
    text = (
        f"1. a\n{region(1)}{line_mark(2)}1. b\n\n1. c{region(0)}\n\n1. d\n{region(None)}\n1."
        f" e\n\n{region(9)}1. f"
    )
    elements = [part.element for part in blocks(text, regions=[("sca", "x"), ("sca", "y")])]
    assert elements == [("", ""), ("sca", "y"), ("sca", "y"), ("sca", "x"), ("", ""), ("", "")]


# --- tokens
# ------------------------------------------------------------------------------------------------------------


def test_it_puts_a_passage_in_its_place():
    passage = prose("told *users*\n> quote\n\nmore[^n]\n\n[^n]: note", PATH)
    text = f"{line_mark(7)}1. LinkedIn {token(0)}, {token(1)} and {token(0)}. [#x]\n\n1. Next"
    (first, *rest, last), footnotes = template(text, [passage, literal("then", "p")], name="x.md")
    assert words(first) == "LinkedIn told users, then and told users."
    assert first.label == "x"
    assert first.origin == Origin("x.md", 7, (PATH, "p"))
    assert rest[:2] == [
        BlockQuote((Run("quote", 0, PATH),), Origin("x.md", 7, (PATH,))),
        Continuation((Run("more", 0, PATH), FootnoteMark(f"{PATH}^n")), Origin("x.md", 7, (PATH,))),
    ]
    assert words(last) == "Next"
    assert footnotes == (Footnote(f"{PATH}^n", (Run("note", 0, PATH),), origin=Origin(paths=(PATH,))),)


def test_it_keeps_the_emphasis_around_a_passage():
    passage = Passage(
        (
            Run("Roe ", 0, "p"),
            Run("v.", ITALIC, "p"),
            Blank("name", "p"),
            TermDefinition("D", 0, "p"),
            FootnoteMark("p^n"),
        )
    )
    assert block(f"1. *{token(0)}*", passage).content == (
        Run("Roe v.", ITALIC, "p"),
        Blank("name", "p", ITALIC),
        TermDefinition("D", ITALIC, "p"),
        FootnoteMark("p^n"),
    )


def test_it_sees_no_marks_in_a_passage():
    assert block(f"1. {token(0)}", literal("# *a* [@b]  | c\nd")).content == (Run("# *a* [@b]  | c\nd"),)


def test_it_seals_a_passage():
    assert block(f"1. {{~ {token(0)} ~}}", literal("secret", "p")).content == (Run("secret", 0, "p", True),)


def test_it_splices_everywhere():
    value = literal("V|v", "p")
    text = (
        f'# {token(0)}\n\n| {token(0)} |\n\n> {token(0)}\n\n""{token(0)}""'
        f' [[{token(0)}]]\n\n![{token(0)}](x.png "{token(0)}")'
    )
    run = Run("V|v", 0, "p")
    where = Origin(paths=("p",))
    assert blocks(text, value) == [
        Heading(1, (run,), origin=where),
        Table((((run,),),), where),
        BlockQuote((run,), where),
        Lead((TermDefinition("V|v", 0, "p"), Run(" "), Blank("V|v", "p")), origin=where),
        Figure("x.png", "V|v", (run,), where),
    ]


def test_it_keeps_a_blank_in_a_term_in_sight():
    assert block(f'""{token(0)}""', Passage((Blank("short name", "p"),))).content == (
        Run("“"),
        Blank("short name", "p"),
        Run("”"),
    )


def test_it_puts_all_of_a_passage_into_a_footnote():
    (note,) = notes(f"[^n]: See {token(0)}", prose("one\n\n> two", "p"))
    assert note == Footnote(
        "n", (Run("See "), Run("one", 0, "p"), LineBreak(), Run("two", 0, "p")), origin=Origin(paths=("p",))
    )


def test_it_stands_a_number_over_a_quotation_that_is_all_its_words():
    assert blocks(f"1. {token(0)} [#q]", prose("> quote")) == [
        NumberedParagraph((), "q"),
        BlockQuote((Run("quote"),)),
    ]


def test_it_lets_a_passage_stand_alone_in_its_line():
    one_two = prose("one\n\ntwo")
    assert blocks(token(0), one_two) == [Lead((Run("one"),)), Lead((Run("two"),))]
    assert [type(part) for part in blocks(f"1. x\n\n{token(0)}", one_two)] == [
        NumberedParagraph,
        Continuation,
        Continuation,
    ]


def test_it_leaves_no_hole_for_an_empty_passage():
    assert words(block(f"1. one {token(0)} two {token(0)}", literal(""))) == "one two"


def test_it_shows_a_blank_for_a_passage_that_does_not_exist():
    assert block(f"1. {token(12)}", literal("x")).content == (Blank("passage 12 is missing"),)


def test_it_collects_a_footnote_once():
    assert len(notes(f"1. {token(0)} {token(0)}", prose("x[^n]\n\n[^n]: y", "p"))) == 1


# --- for any text
# ------------------------------------------------------------------------------------------------------------

few = settings(max_examples=60, deadline=None)

SIGNS = "\ue000\ue001\ue002\ue003\ue004\ue005"
FRAGMENTS = [
    "*",
    "**",
    "***",
    "__",
    "_",
    '"',
    '""',
    "[",
    "]",
    "[[",
    "]]",
    "[@",
    "[^a]",
    "[^a]: ",
    "[#a]",
    "{~",
    "~}",
    "\\",
    "\n",
    "\n\n",
    " ",
]
FRAGMENTS += [
    "# ",
    "1. ",
    "A. ",
    "a. ",
    "i. ",
    "> ",
    "- ",
    "|",
    "| a |",
    "![",
    "](",
    ")",
    "-> ",
    " <-",
    "é",
    "a",
    "b.",
    "§",
    "日",
    "\u00a0",
]
marked = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)
any_text = st.text(st.characters(exclude_characters=SIGNS, exclude_categories=["Cs"]), max_size=40) | marked
lines = any_text.map(lambda text: re.sub(r"[\r\n]", "", text))
tidy = any_text.map(lambda text: re.sub(r"[ \t\r\n]+", " ", text).strip(" "))
signed = st.lists(
    st.sampled_from([*FRAGMENTS, *SIGNS, token(0), token(7), line_mark(3), region(0), region(None)]),
    max_size=25,
).map("".join)


@few
@given(lines)
def test_it_prints_an_escaped_line_exactly(text):
    words = text.strip(" \t")
    assert prose(escape(text), "p") == Passage((Run(words, 0, "p"),) if words else (), path="p")


@few
@given(lines)
def test_it_reads_an_escaped_line_exactly_inside_other_words(text):
    assert inline(f"Before {escape(text)} after.") == (Run(f"Before {text} after."),)


@few
@given(any_text)
def test_it_makes_a_space_of_an_escaped_newline(text):
    assert plain(prose(escape(text)).content) == re.sub(r"[ \t]*[\r\n][ \t\r\n]*", " ", text).strip(" \t")


@few
@given(
    tidy,
    st.sampled_from(
        [
            "1. {} x",
            "# {}",
            "{}",
            "1. a {}, b",
            "> {}",
            "- ({})",
            "1. *a {} b*",
            "| x | {} |",
            "[[a {} b]]",
            "-> {} <-",
        ]
    ),
)
def test_it_reads_a_plain_value_the_same_as_text_and_as_a_token(value, line):
    as_text, _ = template(line.format(escape(value)), ())
    as_token, _ = template(line.format(token(0)), [literal(value)])
    assert as_text == as_token


@few
@given(any_text)
def test_it_reads_one_paragraph_the_same_with_others_below(text):
    alone, followed = prose(text), prose(f"{text}\n\nlast")
    assert followed.content == alone.content or not alone.content
    assert followed.rest[: len(alone.rest)] == alone.rest or not alone.content


@few
@given(any_text | signed)
def test_it_never_raises(text):
    prose(text, "p")
    inline(text)
    escape(text)
    template(text, [prose(text), literal(text)], [("a", "b")], "x.md")


@few
@given(st.text(string.ascii_letters + "éß日§.,;()“”’—&<>$%0123 \n", max_size=200))
def test_it_loses_no_word(text):
    passage = prose(text)
    content = [passage.content, *(block.content for block in passage.rest)]
    letters = "".join(plain(words) for words in content)
    if not re.search(r"(?m)^(?:[ai]\. |>( |$))", text):
        assert re.sub(r"\s", "", letters) == re.sub(r"\s", "", text)


@few
@given(marked)
def test_it_merges_neighbouring_runs(text):
    content = inline(text)
    assert all(
        not (isinstance(a, Run) and isinstance(b, Run) and a[1:] == b[1:]) for a, b in pairwise(content)
    )
    assert all(node.text for node in content if isinstance(node, Run))


def test_it_replaces_signs_that_a_value_could_forge():
    assert escape(token(3)) == "\ufffd\ue013\ufffd"


def test_it_escapes_only_what_it_must():
    assert (
        escape('He said "go" to Johnson & Johnson at file_name.')
        == 'He said "go" to Johnson & Johnson at file_name.'
    )
    assert escape("1. a*b") == "1\\. a\\*b"


# --- the page for users
# ------------------------------------------------------------------------------------------------------------


def test_it_reads_the_example_of_the_page_as_the_page_says():
    page = (Path(__file__).parent.parent / "docs" / "marks.md").read_text(encoding="utf-8")
    passage = prose(page.split("```text\n")[1].split("```")[0])
    assert [type(part) for part in passage.rest] == [BlockQuote, Continuation, SubParagraph, SubParagraph]
    assert [type(node) for node in passage.content] == [Run, Run, Run, TermDefinition, Run]
    assert passage.rest[2].label == "which-messages"
    assert [plain(note.content) for note in passage.footnotes] == [
        "An archived copy is attached as Exhibit A."
    ]
