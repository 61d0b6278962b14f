"""The sheet itself: section, header with line numbers, rules and legend, footer."""

from __future__ import annotations

from drafter.document import Layout, Meta, Run
from drafter.layout.geometry import Page, twips
from drafter.layout.measure import line_count
from drafter.word.xml import DECLARATION, NAMESPACES, field, paragraph, run

__all__ = ["footer", "header", "section"]

_EMU = 635
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_TEXT_SHAPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_FOOTER_RULE = 30
"""Twips that the printed line above the footer's title takes."""
_APART = 240
"""Twips between the two sides of a footer with the firm's name."""
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


class _Box:
    """A rectangle on the page in twips, from the sheet's upper left corner."""

    def __init__(self, ident: int, name: str, x: int, y: int, width: int, height: int) -> None:
        self.ident, self.name, self.x, self.y, self.width, self.height = ident, name, x, y, width, height

    @property
    def extent(self) -> str:
        """Width and height as attributes, in English metric units."""
        return f'cx="{self.width * _EMU}" cy="{self.height * _EMU}"'

    def anchored(self, shape: str, fallback: str) -> str:
        """A run that holds `shape` at this place behind the text, and `fallback` for a reader without such
        shapes.
        """
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0"'
            ' distL="0"'
            f' distR="0" simplePos="0" relativeHeight="{251658240 + self.ident}" behindDoc="1" locked="0"'
            ' layoutInCell="0" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="page"><wp:posOffset>{self.x * _EMU}</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{self.y * _EMU}</wp:posOffset></wp:positionV>'
            f'<wp:extent {self.extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{self.ident}" name="{self.name}"'
            f' descr="">{_DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr/>'
            "<a:graphic><a:graphicData"
            f' uri="{_WPS}"><wps:wsp>{shape}</wps:wsp></a:graphicData>'
            "</a:graphic>"
            f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )


def _points(twentieths: int) -> str:
    return f"{twentieths / 20:g}pt"


def _numbers(layout: Layout, page: Page) -> str:
    box = _Box(1, "Pleading Line Numbers", page.left - 1080, page.top, 720, layout.lines * page.pitch)
    column = "".join(
        paragraph("PleadingLineNumber", run(str(number))) for number in range(1, layout.lines + 1)
    )
    shape = (
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext'
        f" {box.extent}/></a:xfrm><a:prstGeom"
        f' prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx>'
        f"<w:txbxContent>{column}</w:txbxContent></wps:txbx><wps:bodyPr"
        ' wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>'
    )
    style = (
        f"position:absolute;margin-left:{_points(box.x)};margin-top:{_points(box.y)};width:{_points(box.width)};height:{_points(box.height)};"
        "z-index:-251658240;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    fallback = (
        f'{_TEXT_SHAPE}<v:shape id="LineNumbers" o:spid="_x0000_s2049" type="#_x0000_t202" style="{style}"'
        ' filled="f" stroked="f"><v:textbox'
        f' inset="0,0,0,0"><w:txbxContent>{column}</w:txbxContent></v:textbox></v:shape>'
    )
    return box.anchored(shape, fallback)


def _rule(ident: int, x: int, page: Page) -> str:
    box = _Box(ident, f"Pleading Rule {ident - 1}", x, 0, 0, page.height)
    shape = (
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {box.extent}/></a:xfrm><a:prstGeom'
        ' prst="line"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr'
        ' val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
    )
    style = (
        "position:absolute;z-index:-251658240;mso-position-horizontal-relative:page;"
        "mso-position-vertical-relative:page"
    )
    line = f'<v:line id="Rule{ident - 1}" o:spid="_x0000_s{2048 + ident}" style="{style}"'
    line += f' from="{_points(x)},0" to="{_points(x)},{_points(page.height)}" strokeweight=".5pt"/>'
    return box.anchored(shape, line)


def header(layout: Layout, page: Page, meta: Meta) -> str:
    """The header part: on pleading paper numbers and rules, anchored to the sheet; the mark of a draft
    and the legend on every page.
    """
    said = " – ".join(dict.fromkeys(part for part in (meta.mark, meta.legend) if part))
    legend = paragraph("Legend", run(said)) if said else ""
    if not page.pleading:
        return f"{DECLARATION}<w:hdr {NAMESPACES}>{legend or paragraph('Header')}</w:hdr>"
    rules = (page.left - 180, page.left - 130, page.width - page.right + 100)
    drawn = _numbers(layout, page) + "".join(_rule(ident, x, page) for ident, x in enumerate(rules, 2))
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph('Header', drawn)}{legend}</w:hdr>"


