"""The surfaces that are fuzzed: what is written before the commands, what of it is damaged, what is run.

A surface is a function of a folder and a source of chance. It writes one damaged case into the folder and
gives the command lines to run there.
"""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
import zlib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Callable, Iterator
from xml.sax.saxutils import escape

import yaml

Commands = list[list[str]]
Surface = Callable[[Path, random.Random], Commands]

ROOT = Path(__file__).parent.parent
MATTER = """schema_version: 1
matter: Larch v. Mica
court: {id: cand, county: Santa Clara}
counsel:
  - id: firm
    firm: Wren & Wren LLP
    represents: [larch]
    lawyers:
      - {name: Ada Wren, bar_number: "123456", signs: yes}
plaintiffs:
  - id: larch
    kind: individual
    name: Ines Larch
    residence: {city: Fresno, county: Fresno, state: CA}
    represents: [all]
defendants:
  - id: mica
    kind: corporation
    name: Mica Networks, Inc.
    short: Mica
    incorporated_in: DE
    principal_place_of_business: {city: San Jose, county: Santa Clara, state: CA}
exhibits:
  - {id: terms, title: Terms of Service, date: 2024-03-02}
allegations:
  - heading: Mica Kept the Messages
    items:
      - id: kept
        date: 2024-03-02
        actor: mica
        gist: kept every message
        text: |
          Mica kept *every* message that Ms. Larch sent.[^when] See [@promise].

          [^when]: The log gives the hours.
        source: {kind: document, exhibit: terms, pin: at 4}
      - id: promise
        text: Mica promised to keep none, and \\$5.00 was paid.
        source: {kind: inference, from: [kept]}
classes:
  - id: all
    name: Class
    members: Mica customers
    geography: the United States
    period: {from: 2020-01-01, through: {unknown: the last day}}
    exclusions: [standard]
    rule_23b: [b3]
claims:
  - id: contract
    theories: [ca-breach-contract]
    by: [larch]
    for: [all]
    against: [mica]
    elements:
      breach: {allegations: [kept], application: Mica kept what it had promised not to keep.}
jury_demand: yes
"""
WORDS = tuple(
    """{unknown: x}|{none: x}|&a|*a|<<:|!!python/object/apply:os.system|!!binary|?|>|[|]|{|}|,|:|-|#|%|@|`|~
null|yes|no|1e999|-1|0|99999999999999999999999999|.inf|.nan|0x1F|1:30|2024-13-45|2024-02-30|0001-01-01|$5,000,000.00|[[x]]
[^when]:|[^x]|[@kept..@promise]|[@nosuch]|**a|__b|""c""|{{|{%|%}|{#|<a>|&lt;|\\|\\\\|§|¶|“|”|’
![a](/etc/passwd)
![a](x.png "b")|##|###|1.|a.|i.|\u202e|\u200b|\ufeff|\xa0|\x00|\x1b[31m|\ud7ff|\U0010ffff|id:|include:
/etc/passwd|../../x|schema_version: 2|theories:|claims.contract|kept|larch|mica|ca-breach-contract
unknown|none""".replace("\n", "|").split("|")
) + ("|", "| a | b |", "\n\n> ", "\n# ")
BYTES = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\r",
    b"\t",
    b"\x85",
    b"\n" * 50,
    b"\x1b]52;c;\x07",
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to four small damages: a line moved, doubled or lost, a token put in, bits turned,
    an end cut off, a piece said many times.
    """
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(_DAMAGES)(data, chance)
    return data


def _line(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(to, lines[at])
        case 2:
            lines[at], lines[to] = lines[to], lines[at]
        case _:
            lines[at] = chance.choice((b"  ", b" ", b"    ", b"- ")) + lines[at]
    return b"\n".join(lines)


def _token(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    token = (
        chance.choice(BYTES)
        if chance.random() < 0.2
        else chance.choice(WORDS).encode("utf-8", "surrogatepass")
    )
    return data[:at] + token + data[at + chance.choice((0, 0, len(token), 10)) :]


def _value(data: bytes, chance: random.Random) -> bytes:
    """What stands after a colon becomes something else."""
    colons = [at for at, byte in enumerate(data) if byte == 0x3A]
    if not colons:
        return data
    at = chance.choice(colons) + 1
    end = min((place for mark in b"\n,}" if (place := data.find(bytes([mark]), at)) >= 0), default=len(data))
    return data[:at] + b" " + chance.choice(WORDS).encode() + data[end:]


def _bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(min(len(changed), chance.randint(1, 3))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _many(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    piece = data[at : at + chance.choice((1, 5, 40))]
    return data[:at] + piece * chance.choice((2, 20, 500)) + data[at:]


_DAMAGES = (_line, _token, _value, _token, _value, _bits, _cut, _many)


def _reshaped(chance: random.Random) -> str:
    """The matter with one or two of its branches lost, doubled, of another shape, or put somewhere else."""
    tree = yaml.safe_load(MATTER)
    for _ in range(chance.choice((1, 1, 2))):
        holders = list(_holders(tree))
        holder, other = chance.choice(holders), chance.choice(holders)
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not keys:
            continue
        at = chance.choice(keys)
        match chance.randrange(4):
            case 0:
                del holder[at]
            case 1:
                holder[at] = chance.choice(
                    (
                        None,
                        "",
                        [],
                        {},
                        [[]],
                        {"unknown": "x"},
                        {"none": "x"},
                        [{"unknown": "x"}],
                        "1",
                        "x" * 5000,
                    )
                )
            case 2 if isinstance(holder, list):
                holder.append(deepcopy(holder[at]))
            case _:
                moved = deepcopy(holder[at])
                if isinstance(other, list):
                    other.append(moved)
                elif other:
                    other[chance.choice(list(other))] = moved
    return str(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True))


def _holders(tree: Any) -> Iterator[Any]:
    if isinstance(tree, dict | list):
        yield tree
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from _holders(one)


def a_sheet(folder: Path, chance: random.Random) -> Commands:
    """A fact sheet damaged as text, or in its shape."""
    data = _reshaped(chance).encode() if chance.random() < 0.5 else damaged(MATTER.encode(), chance)
    (folder / "m.yaml").write_bytes(data)
    return [
        chance.choice(
            (["check", "m.yaml"], ["draft", "m.yaml", "--text"], ["chain", "m.yaml"], ["where", "m.yaml"])
        )
    ]


def an_included_file(folder: Path, chance: random.Random) -> Commands:
    """A sheet whole, what it includes damaged."""
    (folder / "m.yaml").write_text(f"include: [base.yaml]\n{MATTER}", encoding="utf-8")
    base = "schema_version: 1\nnon_parties:\n  - {id: ash, name: Ash Hosting LLC}\njury_demand: no\n"
    (folder / "base.yaml").write_bytes(damaged(base.encode(), chance))
    return [["check", "m.yaml"]]


def the_markup(folder: Path, chance: random.Random) -> Commands:
    """Prose of an allegation with marks at random."""
    words = [
        chance.choice((*WORDS, "Mica", "kept", "it", "\n\n", "\n", " ", "*", "[", "]"))
        for _ in range(chance.randint(1, 30))
    ]
    text = chance.choice(("", " ")).join(words).replace("\x00", "").encode("utf-8", "replace").decode()
    import json

    printed = json.dumps(text)
    sheet = MATTER.replace("Mica promised to keep none, and \\\\$5.00 was paid.", printed)
    (folder / "m.yaml").write_text(sheet, encoding="utf-8")
    return [chance.choice((["draft", "m.yaml", "--text"], ["draft", "m.yaml", "-o", "m.docx", "--annotate"]))]


@cache
def _records() -> dict[str, bytes]:
    """The records that a draft, an acceptance and a session leave beside a sheet."""
    import tempfile

    from fuzzing import quietly

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "m.yaml").write_text(MATTER, encoding="utf-8")
        for words in (
            ["draft", "m.yaml"],
            ["accept", "m.yaml", "VEN-001", "--by", "Ada Wren", "--why", "looked at"],
            ["draft", "m.yaml", "--annotate"],
        ):
            quietly(words, folder)
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != "m.yaml"
        }


def the_records(folder: Path, chance: random.Random) -> Commands:
    """One of the records beside a sheet damaged."""
    (folder / "m.yaml").write_text(MATTER, encoding="utf-8")
    files = _records()
    hurt = chance.choice([name for name in files if not name.endswith(".docx")] or list(files))
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(damaged(data, chance) if name == hurt else data)
    return [
        chance.choice((["check", "m.yaml"], ["draft", "m.yaml"], ["changes", "m.yaml"], ["find", "Larch"]))
    ]


_FIRM = (
    "sections/prayer.md",
    "sections/_outline.md",
    "causes/ca-breach-contract.md",
    "courts/cand.yaml",
    "law/ca.yaml",
    "authorities.yaml",
    "papers/signature.md",
)


def the_firms_folder(folder: Path, chance: random.Random) -> Commands:
    """A file of the firm's folder, a damaged copy of drafter's own."""
    (folder / "m.yaml").write_text(MATTER, encoding="utf-8")
    there = [name for name in _FIRM if (ROOT / "templates" / name).exists()]
    name = chance.choice(there)
    (folder / "firm" / name).parent.mkdir(parents=True)
    (folder / "firm" / name).write_bytes(damaged((ROOT / "templates" / name).read_bytes(), chance))
    words = chance.choice((["draft", "m.yaml", "--text"], ["check", "m.yaml"], ["lint-templates", "firm"]))
    return [words if words[0].startswith("lint") else [*words, "--templates", "firm"]]


def _png(chance: random.Random) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = chance.choice((1, 8, 8, 70_000, 2**31))
    head = struct.pack(">IIBBBBB", size, 8, chance.choice((8, 8, 1, 16)), chance.choice((0, 2, 6)), 0, 0, 0)
    body = zlib.compress(bytes(8 * (1 + 8)))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"tEXt", b"a\0b")
        + chunk(b"IDAT", body)
        + chunk(b"IEND", b"")
    )


def a_picture(folder: Path, chance: random.Random) -> Commands:
    """A damaged picture that an allegation shows."""
    there = sorted((ROOT / "tests" / "fixtures" / "pictures").glob("*.*"))
    one = chance.choice(there)
    data = _png(chance) if chance.random() < 0.4 else one.read_bytes()[:200_000]
    name = "x" + (".png" if data[:4] == b"\x89PNG" else one.suffix)
    (folder / name).write_bytes(damaged(data, chance) if chance.random() < 0.9 else data)
    figure = f'![A page]({name} "A page")'
    (folder / "m.yaml").write_text(
        MATTER.replace("See [@promise].", f"See.\n\n          {figure}\n"), encoding="utf-8"
    )
    return [["draft", "m.yaml", "-o", "m.docx"]]


@cache
def _word() -> bytes:
    import tempfile

    from fuzzing import quietly

    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "m.yaml").write_text(MATTER, encoding="utf-8")
        quietly(["draft", "m.yaml", "-o", "m.docx"], Path(name))
        return (Path(name) / "m.docx").read_bytes()


def repacked(package: bytes, chance: random.Random) -> bytes:
    """A zip package with one of its parts damaged, lost or blown up, or the package's own bytes."""
    if chance.random() < 0.2:
        return damaged(package, chance)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as there,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        names = there.namelist()
        hurt = chance.choice([*names, *(name for name in names if name.endswith((".xml", ".rels")))])
        for name in names:
            data = there.read(name)
            if name == hurt:
                match chance.randrange(6):
                    case 0:
                        continue
                    case 1:
                        data += b" " * chance.choice((10, 30_000_000))
                    case 2:
                        data = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + data + b"&b;"
                    case _:
                        data = damaged(data, chance)
            made.writestr(name, data)
    return out.getvalue()


