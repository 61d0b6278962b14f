"""The parts around the text: settings, theme, fonts, properties, provenance, relationships and content
types.
"""

from __future__ import annotations

from drafter.document import Layout, Meta
from drafter.layout.measure import knows
from drafter.word.figures import PackagedPicture
from drafter.word.xml import DECLARATION, W, escape

__all__ = ["around"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIXED_TIME = "2000-01-01T00:00:00Z"
_PROVENANCE = "urn:drafter:provenance"
_ITEM_ID = "{6B1A6C1D-6E0B-4A6C-9A53-2B7C0C9F4D11}"
_MAIN = (
    ("rIdStyles", "styles"),
    ("rIdNumbering", "numbering"),
    ("rIdSettings", "settings"),
    ("rIdFonts", "fontTable"),
    ("rIdTheme", "theme"),
    ("rIdFootnotes", "footnotes"),
    ("rIdHeader", "header"),
    ("rIdFooter", "footer"),
)
_FILES = {"theme": "theme/theme1.xml", "header": "header1.xml", "footer": "footer1.xml"}


def _settings(meta: Meta) -> str:
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop'
        ' w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote'
        f' w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>{compatible}</w:compat><w:themeFontLang'
        f' w:val="{escape(meta.language)}" w:eastAsia="ja-JP"/><w:decimalSymbol w:val="."/><w:listSeparator'
        ' w:val=","/></w:settings>'
    )


def _fonts(layout: Layout) -> str:
    family = (
        '<w:panose1 w:val="02020603050405020304"/>'
        if knows(layout.face) and layout.face.lower().startswith("times")
        else ""
    )
    face = (
        f'<w:font w:name="{escape(layout.face)}">{family}<w:charset w:val="00"/><w:pitch'
        ' w:val="variable"/></w:font>'
    )
    asian = (
        '<w:font w:name="MS Mincho"><w:charset w:val="80"/><w:family w:val="modern"/><w:pitch'
        ' w:val="fixed"/></w:font>'
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{W}">{face}{asian}</w:fonts>'


def _theme(layout: Layout) -> str:
    colors = (
        ("dk1", "000000"),
        ("lt1", "FFFFFF"),
        ("dk2", "1F497D"),
        ("lt2", "EEECE1"),
        ("accent1", "4F81BD"),
        ("accent2", "C0504D"),
        ("accent3", "9BBB59"),
        ("accent4", "8064A2"),
        ("accent5", "4BACC6"),
        ("accent6", "F79646"),
        ("hlink", "0000FF"),
        ("folHlink", "800080"),
    )
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors)
    face = f'<a:latin typeface="{escape(layout.face)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' name="Pleading"><a:themeElements>'
        f'<a:clrScheme name="Pleading">{scheme}</a:clrScheme>'
        "<a:fontScheme"
        f' name="Pleading"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        "<a:fmtScheme"
        f' name="Pleading"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _core(meta: Meta) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(meta.title)}</dc:title><dc:language>{escape(meta.language)}</dc:language><dcterms:created'
        f' xsi:type="dcterms:W3CDTF">{_FIXED_TIME}</dcterms:created><dcterms:modified'
        f' xsi:type="dcterms:W3CDTF">{_FIXED_TIME}</dcterms:modified></cp:coreProperties>'
    )


_PROPERTIES = {"sheet": "FactSheetSHA256", "draft": "Draft", "matter": "Matter"}
"""What the file's own properties say, by its name in `Meta.hashes`: they outlive most programs that save it
anew.
"""


def _custom(meta: Meta) -> str:
    """The file's own properties; empty where there are none."""
    said = [(_PROPERTIES[name], value) for name, value in meta.hashes if name in _PROPERTIES]
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(said, 2)
    )
    return rows and (
        f"{DECLARATION}<Properties"
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        f' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{rows}</Properties>'
    )


def _hashes(meta: Meta) -> str:
    listed = "".join(f'<hash name="{escape(name)}">{escape(value)}</hash>' for name, value in meta.hashes)
    return f'{DECLARATION}<provenance xmlns="{_PROVENANCE}">{listed}</provenance>'


def _item_properties() -> str:
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{_ITEM_ID}"'
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef'
        f' ds:uri="{_PROVENANCE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _relationships(listed: list[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"/>' for ident, kind, target in listed
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _main_relationships(pictures: list[PackagedPicture], final: bool) -> str:
    listed = [(ident, f"{_OFFICE}/{kind}", _FILES.get(kind, f"{kind}.xml")) for ident, kind in _MAIN]
    listed += [] if final else [("rIdHashes", f"{_OFFICE}/customXml", "../customXml/item1.xml")]
    listed += [(picture.relation, f"{_OFFICE}/image", picture.part) for picture in pictures]
    return _relationships(listed)


def _package_relationships(custom: bool) -> str:
    listed = [
        ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    listed += [("rId3", f"{_OFFICE}/custom-properties", "docProps/custom.xml")] if custom else []
    return _relationships(listed)


def _content_types(pictures: list[PackagedPicture], custom: bool, final: bool) -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults |= {picture.part.rsplit(".", 1)[1]: picture.kind for picture in pictures}
    overrides = {f"/word/{_FILES.get(kind, f'{kind}.xml')}": f"{_WORDML}.{kind}+xml" for _, kind in _MAIN}
    overrides |= {
        "/word/document.xml": f"{_WORDML}.document.main+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides |= (
        {}
        if final
        else {
            "/customXml/itemProps1.xml": (
                "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
            )
        }
    )
    overrides |= (
        {"/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml"}
        if custom
        else {}
    )
    rows = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items())
    rows += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{rows}</Types>'


def around(layout: Layout, meta: Meta, pictures: list[PackagedPicture]) -> dict[str, str]:
    """Every part that does not hold the pleading's text, by name."""
    custom = "" if meta.final else _custom(meta)
    parts = {
        "[Content_Types].xml": _content_types(pictures, bool(custom), meta.final),
        "_rels/.rels": _package_relationships(bool(custom)),
        "word/_rels/document.xml.rels": _main_relationships(pictures, meta.final),
        "word/settings.xml": _settings(meta),
        "word/fontTable.xml": _fonts(layout),
        "word/theme/theme1.xml": _theme(layout),
        "docProps/core.xml": _core(meta),
    }
    if not meta.final:
        parts["customXml/item1.xml"] = _hashes(meta)
        parts["customXml/itemProps1.xml"] = _item_properties()
        parts["customXml/_rels/item1.xml.rels"] = _relationships(
            [("rId1", f"{_OFFICE}/customXmlProps", "itemProps1.xml")]
        )
    return parts | ({"docProps/custom.xml": custom} if custom else {})