def _footer_title(meta: Meta) -> str:
    number = meta.case_number
    if not number:
        return meta.footer_title
    labelled = number if number.lower().startswith(("case", "no", "civ")) else f"Case No. {number}"
    return f"{meta.footer_title}\n{labelled}"


def _footer_lines(layout: Layout, page: Page, meta: Meta) -> int:
    """Lines that the footer takes on pleading paper."""
    title = (Run(_footer_title(meta)),)
    match layout.footer_form:
        case "title":
            return 1 + line_count(title, page.points, layout.footer_size, layout.face)
        case "page-title":
            return line_count(
                (Run(f"Page 000 – {meta.footer_title}"),), page.points, layout.footer_size, layout.face
            )
        case "firm":
            return max(
                line_count(
                    (Run(f"{_footer_title(meta)} – 000"),),
                    (page.column // 2 - _APART) / 20,
                    layout.footer_size,
                    layout.face,
                ),
                len(meta.firm),
            )
    return 1


def _footer_pitch(layout: Layout, page: Page, meta: Meta) -> tuple[int, int]:
    """Line height and distance from the sheet's edge: a long title is set tighter, and never reaches the last
    numbered line.
    """
    tightest = twips(layout.footer_size)
    room = page.bottom - _FOOTER_RULE
    lines = _footer_lines(layout, page, meta)
    for pitch, distance in ((tightest + 40, 300), (tightest + 20, 260), (tightest, 200)):
        if lines * pitch + distance <= room:
            break
    return pitch, distance


def footer(layout: Layout, page: Page, meta: Meta) -> str:
    """The footer part, as the court wants it: see `Layout.footer_form`."""
    pitch, _ = _footer_pitch(layout, page, meta)
    tight = f'<w:spacing w:line="{pitch}" w:lineRule="exact"/>' if page.pleading else ""
    number = field("PAGE", "1")
    match layout.footer_form:
        case "title":
            content = paragraph("Footer", number, tight) + paragraph(
                "FooterTitle", run(_footer_title(meta)), tight
            )
        case "page-title":
            content = paragraph("FooterLeft", run("Page ") + number + run(f" – {meta.footer_title}"), tight)
        case "firm":
            content = _firm_footer(page, meta, number, tight)
        case _ if page.pleading:  # a tab, since LibreOffice makes this footer as narrow as its words
            content = paragraph(
                "FooterLeft",
                "<w:r><w:tab/></w:r>" + number,
                f'<w:tabs><w:tab w:val="center" w:pos="{page.column // 2}"/></w:tabs>',
                tight,
            )
        case _:
            content = paragraph("Footer", number)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _firm_footer(page: Page, meta: Meta, number: str, tight: str) -> str:
    left_width = page.column // 2
    title, _, case = _footer_title(meta).partition("\n")
    left = paragraph("FooterLeft", run(f"{title} – ") + number, tight) + (
        paragraph("FooterLeft", run(f"({case})"), tight) if case else ""
    )
    right = "".join(paragraph("FooterLeft", run(line), tight) for line in meta.firm) or paragraph(
        "FooterLeft", "", tight
    )
    widths = (left_width, page.column - left_width)
    apart = f'<w:tcMar><w:right w:w="{_APART}" w:type="dxa"/></w:tcMar>'
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margin}</w:tcPr>{text}</w:tc>'
        for width, margin, text in zip(widths, (apart, ""), (left, right), strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (
        f'<w:tblPr><w:tblStyle w:val="CaptionTable"/><w:tblW w:w="{page.column}" w:type="dxa"/><w:tblLayout'
        ' w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
    )
    return f"<w:tbl>{head}<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>{paragraph('Header')}"


def section(layout: Layout, page: Page, meta: Meta, numbers: str = "") -> str:
    """The `w:sectPr`. Negative margins on pleading paper: header and footer never push the text off its
    numbers.

    `numbers` is the format of the page numbers where they start at 1 in this section; empty where it is the
    only one.
    """
    sign = "-" if page.pleading else ""
    _, distance = _footer_pitch(layout, page, meta)
    started = f'<w:pgNumType w:fmt="{numbers}" w:start="1"/>' if numbers else ""
    edges = f'w:header="360" w:footer="{distance}"' if page.pleading else 'w:header="720" w:footer="720"'
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default"'
        f' r:id="rIdFooter"/><w:pgSz w:w="{page.width}" w:h="{page.height}"/><w:pgMar'
        f' w:top="{sign}{page.top}" w:right="{page.right}" w:bottom="{sign}{page.bottom}"'
        f' w:left="{page.left}" {edges} w:gutter="0"/>{started}</w:sectPr>'
    )