def a_word_file(folder: Path, chance: random.Random) -> Commands:
    """A damaged Word file, read as an answer of many lines."""
    (folder / "a.docx").write_bytes(repacked(_word(), chance))
    return [["(read a text)", "a.docx"]]


@cache
def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Name", "City", "State", "Email"],
        ["Dana Roe", "Reno", "NV", "d@example.com"],
        ["Al Poe", "Elko", "NV", 12.5],
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_spreadsheet(folder: Path, chance: random.Random) -> Commands:
    """A damaged workbook or table of plaintiffs."""
    (folder / "m.yaml").write_text(MATTER, encoding="utf-8")
    if chance.random() < 0.5:
        (folder / "p.xlsx").write_bytes(repacked(_workbook(), chance))
        return [["import", "plaintiffs", "p.xlsx", "m.yaml"]]
    table = 'Name,City,State,Email,Date of Birth\nDana Roe,Reno,NV,d@example.com,1980\n"Poe, Al",Elko,NV,,\n'
    (folder / "p.csv").write_bytes(damaged(table.encode(), chance))
    return [["import", "plaintiffs", "p.csv", "m.yaml"]]


def two_word_files(folder: Path, chance: random.Random) -> Commands:
    """A Word file and a damaged one, compared either way, in each style and as a map."""
    whole, hurt = _word(), repacked(_word(), chance)
    first, second = chance.choice(((whole, hurt), (hurt, whole), (hurt, hurt)))
    (folder / "a.docx").write_bytes(first)
    (folder / "b.docx").write_bytes(second)
    more = chance.choice(([], ["--style", "strike"], ["--format", "json"], ["-o", "red.docx"]))
    return [["compare", "a.docx", "b.docx", *more]]


