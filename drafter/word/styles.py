"""styles.xml: every look a block can have, derived from the `Layout`. Content paragraphs name a style and say
nothing else.
"""

from __future__ import annotations

from drafter.document import Layout
from drafter.layout.geometry import Page, twips
from drafter.layout.measure import knows
from drafter.layout.setting import SETTINGS, heading_indent
from drafter.word.numbering import ALLEGATIONS, BULLETS, CLAIMS, HEADINGS, PRAYER
from drafter.word.xml import DECLARATION, W, escape

__all__ = ["styles"]

_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_KEEP = "<w:keepNext/><w:keepLines/>"
_CENTER = '<w:jc w:val="center"/>'
_RIGHT = '<w:jc w:val="right"/>'
_DEFAULTS = ("Normal", "DefaultParagraphFont")
"""The styles of what names none."""


def _ind(left: int = 0, right: int = 0, first: int = 0) -> str:
    hang = f' w:hanging="{-first}"' if first < 0 else f' w:firstLine="{first}"'
    return f'<w:ind w:left="{left}" w:right="{right}"{hang}/>'


def _set(kind: str) -> str:
    """The indents of a kind of node."""
    setting = SETTINGS[kind]
    return _ind(setting.left, setting.right, setting.first)


def _list(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _tab(position: int, kind: str = "left", leader: str = "") -> str:
    dots = f' w:leader="{leader}"' if leader else ""
    return f'<w:tabs><w:tab w:val="{kind}"{dots} w:pos="{position}"/></w:tabs>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _spacing(line: int, rule: str = "exact", after: int = 0, before: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _shade(color: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>'


def _style(
    ident: str,
    name: str,
    ppr: str = "",
    rpr: str = "",
    parent: str = "Normal",
    after: str = "",
    kind: str = "paragraph",
) -> str:
    based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    following = f'<w:next w:val="{after}"/>' if after else ""
    default = ' w:default="1"' if ident in _DEFAULTS else ""
    builtin = name == name.lower() or ident == "Normal"
    custom = "" if builtin or default else ' w:customStyle="1"'
    quick = "<w:qFormat/>" if builtin or kind == "paragraph" else ""
    body = (f"<w:pPr>{ppr}</w:pPr>" if ppr else "") + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
    return (
        f'<w:style{default} w:type="{kind}"{custom} w:styleId="{ident}"><w:name'
        f' w:val="{name}"/>{based}{following}{quick}{body}</w:style>'
    )


class _Rows:
    """The line heights that rows of the table of styles are made from."""

    def __init__(self, layout: Layout, page: Page) -> None:
        self.layout, self.page = layout, page
        self.gap = 0 if page.pleading else page.single
        self.double = (
            _spacing(page.pitch) if page.pleading else _spacing(round(240 * layout.line_spacing), "auto")
        )
        self.exact = _spacing(page.single)
        self.single = self.exact if page.pleading else _spacing(240, "auto")
        self.spaced = self.exact if page.pleading else _spacing(240, "auto", after=self.gap)

    def note(self) -> str:
        """Footnotes: single-spaced in their own size."""
        return (
            self.exact
            if self.page.pleading
            else _spacing(240, "auto", after=twips(self.layout.footnote_size / 2))
        )

    def quote(self) -> str:
        """Single-spaced where its lines can be counted; else it keeps the double lines of the paper and so
        its grid.
        """
        return self.spaced if not self.page.pleading or knows(self.layout.face) else self.double


def _defaults(layout: Layout) -> str:
    face = escape(layout.face)
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}" w:eastAsia="MS Mincho"/>'
    language = '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(layout.size)}{language}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )


def _page_styles(rows: _Rows) -> list[str]:
    layout, page = rows.layout, rows.page
    anchor = _spacing(20) if page.pleading else _spacing(240, "auto")
    small = "" if page.pleading else _spacing(240, "auto")
    rule = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    widow = '<w:widowControl w:val="0"/>' if page.pleading else "<w:widowControl/>"
    return [
        _style("Normal", "Normal", widow + rows.double, parent=""),
        _style("Header", "header", anchor),
        _style(
            "Footer", "footer", small + _CENTER, _size(layout.footer_size if page.pleading else layout.size)
        ),
        _style(
            "FooterLeft", "Footer Left", small + '<w:jc w:val="left"/>', _size(layout.footer_size), "Footer"
        ),
        _style("FooterTitle", "Footer Title", rule + small + _CENTER, _size(layout.footer_size), "Footer"),
        _style(
            "PleadingLineNumber",
            "Pleading Line Number",
            "<w:suppressLineNumbers/>" + rows.double + _ind() + _RIGHT,
        ),
        _style(
            "Legend",
            "Legend",
            _spacing(240, before=200 if page.pleading else 0) + _CENTER,
            _BOLD + "<w:smallCaps/>" + _size(10),
        ),
    ]


