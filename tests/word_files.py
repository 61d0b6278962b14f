"""Small Word files for tests, written part by part; and what the readers of tests make of one."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = {"styles", "numbering", "footnotes", "endnotes", "comments", "commentsExtended"}


def t(text, rpr=""):
    """A run."""
    rpr = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, ppr=""):
    """A paragraph."""
    ppr = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    return f"<w:p>{ppr}{''.join(run if run.startswith('<') else t(run) for run in runs)}</w:p>"


def word_file(*body, main="word/document.xml", **parts):
    """The bytes of a Word file with that body and those other parts, by kind."""
    folder = main.rpartition("/")[0]
    root = lambda name, inner: f"<w:{name} {NAMES}>{inner}</w:{name}>"  # noqa: E731
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "comments": "comments"}
    rows = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument"'
        f' Target="{main}"/></Relationships>',
        f"{folder}/_rels/{main.rpartition('/')[2]}.rels": f'<Relationships xmlns="{RELS}">{rows}'
        "</Relationships>",
        main: root("document", f"<w:body>{''.join(body)}</w:body>"),
    }
    for kind, inner in parts.items():
        files[f"{folder}/{kind}.xml"] = (
            root(roots[kind], inner) if kind in roots else f"<w15:commentsEx {NAMES}>{inner}</w15:commentsEx>"
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return buffer.getvalue()
