"""Go-bys: complaints as they lie in a firm's folders, made of drafts in five dirty forms, the truth kept."""

import re

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.reading import accepted, read_word

FORMS = ("typed", "tabs", "automatic", "fields", "dirty")
STYLES = {"heading 1": True, "heading 2": True, "heading 3": True, "count heading": True}


def go_by(draft, form, out, chance):
    """Write the draft at `draft` in a dirty form to `out`; gives its numbered paragraphs, by number."""
    truth = {}
    document = docx.Document()
    there = accepted(read_word(draft.read_bytes()))
    caption = [each for each in there if each.cell and each.cell[0] == there_first_table(there)]
    done = False
    for each in there:
        if not each.text.strip() or each.style.startswith(("toc", "contents")):
            continue
        if each in caption:
            if not done:
                _caption(document, caption, form)
            done = True
            continue
        _paragraph(document, each, form, chance, truth)
    document.save(str(out))
    return truth


def there_first_table(there):
    """The table in which the caption stands."""
    return next((each.cell[0] for each in there if each.cell and re.match(r"v\.$", each.text.strip())), -1)


def _caption(document, caption, form):
    sides = {}
    for each in caption:
        if each.text.strip() and not re.fullmatch(r"[)§:x*\s]*", each.text):
            sides.setdefault(each.cell[-1] > 0, []).append(each.text.strip())
    left, right = sides.get(False, []), sides.get(True, [])
    if form in ("tabs", "dirty"):
        for at in range(max(len(left), len(right))):
            one = left[at] if at < len(left) else ""
            other = right[at] if at < len(right) else ""
            document.add_paragraph(f"{one}\t)\t{other}")
        return
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.paragraphs[0].text = lines[0] if lines else ""
        for line in lines[1:]:
            cell.add_paragraph(line)


def _paragraph(document, each, form, chance, truth):
    text = each.text.strip()
    number = each.number.strip("().")
    is_fact = each.style == "allegation" and number.isdecimal()
    if form == "dirty":
        text = text.replace("“", '"').replace("”", '"').replace("’", "'")
        if chance.random() < 0.3:
            document.add_paragraph("")
    paragraph = document.add_paragraph()
    if is_fact:
        truth[int(number)] = text
        _numbered(document, paragraph, int(number), form, chance)
    elif each.number:
        paragraph.add_run(f"{each.number}\t")
    for part in _cut(text, form, chance):
        paragraph.add_run(part).bold = (
            True if STYLES.get(each.style) or each.style.startswith("count") else None
        )
    if each.style in ("heading 1", "court title") or each.style.startswith("count"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _cut(text, form, chance):
    if form == "dirty" and len(text) > 30 and chance.random() < 0.5:
        return text[: len(text) // 2], text[len(text) // 2 :]
    return (text,)


def _numbered(document, paragraph, number, form, chance):
    match form:
        case "automatic":
            paragraph.style = document.styles["List Number"]
        case "fields":
            _field(paragraph, number)
            paragraph.add_run(".\t")
        case "tabs":
            paragraph.add_run(f"\t{number}.  ")
        case "dirty":
            stop = "" if chance.random() < 0.04 else "."
            paragraph.add_run(f"\t{number}{stop}" + chance.choice(("\t", " ", "  \t", " \t")))
        case _:
            paragraph.add_run(f"{number}.\t")


def _field(paragraph, number):
    """A SEQ field that counts paragraphs."""
    for kind in ("begin", "code", "separate", "result", "end"):
        run = paragraph.add_run(str(number) if kind == "result" else "")
        if kind == "code":
            code = OxmlElement("w:instrText")
            code.text = " SEQ para \\* ARABIC "
            run._r.append(code)
        elif kind != "result":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