def a_kept_draft(folder: Path, chance: random.Random) -> Commands:
    """A sheet compared with a draft of it that is kept, one of whose files is damaged."""
    (folder / "m.yaml").write_text(MATTER.replace("kept *every*", "kept each"), encoding="utf-8")
    files = {name: data for name, data in _records().items() if not name.endswith((".bak", ".journal"))}
    hurt = chance.choice(list(files))
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if name == hurt:
            data = repacked(data, chance) if name.endswith(".docx") else damaged(data, chance)
        (folder / name).write_bytes(data)
    return [["compare", "m.yaml", *chance.choice(([], ["--since", "1"], ["-o", "red.docx"]))]]


def retyped(package: bytes, chance: random.Random) -> bytes:
    """A Word file whose paragraphs were edited as in Word: words put in, taken out or replaced, a paragraph
    taken out, said twice or moved.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as there,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in there.namelist():
            data = there.read(name)
            if name == "word/document.xml":
                pieces = re.split(r"(?<=</w:p>)(?=<w:p[ >])", data.decode())
                for _ in range(chance.choice((1, 2, 5))):
                    _retype(pieces, chance)
                data = "".join(pieces).encode("utf-8", "replace")
            made.writestr(name, data)
    return out.getvalue()


def _retype(pieces: list[str], chance: random.Random) -> None:
    at = chance.randrange(1, max(len(pieces) - 1, 2)) if len(pieces) > 2 else 0
    match chance.randrange(6):
        case 0 if len(pieces) > 3:
            del pieces[at]
        case 1:
            pieces.insert(at, pieces[at])
        case 2 if len(pieces) > 3:
            pieces.insert(chance.randrange(1, len(pieces) - 1), pieces.pop(at))
        case _:
            words = chance.choice((*WORDS, "Mica kept it.", "", "x" * 3000, "¶ 3", "(Ex. B at 9.)"))
            fit = escape("".join(sign for sign in words if sign >= " " and sign not in "\ud7ff\ufeff"))
            texts = list(re.finditer(r"(?<=>)[^<>]+(?=</w:t>)", pieces[at]))
            if texts:
                found = chance.choice(texts)
                end = chance.choice((found.start(), found.end()))
                pieces[at] = pieces[at][: found.start()] + fit + pieces[at][end:]


def a_returned_draft(folder: Path, chance: random.Random) -> Commands:
    """A draft that comes back from Word, edited or damaged, and the proposal that is made of it."""
    (folder / "m.yaml").write_text(
        MATTER if chance.random() < 0.7 else MATTER.replace("kept *every*", "kept each"), encoding="utf-8"
    )
    for name, data in _records().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    draft = next(data for name, data in _records().items() if name == "m.docx")
    edited = retyped(draft, chance) if chance.random() < 0.7 else repacked(draft, chance)
    (folder / "back.docx").write_bytes(edited)
    return [["reconcile", "m.yaml", "back.docx", "--no-questions"], ["review", "m.yaml", "--list"]]


@cache
def _pdf() -> bytes:
    """A PDF of two pages with words, a link, a form field and an attached file."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as made:
        font = made.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        for words in (b"A letter of March 2, 2024.", b"Account number 83920174."):
            page = made.add_blank_page(page_size=(612, 792))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = made.make_stream(b"BT /F1 12 Tf 72 700 Td (" + words + b") Tj ET")
        made.attachments["note.txt"] = b"a note"
        made.save(out)
    return out.getvalue()


