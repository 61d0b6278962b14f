"""What a firm's template could try: each attack from every kind of template, by a canary file, a canary sheet
and the bounds. None reads, writes, runs or runs on.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tracemalloc
from functools import cache

import pytest
from conftest import ROOT, SAMPLE

from drafter.complaint import assemble
from drafter.document import NumberedParagraph
from drafter.errors import DrafterError, TemplateError
from drafter.library import Library, builtin_folder
from drafter.library.budget import Limits
from drafter.library.lint.folder import lint
from drafter.matter_files.load import load
from drafter.text import render

CANARY = "CANARY-5f1c"
REACHED = "REACHED-9d2e"
FEW = Limits(steps=60_000, printed=300_000, made=600_000, seconds=20.0)
"""The bounds in the tests of loops, so that each of them ends soon; the real ones are tried once."""

ATTRIBUTES = [
    "matter.library",
    "matter.library.builtin.joinpath('@CANARY').read_text()",
    "matter.library.builtin.joinpath('@WRITTEN').write_text('x')",
    "matter.library.builtin.joinpath('@CANARY').unlink()",
    "matter.library.builtin.joinpath('@CANARY').chmod(0)",
    "matter.library.builtin.joinpath('@WRITTEN').symlink_to('@CANARY')",
    "matter.library.find('complaint.md')",
    "matter.library.folders[0]",
    "matter.library.files.all",
    "matter.library.court('cand').id",
    "matter.raw",
    "matter.raw.plaintiffs[0].name",
    "matter.raw.allegations",
    "matter.profile",
    "matter.profile.name",
    "matter.tokens",
    "matter.tokens.passages",
    "matter.tokens.add('x')",
    "matter.regions",
    "matter.theories",
    "matter.ids",
    "matter.allegations",
    "matter.pleading",
    "matter.names",
    "matter['raw']",
    "matter['library']",
    "matter.__dict__",
    "matter.__class__",
    "matter.__init__",
    "matter.__init__.__globals__",
    "matter.sued.__globals__",
    "matter.sued.__func__.__globals__",
    "matter.sued.__self__",
    "matter.sued.__self__.raw",
    "matter._parties",
    "matter.template_names",
    "matter.template_names()",
    "sheet._record",
    "sheet._record.plaintiffs",
    "sheet._tokens",
    "sheet._path",
    "sheet._view",
    "sheet['_record']",
    "sheet.__dict__['_record']",
    "sheet.__getattr__('_record')",
    "sheet.asked('_record')",
    "sheet.template_title()",
    "sheet.plaintiffs[0]._record.name",
    "sheet.plaintiffs[0].name.raw",
    "sheet.plaintiffs[0].name.words",
    "sheet.plaintiffs[0].name.passage",
    "sheet.plaintiffs[0].name.path",
    "sheet.plaintiffs[0].name._passage.content",
    "sheet.plaintiffs[0].name.as_upper()",
    "sheet.plaintiffs[0].name._tokens",
    "sheet.claims[0].elements.values()|first",
    "claims[0].raw",
    "claims[0].raw.title",
    "claims[0].matter",
    "claims[0].matter.library",
    "claims[0]._record",
    "claims[0].causes[0]._record",
    "claims[0].causes[0].__dict__",
    "claims[0].barred",
    "claims[0].pleaded.add('x')",
    "claims[0].pleaded",
    "claims[0].seeks.__self__",
    "court._record",
    "court.questions",
    "court.model_config",
    "court.__pydantic_fields_set__",
    "court.__class__",
    "court.__class__.__init__.__globals__",
    "plaintiffs._tokens",
    "plaintiffs.members[0]._record",
    "plaintiffs.agree.__globals__",
    "plaintiffs.__iter__",
    "plaintiffs._group",
    "defendants._everyone",
    "classes[0]._record",
    "groups[0].__dict__",
    "state_name.__globals__",
    "state_name.__code__",
    "state_name.__closure__",
    "value.__globals__",
    "value.__closure__[0].cell_contents",
    "states.__class__",
    "states.clear()",
    "states.update({'CA': 'x'})",
    "states.pop('CA')",
    "order.append('x')",
    "free.clear()",
    "''.__class__.__mro__[1].__subclasses__()",
    "().__class__.__base__",
    "[].__class__",
    "{}.__class__",
    "(1).__class__",
    "1.0.__class__",
    "true.__class__",
    "none.__class__",
    "range.__class__",
    "range(3).__class__",
    "dict.__subclasses__()",
    "namespace.__init__.__globals__",
    "namespace().__class__",
    "namespace()._Namespace__attrs",
    "cycler.__init__.__globals__['os']",
    "cycler('a').items",
    "joiner.__init__.__globals__['os'].popen('touch @WRITTEN')",
    "lipsum.__globals__['os'].popen('touch @WRITTEN').read()",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "self.__class__",
    "self._TemplateReference__context.environment.loader",
    "self._TemplateReference__context.vars",
    "nothing_here.__class__",
    "nothing_here._undefined_obj",
    "nothing_here.__init__.__globals__",
    "matter.nothing.__class__",
    "matter.nothing._undefined_obj.raw",
    "(matter.nothing).__init__.__globals__",
    "''.format_map({'a': matter})",
    "'{0.raw}'.format(matter)",
    "'{0.library.builtin}'.format(matter)",
    "'{0[raw]}'.format(matter)",
    "'{m.__class__}'.format(m=matter)",
    "'{0.name.raw}'.format(sheet.plaintiffs[0])",
    "'{0!r}'.format(matter)",
    "'{0!a}'.format(sheet)",
    "'%r' % sheet",
    "'%r'|format(matter)",
    "'%(a)r'|format(a=matter)",
    "'{0.__init__.__globals__}'.format(state_name)",
    "matter|attr('raw')",
    "matter|attr('__class__')",
    "[matter]|map(attribute='raw')|list",
    "[matter]|map(attribute='library.builtin')|list|join",
    "[sheet]|map('attr', '_record')|list",
    "[matter]|selectattr('library')|list|length ~ matter.raw",
    "[sheet.plaintiffs[0].name]|map(attribute='raw')|join",
    "[sheet.plaintiffs[0].name]|map(attribute='words')|join",
    "sheet.plaintiffs|map(attribute='name.words')|join",
    "sheet.plaintiffs|groupby('name.words')|list",
    "sheet.plaintiffs|sort(attribute='name.raw')|list ~ ''",
    "sheet.plaintiffs|sum(attribute='name.raw')",
    "matter|string",
    "sheet",
    "matter",
    "claims",
    "sheet ~ ''",
    "[sheet]|join",
    "matter.sued",
    "state_name",
    "loop_not_here",
    "matter|pprint",
    "matter|tojson",
    "sheet|xmlattr",
    "matter|urlize",
    "''|attr('__class__')",
    "(matter|list)",
    "caller",
    "varargs",
    "environment",
    "context",
    "get_flashed_messages",
    "request",
    "config",
    "__builtins__",
    "__import__('os').system('touch @WRITTEN')",
    "open('@CANARY').read()",
    "import_module('os')",
    "url_for.__globals__",
    "g.pop",
    "matter.reasons('_record', '')",
    "matter.reasons('__class__', '')",
    "matter.reasons('_tokens', '')",
    "matter.outline([matter])",
    "matter.outline(matter)",
    "matter.section(matter)",
    "matter.on(matter)",
    "matter.where(sheet)",
    "matter.called(matter)",
    "matter.agreement_name('../x')",
    "matter.sued([matter])",
    "claims[0].answer(matter)",
    "claims[0].element('__class__')",
    "claims[0].plead('x', matter.sued)",
    "claims[0].notices(matter)",
    "value(matter, 'p', 'q')",
    "value(sheet, 'p', 'q')",
    "value(matter.sued, 'p', 'q')",
    "state_name(matter)",
]
"""Expressions, each printed. One may end in a message, or print; what is never printed is the canary, an
object of Python’s, or a value without its token.
"""

NAMES = [
    "@CANARY",
    "../@NAME",
    "../../@NAME",
    "sections/../../@NAME",
    "builtin/../@NAME",
    "builtin/../../../../../../../../../..@CANARY",
    "builtin/@CANARY",
    "./complaint.md",
    "sections//nature.md",
    "sections/./nature.md",
    "/etc/passwd",
    "/proc/self/environ",
    "/dev/zero",
    "C:/Windows/win.ini",
    "C:\\\\Windows\\\\win.ini",
    "\\\\\\\\host\\\\share",
    "..\\\\@NAME",
    "file://@CANARY",
    "http://example.com/x",
    "linked.md",
    "folder/canary.txt",
    "builtin/builtin/complaint.md",
    "",
    "..",
    "/",
    "~/.ssh/id_rsa",
    "nul\\x00.md",
    "sections",
    "pipe.md",
]
"""Names of templates; each is included, imported, extended, imported from, and chosen out of a list."""

SYNTAX = [
    "{% for x in %}",
    "{% if %}",
    "{{ ",
    "{% endfor %}",
    "{{ 1 | nosuch }}",
    "{% if 1 is nosuch %}{% endif %}",
    "{% if false %}{{ 1 | nosuch }}{% endif %}",
    "{% nosuch %}",
    "{% do 1 %}",
    "{% debug %}",
    "{% trans %}x{% endtrans %}",
    "{% autoescape true %}x{% endautoescape %}",
    "{% raw %}",
    "{# ",
    "{{ 'a }}",
    "{{ 1 if }}",
    "{{ " + "(" * 900 + "1" + ")" * 900 + " }}",
    "{{ " + "-" * 3000 + "1 }}",
    "{{ " + "[" * 500 + "]" * 500 + " }}",
    "{% if true %}" * 120 + "x" + "{% endif %}" * 120,
    "".join(f"{{% for a{n} in [1] %}}" for n in range(25)) + "x" + "{% endfor %}" * 25,
    "{{ " + "9" * 5000 + " }}",
    "{{ 1" + " + 1" * 4000 + " }}",
    "{{ '\\ue000\\ue010\\ue001' }}",
    "\ue000\ue010\ue001",
    "\ue004\ue019\ue019\ue005",
    "{{ '\\x00' }}",
    "{% block x %}{% endblock %}{% block x %}{% endblock %}",
    "{% from 'sections/_people.md' import _x %}",
    "{% from 'sections/_people.md' import nosuch %}{{ nosuch() }}",
    "{% import 'sections/_people.md' as p %}{{ p.__class__ }}",
    "{% import 'sections/_people.md' as p with context %}{{ p._body_stream }}{{ p.__dict__ }}",
    "{% import 'sections/_people.md' as p %}{{ p.where.__globals__ }}{{ p.where._func }}",
    (
        "{% macro m() %}{{ caller.__class__ }}{{ caller._environment }}{% endmacro %}{% call m() %}x{%"
        " endcall %}"
    ),
    "{% for x in [1] %}{{ loop.__class__ }}{{ loop._iterator }}{{ loop._recurse }}{% endfor %}",
    "{% set ns = namespace(a=matter) %}{{ ns.a.raw }}",
    "{% set matter = matter.raw %}{{ matter }}",
    "{% with m = matter.library %}{{ m }}{% endwith %}",
    "{% set d = {'m': matter} %}{{ d.m.raw }}",
    "{% for k, v in {'m': matter}.items() %}{{ v.raw.plaintiffs[0].name }}{% endfor %}",
    "{% element matter.raw %}{% endelement %}",
    "{% element '__class__' %}{{ act._support }}{% endelement %}",
    "{% macro m(x=matter.raw) %}{{ x }}{% endmacro %}{{ m() }}",
    "{% filter attr('raw') %}x{% endfilter %}",
    (
        "{% set x %}{{ sheet.plaintiffs[0].name }}{% endset %}{{ x[1:] }}{{ x[:1] ~ x[1] ~ x[1] ~ x[1] ~"
        " x[-1] }}"
    ),
    "{{ (sheet.plaintiffs[0].name ~ '')|reverse }}",
    "{{ (sheet.plaintiffs[0].name ~ '')|replace('a', 'b')|upper|title }}",
    "{{ matter.facts[10**9] }}",
    "{{ matter.facts['a':'b'] }}",
    "{{ 1 / 0 }}",
    "{{ 10.0 ** 400 }}",
    "{{ 'a' + 1 }}",
    "{{ none.x }}",
    "{{ [3, 'a']|sort }}",
    "{{ {}[[]] }}",
    "{{ {[]: 1} }}",
    "{{ ''.split('') }}",
    "{{ ''.join(1) }}",
    "{{ range('a') }}",
    "{{ dict(1) }}",
    "{{ namespace(1) }}",
    "{{ cycler() }}",
    "{{ matter() }}",
    "{{ sheet() }}",
    "{{ 'x'() }}",
    "{{ plaintiffs.agree() }}",
    "{{ plaintiffs.agree('a', 'b', 'c', 'd') }}",
    "{{ super() }}",
    "{{ self.nosuch() }}",
    "{{ loop.index }}",
    "{{ caller() }}",
    "{{ matter.experienced('nosuch') }}",
    "{{ '%d' % 'x' }}",
    "{{ '%q' % 1 }}",
    "{{ '%' % 1 }}",
    "{{ '{' .format(1) }}",
    "{{ '{}{}'.format(1) }}",
    "{{ '{:%Q}'.format(matter) }}",
    "{{ 1|round(99) }}",
    "{{ 'x'|round }}",
    "{{ [[1]]|sum(start=[]) }}",
    "{{ 'abc'|int(base=99) }}",
    "{{ [1, 2]|map('nosuch')|list }}",
    "{{ [1]|select('nosuch')|list }}",
    "{{ [1]|map('attr', '__class__')|list }}",
    "{% include matter %}",
    "{% include 5 %}",
    "{% extends matter %}",
    "{% include ['a'] * 50 %}",
    "{% import none as x %}",
    "{% for x in 5 %}{% endfor %}",
    "{% for x in matter %}{% endfor %}",
    "{% for a, b in [1] %}{% endfor %}",
    "{% set matter.x = 1 %}",
    "{% set ns = 1 %}{% set ns.x = 1 %}",
]
"""Whole bodies that are wrong, or try what no single expression can."""

ENDLESS = [
    "{% for i in range(999999999) %}x{% endfor %}",
    "{% for i in range(90000) %}{% for j in range(90000) %}{% endfor %}{% endfor %}",
    "{% for i in range(90000) %}{% for j in range(90000) if false %}{% endfor %}{% endfor %}",
    "{% for i in range(9000) %}" + "word " * 200 + "{% endfor %}",
    "{{ 'a' * 10**9 }}",
    "{{ 10**9 * 'a' }}",
    "{{ [1] * 10**9 }}",
    "{{ (1,) * 10**9 }}",
    "{{ [[1] * 50000] * 50000 }}",
    "{{ 2 ** 10**9 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ '%5000000000d'|format(1) }}",
    "{{ '%5000000000d' % 1 }}",
    "{{ '%*d' % (5000000000, 1) }}",
    "{{ '%.5000000000f' % 1.5 }}",
    "{{ '%(a)999999999s'|format(a=1) }}",
    "{{ '{:>5000000000}'.format(1) }}",
    "{{ '{:{}}'.format(1, 5000000000) }}",
    "{{ '{0:0999999999}'.format(1) }}",
    "{{ ('{0}' * 50000).format('a' * 300000) }}",
    "{{ ('%(a)s' * 50000)|format(a='a' * 300000) }}",
    "{{ 'a'|center(10**9) }}",
    "{{ 'a'|indent(10**9) }}",
    "{{ 'a b'|wordwrap(1, true, 'x' * 10**9) }}",
    "{{ [1]|batch(10**9, 'x')|list }}",
    "{{ [1]|slice(10**9)|list }}",
    "{{ lipsum(10**9) }}",
    "{{ 'a'.ljust(10**9) }}",
    "{{ 'a'.center(10**9) }}",
    "{{ 'a'.zfill(10**9) }}",
    "{{ 'a\\t'.expandtabs(10**9) }}",
    "{{ ('a' * 300000)|replace('a', 'b' * 300000) }}",
    "{{ ('a' * 300000).replace('a', 'b' * 300000) }}",
    "{{ ('a' * 300000).replace('', 'b' * 300000) }}",
    "{{ ('b' * 300000).join('a' * 300000) }}",
    "{{ ('a' * 300000)|join('b' * 300000) }}",
    "{{ (['a' * 300000] * 90000)|join }}",
    "{{ 1.5|round(10**9, 'floor') }}",
    (
        "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{"
        " ns.x }}"
    ),
    "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}",
    (
        "{% set ns = namespace(x=(1,)) %}{% for i in range(60) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{"
        " ns.x in {} }}"
    ),
    (
        "{% set ns = namespace(x={}) %}{% for i in range(60) %}{% set ns.x = {'a': ns.x, 'b': ns.x} %}{%"
        " endfor %}"
    ),
    "{% set ns = namespace(x=3) %}{% for i in range(60) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "{% set ns = namespace(x=3) %}{% for i in range(90000) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x]|join %}{% endfor %}",
    (
        "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = '%s%s' % (ns.x, ns.x) %}{%"
        " endfor %}"
    ),
    (
        "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = '{0}{0}'.format(ns.x) %}{%"
        " endfor %}"
    ),
    (
        "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}{%"
        " set ns.x = y %}{% endfor %}"
    ),
    (
        "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = ns.x|replace('a', 'aa') %}{%"
        " endfor %}"
    ),
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{% macro m() %}{% call m() %}{% endcall %}{% endmacro %}{{ m() }}",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% for x in [1, 2] recursive %}{{ loop([1, 2]) if loop.depth < 60 }}{% endfor %}",
    "{% block b %}{{ self.b() }}{% endblock %}",
    "{% include '@SELF' %}",
    "{% extends '@SELF' %}",
    "{% import '@SELF' as x with context %}",
    "{% from '@SELF' import x with context %}",
    "{% include ['nosuch', '@SELF'] %}",
    "{% for i in range(90000) %}{% include 'sections/venue.md' %}{% endfor %}",
    "{% for i in range(90000) %}{% import 'sections/_people.md' as x with context %}{% endfor %}",
    "{% for i in range(90000) %}{{ sheet.matter }}{% endfor %}",
    "{% for i in range(90000) %}{{ matter.called_classes() }}{{ matter.cited(['a']) }}{% endfor %}",
    (
        "{% set big = range(90000)|list %}{% for i in big %}{{ big|length }}{{ big|map('string')|list|length"
        " }}{% endfor %}"
    ),
    "{% set big = range(90000)|list %}{% for i in big %}{% set x = big|sort|reverse|list %}{% endfor %}",
    "{% set s = 'ab' * 100000 %}{% for i in range(90000) %}{% set x = s|upper %}{% endfor %}",
    "{% set s = 'ab' * 100000 %}{% for i in range(90000) %}{% set x = s.split('a') %}{% endfor %}",
    "{% set s = 'ab' * 100000 %}{% for i in range(90000) %}{% set x = s[1:] %}{% endfor %}",
    "{{ range(90000)|list|map('string')|map('list')|map('join')|join(',' * 3000) }}",
    "{% set xs = range(9000)|list %}{% set ns = namespace(n=0) %}{% for a in xs for b in xs %}{% endfor %}",
    (
        "{% for a in range(9000) %}{% for b in range(9000) %}{% for c in range(9000) %}{% set x = 1 %}{%"
        " endfor %}{% endfor %}{% endfor %}"
    ),
    "{{ claims[0].entitled(*(['x' * 300000] * 50000)) }}",
    "{{ matter.laws(['x' * 300000] * 50000) }}",
    "{{ plaintiffs.agree('x' * 300000, 'y' * 300000) * 50000 }}",
    "{{ dict([['a', 1]] * 90000)|list * 90000 }}",
    (
        "{% set ns = namespace(x=range(9)) %}{% for i in range(90000) %}{% set ns.x = ns.x|map('string') %}{%"
        " endfor %}{{ ns.x|list }}"
    ),
    "{{ ([[1]] * 90000)|sum(start=[])|length }}",
    "{{ (['ab'] * 90000)|unique|list|length }}{{ 'x' * 10**8 }}",
    "{% filter replace('a', 'b' * 300000) %}" + "a" * 3000 + "{% endfilter %}",
    "{% set x %}" + "{{ 'a' * 300000 }}" * 40 + "{% endset %}{{ x }}",
    "{{ cycler(*range(90000)).next() }}{{ cycler(*range(10**9)) }}",
    "{{ [range(90000)|list] * 90000 }}",
    "{{ ('a' * 300000)|list|length }}{{ ('a' * 300000)|list|join('b' * 300000) }}",
    "{{ ('a' * 300000)|truncate(5, true, 'x' * 10**8) }}",
    "{{ 'x'|default('y' * 10**9) }}{{ 'y' * 10**9 }}",
    "{{ ('a ' * 150000)|title|wordcount }}{{ 'a' * 10**10 }}",
    "{% set m = 'z' * 300000 %}{% for i in range(90000) %}{% if m in (m ~ 'z') %}{% endif %}{% endfor %}",
]
"""Bodies that would take all time or memory."""

AROUND = {
    "section": '{% include "sections/nature.md" %}\n',
    "cause": (
        '{% for claim in claims %}{% for cause in claim.causes if cause.id == "ca-breach-contract" %}{% with'
        ' theory = {"first": true, "last": true} %}{% include "causes/ca-breach-contract.md" %}{% endwith'
        " %}{% endfor %}{% endfor %}\n"
    ),
}
"""The firm’s complaint around the template that is attacked from: nothing but what leads to it, so that 2,000
drafts take seconds.
"""
WORD = {"cause": "causes/ca-breach-contract.md", "section": "sections/nature.md", "complaint": "complaint.md"}


def body_in(kind: str, body: str) -> str:
    """`body` as a template of that kind has it: what an extended cause prints stands in a block."""
    if kind == "cause" and "extends" not in body:
        return (
            f'{{% extends "causes/_theory.md" %}}\n{{% block elements %}}\n1. Words. {body}\n{{% endblock'
            " %}\n"
        )
    return f"1. Words. {body}\n" if "extends" not in body else f"{body}\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with the canary, and a firm’s folder in it with links that lead out."""
    folder = tmp_path_factory.mktemp("attacked")
    (folder / "canary.txt").write_text(CANARY, encoding="utf-8")
    (folder / "outside").mkdir()
    (folder / "outside" / "canary.txt").write_text(CANARY, encoding="utf-8")
    return folder