def _heading(rows: _Rows, level: int) -> str:
    layout = rows.layout
    left, first = heading_indent(layout, level)
    indent = _ind(left, 0, first) + (_CENTER if layout.heading_align[level - 1] == "center" else "")
    look = (
        _BOLD
        + (_ITALIC if level == 3 else "")
        + ("<w:caps/>" if level == 1 and layout.part_case == "upper" else "")
    )
    ppr = _KEEP + _list(HEADINGS, level - 1) + rows.double + indent + _outline(level - 1)
    return _style(f"Heading{level}", f"heading {level}", ppr, look, after="Allegation")


def _body_styles(rows: _Rows) -> list[str]:
    loose = _KEEP + '<w:numPr><w:numId w:val="0"/></w:numPr>' + rows.double + _ind() + _CENTER + _outline(0)
    keep = "<w:keepLines/>" if rows.page.pleading else ""
    return [
        *(_heading(rows, level) for level in (1, 2, 3)),
        _style("CountHeading", "Count Heading", loose, '<w:caps w:val="0"/>', "Heading1", "CountLine"),
        _style("CountLine", "Count Line", _KEEP + rows.double + _CENTER, after="Allegation"),
        _style("Allegation", "Allegation", _list(ALLEGATIONS) + rows.double + _set("NumberedParagraph")),
        _style(
            "AllegationSub", "Allegation Sub", _list(ALLEGATIONS, 1) + rows.double + _set("SubParagraph1")
        ),
        _style(
            "AllegationSub2", "Allegation Sub 2", _list(ALLEGATIONS, 2) + rows.double + _set("SubParagraph2")
        ),
        _style("AllegationContinued", "Allegation Continued", rows.double + _set("Continuation")),
        _style(
            "BlockQuote", "Block Quote", keep + rows.quote() + _set("BlockQuote"), after="AllegationContinued"
        ),
        _style("Bullet", "Bullet", _list(BULLETS) + rows.double + _set("Bullet")),
        _style("Lead", "Lead", rows.double + _set("Lead")),
        _style("LeadCentered", "Lead Centered", rows.double + _CENTER),
        _style("PrayerItem", "Prayer Item", _list(PRAYER) + rows.double + _set("PrayerItem")),
    ]