def a_pdf_file(folder: Path, chance: random.Random) -> Commands:
    """A damaged PDF, as an exhibit of the package or as the complaint that is filed."""
    (folder / "x.pdf").write_bytes(damaged(_pdf(), chance) if chance.random() < 0.95 else _pdf())
    attached = (
        "title: Terms of Service, date: 2024-03-02, label: A, attached: yes, redacted: yes, file: x.pdf}"
    )
    sheet = MATTER.replace("title: Terms of Service, date: 2024-03-02}", attached)
    (folder / "m.yaml").write_text(sheet, encoding="utf-8")
    words = chance.choice(
        (["-o", "out"], ["--complaint", "x.pdf", "-o", "out"], ["--for-filing", "--check"], ["--check"])
    )
    return [["package", "m.yaml", *words]]


def the_command_line(folder: Path, chance: random.Random) -> Commands:
    """Words at random where a command's own words stand."""
    from drafter.commands import COMMANDS

    (folder / "m.yaml").write_text(MATTER, encoding="utf-8")
    known = [name for name in COMMANDS if name not in ("new", "edit", "serve", "review", "reconcile")]
    words = (
        "m.yaml|nosuch.yaml|.||-|--|--at|--format|json|-o|x.docx|cand|zz|VEN-001|larch|../..|/|\x1b[31m|1|-1"
    )
    more = (
        "--since|--court|causes|--templates|--force|--by|Ada Wren|--why|--dry-run|plaintiffs|cause|larch.name"
    )
    odd = (*words.split("|"), *more.split("|"), "ca-breach-contract", "x" * 300, "9" * 40)
    return [[chance.choice(known), *(chance.choice(odd) for _ in range(chance.randint(0, 5)))]]


SURFACES: dict[str, Surface] = {
    "sheet": a_sheet,
    "include": an_included_file,
    "markup": the_markup,
    "records": the_records,
    "firm": the_firms_folder,
    "pictures": a_picture,
    "word": a_word_file,
    "compare": two_word_files,
    "drafts": a_kept_draft,
    "returned": a_returned_draft,
    "pdf": a_pdf_file,
    "spreadsheets": a_spreadsheet,
    "words": the_command_line,
}
"""Every surface by its name on the command line of `fuzzing.py`."""


def cases(names: list[str], count: int, seed: str) -> Iterator[tuple[str, int]]:
    """So many cases of each surface, in turn, each with its number."""
    for number in range(count):
        for name in names:
            yield name, number