@pytest.fixture
def firm(place):
    """The firm’s folder, empty but for the links and a pipe."""
    made = place / "firm"
    shutil.rmtree(made, ignore_errors=True)
    for kind in ("causes", "sections", "courts", "layouts"):
        (made / kind).mkdir(parents=True)
    if hasattr(os, "symlink"):
        (made / "linked.md").symlink_to(place / "canary.txt")
        (made / "folder").symlink_to(place / "outside", target_is_directory=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(made / "pipe.md")
    return made


@cache
def sheet():
    return load(SAMPLE)


def filled(body, place, name):
    return (
        body.replace("@SELF", name)
        .replace("@CANARY", (place / "canary.txt").as_posix())
        .replace("@WRITTEN", (place / "written").as_posix())
        .replace("@NAME", "canary.txt")
    )


def tried(firm, place, kind, body, name=None):
    """What a draft says with `body` in the firm’s template of that kind: its text, or its one message; never
    another exception.
    """
    name = name or WORD[kind]
    path = firm / name
    (firm / "complaint.md").write_text(AROUND.get(kind, ""), encoding="utf-8")
    path.write_text(body_in(kind, filled(body, place, name)), encoding="utf-8")
    try:
        return render(assemble(sheet(), Library([firm], builtin_folder())).document)
    except DrafterError as error:
        assert error.hint or error.message, body
        return str(error)
    finally:
        path.unlink()
        (firm / "complaint.md").unlink(missing_ok=True)
        assert (place / "canary.txt").read_text(encoding="utf-8") == CANARY, body
        assert not (place / "written").exists(), body


def innocent(told, body):
    """Nothing of the canary, of an object of Python's, or of the machine stands in what was told or
    drafted.
    """
    drafted = told.split("\n    ")[0] if "\n    " in told else told
    assert CANARY not in told, body
    assert (
        " object at 0x" not in drafted
        and "<bound method" not in drafted
        and "<function" not in drafted
        and "<built-in" not in drafted
        and "<class '" not in drafted
    ), body
    assert "root:x:0" not in drafted and "PosixPath" not in drafted and "WindowsPath" not in drafted, body


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(Limits, "of_sheet", lambda self, records: FEW)


def test_no_expression_of_a_template_reaches_an_object_a_file_or_text_without_its_token(firm, place):
    assert len(ATTRIBUTES) > 150
    for kind in WORD:
        for expression in ATTRIBUTES:
            told = tried(firm, place, kind, f"{{{{ {expression} }}}}")
            innocent(told, expression)


@pytest.mark.parametrize(
    "way",
    [
        "{% include 'NAME' %}",
        "{% import 'NAME' as x %}{{ x }}",
        "{% from 'NAME' import x %}{{ x }}",
        "{% extends 'NAME' %}",
        "{% include ['nosuch.md', 'NAME'] %}",
        "{% set n = 'NAME' %}{% include n %}",
    ],
)
def test_a_template_takes_in_no_file_outside_its_folders(firm, place, way):
    for kind in WORD:
        for name in NAMES:
            told = tried(firm, place, kind, way.replace("NAME", name))
            innocent(told, name)
            assert "/etc" not in name or "stay within" in told or "there is no template" in told, (name, told)
    told = tried(firm, place, "section", "{% include '/etc/hostname' %}")
    assert (
        "sections/nature.md:1: “/etc/hostname” is no name of a template. Names of templates stay within the"
        " firm’s folder and drafter’s own" in told
    )
    assert "sections/nature.md:1: “linked.md” is a link out of the folder of templates" in tried(
        firm, place, "section", "{% include 'linked.md' %}"
    )


@pytest.mark.parametrize("target", ["outside", "nothing", "folder"])
@pytest.mark.parametrize("name", ["sections/prayer.md", "causes/ca-negligence.md", "papers/caption.md"])
def test_a_firms_file_that_is_not_read_is_told_and_drafters_own_never_stands_in_for_it(
    tmp_path, run, name, target
):
    link = tmp_path / "firm" / name
    link.parent.mkdir(parents=True)
    (tmp_path / "outside.md").write_text("1. Outside.\n", encoding="utf-8")
    if target == "folder":
        link.mkdir()
    else:
        os.symlink(tmp_path / ("outside.md" if target == "outside" else "nosuch.md"), link)
    sheet = SAMPLE.parent / "mireles-v-northgate.yaml"
    done = run("draft", sheet, "--templates", tmp_path / "firm", "-o", "out.docx")
    assert done.returncode == 2 and not (tmp_path / "out.docx").exists()
    assert str(link) in done.stderr and "is not read" in done.stderr and "Traceback" not in done.stderr


def test_what_is_too_large_for_a_template_is_not_read_into_the_record_of_a_draft(tmp_path):
    firm = tmp_path / "firm"
    (firm / "causes").mkdir(parents=True)
    with open(firm / "causes" / "huge.md", "wb") as file:
        file.truncate(300_000_000)
    before = Library([], builtin_folder()).fingerprint()
    tracemalloc.start()
    mark = Library([firm], builtin_folder()).fingerprint()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 30_000_000 and mark != before


def test_whatever_is_wrong_in_a_template_is_one_message_or_a_draft(firm, place, few):
    for kind in WORD:
        for body in SYNTAX:
            innocent(tried(firm, place, kind, body), body)


@pytest.mark.long
def test_no_template_takes_more_than_its_time_or_memory(firm, place, few):
    """Each ends in one message that names the file and the line."""
    for kind in WORD:
        for body in ENDLESS:
            told = tried(firm, place, kind, body)
            assert ".md:" in told and len(told) < 3_000, (body, told[:300])


def test_the_bounds_of_a_real_draft_end_a_loop_with_file_and_line(firm, place):
    told = tried(
        firm,
        place,
        "section",
        "{% for i in range(90000) %}{% for j in range(90000) %}{% endfor %}{% endfor %}",
    )
    assert "nature.md:1: the templates take more than 1," in told
    told = tried(firm, place, "section", "{% for i in range(90000) %}" + "word " * 20 + "{% endfor %}")
    assert "nature.md:1: the templates print more than 2," in told


def test_a_value_of_the_sheet_reaches_no_template_as_text(firm, tmp_path):
    """Every way of printing a value prints it as typed: a mark in it is no mark, wherever it goes through."""
    text = SAMPLE.read_text(encoding="utf-8").replace(
        "name: Alessandro De La Torre", 'name: "Zed [[CUT]] *Ou*"', 1
    )
    path = tmp_path / "matter.yaml"
    path.write_text(text, encoding="utf-8")
    for way in (
        "{{ N }}",
        "{{ N ~ '' }}",
        "{{ '%s' % N }}",
        "{{ '{0}'.format(N) }}",
        "{{ '{0.name}'.format(sheet.plaintiffs[0]) }}",
        "{{ [N]|join }}",
        "{{ N|string }}",
        "{{ N|trim }}",
        "{{ N|default('') }}",
        "{{ N|replace('C', 'X') }}",
        "{{ sheet.plaintiffs|map(attribute='name')|join }}",
        "{{ value(N, 'p', 'q') }}",
        "{{ value(N ~ '', 'p', 'q') }}",
        "{{ (N, 1)|first }}",
        "{{ {'a': N}['a'] }}",
        "{% set x = N %}{{ x }}",
        "{{ N.clause }}",
        "{{ N|list if N is iterable else N }}",
    ):
        (firm / "sections" / "nature.md").write_text(
            f"1. Hello {way.replace('N', 'sheet.plaintiffs[0].name')}.\n", encoding="utf-8"
        )
        document = assemble(load(path), Library([firm], builtin_folder())).document
        first = next(
            block
            for block in document.body
            if isinstance(block, NumberedParagraph) and "Hello" in str(block.content)
        )
        assert "Zed [[CUT]] *Ou*" in "".join(getattr(part, "text", "<mark>") for part in first.content), way


def test_relief_of_the_sheet_prints_its_authority_as_typed(tmp_path):
    text = (
        SAMPLE.read_text(encoding="utf-8").replace(
            "\nclaims:\n",
            "\nrelief:\n  further: [{kind: other, text: A thing, authority: '[[hole]] *x*, 1 U.S.C. §"
            " 1'}]\nclaims:\n",
            1,
        )
        if "\nrelief:" not in SAMPLE.read_text(encoding="utf-8")
        else None
    )
    if text is None:
        import re

        text = re.sub(
            r"\nrelief:\n",
            "\nrelief:\n  further: [{kind: other, text: A thing, authority: '[[hole]] *x*, 1 U.S.C. § 1'}]\n",
            SAMPLE.read_text(encoding="utf-8"),
            count=1,
        )
    path = tmp_path / "matter.yaml"
    path.write_text(text, encoding="utf-8")
    assert "[[hole]] *x*, 1\u00a0U.S.C. §\u00a01" in render(
        assemble(load(path), Library([], builtin_folder())).document
    )


# --- courts, layouts


def court(look="", **changed):
    fields = {
        "id": "zzd",
        "name": "Court of Z",
        "state": "CA",
        "district": "District of Z",
        "caption_lines": "[COURT OF Z]",
        **changed,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + (
        f"look: {{{look}}}\n" if look else ""
    )


def drafted_for(firm, text):
    (firm / "courts" / "zzd.yaml").write_text(text, encoding="utf-8")
    (firm / "complaint.md").write_text('{% include "sections/classes.md" %}\n', encoding="utf-8")
    try:
        return render(assemble(sheet(), Library([firm], builtin_folder()), "zzd").document)
    except DrafterError as error:
        return str(error)


@pytest.mark.parametrize(
    "look",
    [
        "margin_left: 1440",
        "margin_left: nan",
        "margin_left: inf",
        "margin_right: -5",
        "margin_top: 1e9",
        "size: 0",
        "size: nan",
        "size: 900",
        "pitch: 0",
        "line_spacing: -1",
        "line_spacing: 1e400",
        "page_width: 1",
        "page_height: 99999999",
        "lines: 99999999",
        "lines: -1",
        "title_line: 5000",
        "margin_left: 360, margin_right: 360",
        "footnote_size: x",
        "heading_numbers: [decimal]",
        "heading_numbers: [nosuch, none, none]",
        "heading_align: [up, left, left]",
        "lines: 60, pitch: 72",
    ],
)
def test_a_number_of_a_layout_is_within_bounds_or_one_message(firm, look):
    told = drafted_for(firm, court(look))
    assert "zzd" in told.split("\n")[0] and len(told.split("\n")) <= 3, told
    (firm / "layouts" / "zz.yaml").write_text(
        f"name: zz\n{look.replace(', ', chr(10)) if '[' not in look else look}\n", encoding="utf-8"
    )
    told = drafted_for(firm, court(layout="zz"))
    assert ("zz.yaml:" in told or "zzd" in told) and len(told.split("\n")) <= 3, told


def test_a_courts_file_runs_nothing_and_names_no_file_outside(firm, place):
    for expression in [*ATTRIBUTES, *SYNTAX, *ENDLESS]:
        text = filled(expression if "{" in expression else f"{{{{ {expression} }}}}", place, "x").replace(
            "\x00", ""
        )
        if not text.isprintable():
            continue
        told = drafted_for(firm, court(class_heading="'" + text.replace("'", "''") + "'"))
        innocent(told, expression)
        assert not (place / "written").exists()
    for name in NAMES:
        told = drafted_for(
            firm,
            court(
                layout="'"
                + name.replace("@CANARY", str(place / "canary.txt")).replace("@NAME", "canary.txt")
                + "'"
            ),
        )
        assert "the library has no layout" in told or "zzd" in told, name
        innocent(told, name)


def test_a_court_outside_the_folders_is_not_there(run):
    done = run("draft", SAMPLE, "--court", "../../etc/passwd")
    assert done.returncode == 2 and "the library has no court" in done.stderr


# --- encodings


def test_a_template_with_a_byte_order_mark_is_read_as_without(firm, place):
    for data in (
        b"\xef\xbb\xbf" + "# NATURE OF IT\n\n1. Under § 5.\n".encode(),
        "# NATURE OF IT\r\n\r\n1. Under § 5.\r\n".encode("utf-16"),
    ):
        (firm / "sections" / "nature.md").write_bytes(data)
        text = render(assemble(sheet(), Library([firm], builtin_folder())).document)
        assert "NATURE OF IT\n" in text and "# NATURE" not in text and "\ufeff" not in text
        assert [
            flaw for flaw in lint(Library([firm], builtin_folder()), firm) if "nature" in str(flaw.file)
        ] == []


@pytest.mark.parametrize(
    "name",
    [
        "sections/nature.md",
        "causes/ca-breach-contract.md",
        "causes/_theory.md",
        "courts/cand.yaml",
        "layouts/pleading-28.yaml",
        "complaint.md",
        "checks.yaml",
    ],
)
def test_a_file_in_windows_1252_is_one_message_with_its_line(firm, name):
    (firm / name).write_bytes("# NATURE\n\n1. Under § 5.\n".encode("cp1252"))
    with pytest.raises(TemplateError) as raised:
        library = Library([firm], builtin_folder())
        assemble(sheet(), library)
        library.severities()
    assert (
        f"{name}:3: the file is not saved as UTF-8 (a byte that is “§” in Windows-1252)"
        in raised.value.message.replace(os.sep, "/")
        and "UTF-8" in raised.value.hint
    )
    if name.endswith(".md") or "/" in name:
        assert any(
            flaw.line == 3 and "not saved as UTF-8" in flaw.message
            for flaw in lint(Library([firm], builtin_folder()), firm)
            if str(flaw.file).replace(os.sep, "/").endswith(name)
        )


# --- lint


def test_the_lint_names_what_the_sandbox_refuses(firm, place):
    wrong = {
        "a.md": ("{{ 1|nosuch }}", "there is no filter “nosuch”"),
        "b.md": ("{% if 1 is nosuch %}{% endif %}", "there is no test “nosuch”"),
        "c.md": ("{% include 'sections/c.md' %}", "takes in this template again"),
        "d.md": ("{% include '/etc/hostname' %}", "stay within"),
        "e.md": ("{{ matter.raw }}", "“matter” has no “raw”"),
        "f.md": ("{{ court.nosuch }}", "“court” has no “nosuch”"),
        "g.md": ("{{ plaintiffs.agre('a', 'b') }}", "Did you mean “agree”?"),
        "h.md": ("{% include 'sections/nosuch.md' %}", "There is no template “sections/nosuch.md”"),
        "i.md": ("{{ matter.library }}", "“matter” has no “library”"),
        "j.md": ("{% include 'sections/k.md' %}", "takes in this template again"),
        "k.md": ("{% include 'sections/j.md' %}", "takes in this template again"),
        "l.md": (
            "".join(f"{{% for a{n} in [1] %}}" for n in range(25)) + "{% endfor %}" * 25,
            "nested too deeply",
        ),
        "m.md": ("\ue000\ue010\ue001", "private use"),
    }
    for name, (body, _) in wrong.items():
        (firm / "sections" / name).write_text(f"\n1. {body}\n", encoding="utf-8")
    flaws = lint(Library([firm], builtin_folder()), firm)
    for name, (_, message) in wrong.items():
        told = [str(flaw) for flaw in flaws if flaw.file.name == name]
        assert any(message in one and "error" in one for one in told), (name, told)
    assert any(flaw.file.name == "linked.md" and "link out of" in flaw.message for flaw in flaws) == hasattr(
        os, "symlink"
    )


# --- what is stored


def test_nothing_compiled_is_read_from_or_written_to_a_users_folder(tmp_path):
    """A cache of the older kind, with a pickle that would run code, is not opened; and no command leaves a
    file in it.
    """
    import pickle

    class Evil:
        def __reduce__(self):
            return (os.system, (f"touch {tmp_path / 'ran'}",))

    cache_folder = tmp_path / "cache"
    cache_folder.mkdir(mode=0o700)
    names = (
        "library",
        "FactSheet.schema",
        "CauseOfAction.schema",
        "CourtProfile.schema",
        "LayoutSpec.schema",
    )
    for name in names:
        (cache_folder / name).write_bytes(pickle.dumps(Evil()))
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DRAFTER_CACHE_DIR": str(cache_folder),
        "XDG_CACHE_HOME": str(tmp_path / "home"),
        "HOME": str(tmp_path),
    }
    for words in (["check", str(SAMPLE)], ["draft", str(SAMPLE), "--text"], ["list", "causes"]):
        done = subprocess.run(
            [sys.executable, "-m", "drafter", *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
    assert not (tmp_path / "ran").exists()
    assert (
        sorted(path.name for path in cache_folder.iterdir()) == sorted(names)
        and not (tmp_path / "home").exists()
    )


def test_no_module_but_the_packages_own_store_reads_a_pickle_or_bytecode():
    reading = ("pickle.load", "marshal.load", "FileSystemBytecodeCache", "shelve", "exec(", "eval(")
    found = {
        path.relative_to(ROOT / "drafter").as_posix()
        for path in (ROOT / "drafter").rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in reading)
    }
    assert found == {
        "built.py",
        "compiled_patterns.py",
        "facts/schema.py",
        "library/__init__.py",
        "library/environment.py",
    }, "each of these takes it from drafter.built alone"


def test_what_the_package_holds_is_used_only_where_all_fits(tmp_path, monkeypatch):
    from drafter import built

    path = tmp_path / "built.bin"
    built.write(str(path), {"a": ("key", b"one"), "b": ("key", b"two")})
    monkeypatch.setattr(built, "FILE", str(path))
    built._index.cache_clear()
    assert (
        built.entry("a", "key"),
        built.entry("b", "key"),
        built.entry("a", "other"),
        built.entry("c", "key"),
    ) == (b"one", b"two", None, None)
    path.write_bytes(path.read_bytes()[:-1] + b"X")
    assert (built.entry("a", "key"), built.entry("b", "key")) == (b"one", None)
    for damaged in (b"", b"x" * 50, b"\0" * 4000):
        path.write_bytes(damaged)
        built._index.cache_clear()
        assert built.entry("a", "key") is None
    built._index.cache_clear()


def test_the_package_drafts_the_same_with_and_without_what_is_compiled(tmp_path, monkeypatch):
    from drafter import built
    from drafter.facts import schema
    from drafter.library import compiling, environment

    def anew():
        built._index.cache_clear()
        environment._codes.clear()
        sys.modules["drafter.library"]._records.clear()
        schema._validators.clear()
        return render(assemble(load(SAMPLE), Library([], builtin_folder())).document)

    before = anew()
    compiling.compile_package(str(tmp_path / "built.bin"))
    monkeypatch.setattr(built, "FILE", str(tmp_path / "built.bin"))
    taken = []
    found = built.entry
    monkeypatch.setattr(built, "entry", lambda name, key: taken.append(found(name, key)) or taken[-1])
    assert anew() == before and len(taken) > 30 and None not in taken
    monkeypatch.undo()
    built._index.cache_clear()


CUT = [
    '{{ (plaintiffs.introduced ~ "")[1:] }}',
    '{{ (plaintiffs.introduced ~ "")[:-1] }}',
    '{{ (plaintiffs.introduced ~ "")[1:-1] }}',
    '{{ (plaintiffs.introduced ~ "")[1:]|list|join }}',
    '{{ (plaintiffs.introduced ~ "")|list|join("-") }}',
    '{{ (plaintiffs.introduced ~ "")|reverse }}',
    '{{ (plaintiffs.introduced ~ "")|truncate(2, true, "", 0) }}',
]


@pytest.mark.parametrize("cut", CUT)
def test_a_value_that_a_template_takes_apart_is_told_with_file_and_line_and_never_printed(tmp_path, cut):
    firm = tmp_path / "firm"
    (firm / "sections").mkdir(parents=True)
    shutil.copy(builtin_folder() / "sections" / "nature.md", firm / "sections" / "nature.md")
    path = firm / "sections" / "nature.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\n1. They are {cut}.\n", encoding="utf-8")
    with pytest.raises(TemplateError) as told:
        assemble(load(SAMPLE), Library([firm], builtin_folder()))
    last = len(path.read_text(encoding="utf-8").split("\n")) - 1
    assert f"nature.md:{last}: " in told.value.message or "reverse" in cut or "truncate" in cut
    assert not any("\ue000" <= sign <= "\uf8ff" for sign in told.value.message)


def test_a_value_that_is_taken_apart_and_put_together_again_is_itself(tmp_path):
    firm = tmp_path / "firm"
    (firm / "sections").mkdir(parents=True)
    shutil.copy(builtin_folder() / "sections" / "nature.md", firm / "sections" / "nature.md")
    path = firm / "sections" / "nature.md"
    whole = '1. They are {{ (plaintiffs.introduced ~ "")|list|join }}.'
    path.write_text(path.read_text(encoding="utf-8") + f"\n{whole}\n", encoding="utf-8")
    text = render(assemble(load(SAMPLE), Library([firm], builtin_folder())).document)
    assert "They are " in text and not any("\ue000" <= sign <= "\uf8ff" for sign in text)