def _contents_style(rows: _Rows, level: int) -> str:
    column, left = rows.page.column, 360 * (level - 1)
    stops = (
        f'<w:tabs><w:tab w:val="left" w:pos="{left + 540}"/><w:tab w:val="right" w:leader="dot"'
        f' w:pos="{column}"/></w:tabs>'
    )
    spacing = rows.double if rows.page.pleading else _spacing(240, "auto", after=rows.page.single // 2)
    return _style(f"TOC{level}", f"toc {level}", stops + spacing + _ind(left + 540, 0, -540))


def _front_styles(rows: _Rows) -> list[str]:
    page = rows.page
    cell = rows.exact + _set("CaptionText")
    title = rows.double if page.pleading else _spacing(240, "auto")
    clerk = _ind(right=page.column // 2) if page.pleading else ""
    claim = _list(CLAIMS) + rows.exact + _set("CaptionClaim")
    return [
        _style("Counsel", "Counsel", rows.single + clerk),
        _style("CourtTitle", "Court Title", _KEEP + title + _CENTER, _BOLD),
        _style(
            "ContentsTitle",
            "Contents Title",
            "<w:keepNext/><w:pageBreakBefore/>" + rows.double + _CENTER,
            _BOLD,
        ),
        *(_contents_style(rows, level) for level in (1, 2, 3)),
        _style("CaptionText", "Caption Text", cell),
        _style("CaptionRole", "Caption Role", _set("CaptionRole"), parent="CaptionText"),
        _style("CaptionConnector", "Caption Connector", _set("CaptionConnector"), parent="CaptionText"),
        _style("CaptionTitle", "Caption Title", "", _BOLD, "CaptionText"),
        _style("CaptionLegend", "Caption Legend", "", _BOLD, "CaptionText"),
        _style("CaptionClaim", "Caption Claim", claim, "", "CaptionText"),
        _style("CaptionJury", "Caption Jury", "", _BOLD, "CaptionText"),
        _style(
            "CaptionSlash",
            "Caption Slash",
            _tab(page.column // 2, "left", "underscore") + _spacing(page.single, after=page.single),
            parent="CaptionText",
        ),
        _style("CaptionBracket", "Caption Bracket", rows.exact + _CENTER),
    ]


def _back_styles(rows: _Rows) -> list[str]:
    page, half = rows.page, rows.page.column // 2
    signing = _tab(page.column, "right", "underscore")
    table = rows.double if page.pleading else _spacing(240, "auto", after=60, before=60)
    return [
        _style("SignatureDate", "Signature Date", _KEEP + rows.double),
        _style("SignatureLine", "Signature Line", _KEEP + rows.single + _ind(half)),
        _style(
            "SignatureRule",
            "Signature Rule",
            _KEEP + signing + rows.exact + _ind(half),
            parent="SignatureLine",
            after="SignatureLine",
        ),
        _style("TableText", "Table Text", table),
        _style("TableHead", "Table Head", "<w:keepNext/>", _BOLD, "TableText"),
        _style("TableEnd", "Table End", _spacing(20, "exact"), _size(1)),
        _style("TableGap", "Table Gap", rows.double if page.pleading else _spacing(240, "auto")),
        _style(
            "Figure",
            "Figure",
            "<w:keepNext/>" + _spacing(240, "auto") + _CENTER,
            _size(1),
            after="FigureCaption",
        ),
        _style(
            "FigureCaption",
            "Figure Caption",
            "<w:keepLines/>" + rows.spaced + _set("FigureCaption") + _CENTER,
            _ITALIC,
            after="AllegationContinued",
        ),
        _style("FootnoteText", "footnote text", rows.note(), _size(rows.layout.footnote_size)),
        _style("CommentText", "annotation text", _spacing(240, "auto"), _size(10)),
    ]


def _characters() -> list[str]:
    default = _style("DefaultParagraphFont", "Default Paragraph Font", parent="", kind="character")
    listed = (
        ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
        ("CountTitle", "Count Title", _BOLD),
        ("Blank", "Blank", _shade("FFFF00")),
        ("Broken", "Broken", f'{_BOLD}<w:color w:val="C00000"/>'),
        ("Sealed", "Sealed", _shade("C0C0C0")),
        ("CommentReference", "annotation reference", _size(8)),
    )
    return [
        default,
        *(
            _style(ident, name, "", rpr, "DefaultParagraphFont", kind="character")
            for ident, name, rpr in listed
        ),
    ]


def _tables() -> list[str]:
    edges = (("top", "0"), ("left", "{0}"), ("bottom", "0"), ("right", "{0}"))
    margins = (
        "<w:tblCellMar>"
        + "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in edges)
        + "</w:tblCellMar>"
    )
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="2" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    plain = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins.format(0)}</w:tblPr>'
    ruled = (
        '<w:tblPr><w:tblInd w:w="0"'
        f' w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>{margins.format(100)}</w:tblPr>'
    )
    head = '<w:style w:type="table"{2} w:styleId="{0}"><w:name w:val="{1}"/>'
    return [
        head.format("TableNormal", "Normal Table", ' w:default="1"')
        + f'<w:uiPriority w:val="99"/><w:semiHidden/>{plain}</w:style>',
        head.format("CaptionTable", "Caption Table", ' w:customStyle="1"')
        + f'<w:basedOn w:val="TableNormal"/>{plain}</w:style>',
        head.format("FactTable", "Fact Table", ' w:customStyle="1"')
        + f'<w:basedOn w:val="TableNormal"/>{ruled}</w:style>',
    ]


def styles(layout: Layout, page: Page) -> str:
    """The styles part of `layout`."""
    rows = _Rows(layout, page)
    listed = [
        *_page_styles(rows),
        *_body_styles(rows),
        *_front_styles(rows),
        *_back_styles(rows),
        *_characters(),
        *_tables(),
    ]
    none = (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No'
        ' List"/><w:semiHidden/></w:style>'
    )
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{_defaults(layout)}{"".join(listed)}{none}</w:styles>'
