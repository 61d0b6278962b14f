"""numbering.xml, and Word's own count kept alongside so that what Word will print agrees with the numbers in
the tree.
"""

from __future__ import annotations

from drafter.document import Layout
from drafter.layout.setting import SETTINGS, TAB, heading_indent
from drafter.word.xml import DECLARATION, W
from drafter.wording import letters, roman

__all__ = ["ALLEGATIONS", "BULLETS", "CLAIMS", "HEADINGS", "Lists", "PRAYER", "place_of_number", "printed"]

ALLEGATIONS, HEADINGS, PRAYER, BULLETS, CLAIMS = 1, 2, 3, 4, 5
"""Ids of the lists; a list and its first `w:num` share one."""

_FORMATS = {
    "upper-roman": "upperRoman",
    "lower-roman": "lowerRoman",
    "upper-letter": "upperLetter",
    "lower-letter": "lowerLetter",
    "decimal": "decimal",
    "none": "none",
    "bullet": "bullet",
}


def printed(kind: str, number: int) -> str:
    """The number as Word prints it in a format of `Layout.heading_numbers`; after z come aa, bb, cc."""
    if kind.endswith("letter"):
        text = letters(number).lower()
    elif kind.endswith("roman"):
        text = roman(number).lower()
    else:
        return "" if kind in ("none", "bullet") else str(number)
    return text.upper() if kind.startswith("upper") else text


def place_of_number(kind: str, text: str) -> int:
    """The place of a printed number in its list; 0 where Word cannot print it."""
    wanted = text.strip(".()")
    if kind == "decimal":
        return int(wanted) if wanted.isdecimal() else 0
    return next((number for number in range(1, 400) if printed(kind, number) == wanted), 0) if wanted else 0


class _Level:
    """A level of a list: format, text around the number, style, indents."""

    def __init__(self, kind: str, text: str, style: str, left: int, first: int, suffix: str = "tab") -> None:
        self.kind, self.text, self.style, self.left, self.first, self.suffix = (
            kind,
            text,
            style,
            left,
            first,
            suffix,
        )

    def xml(self, index: int) -> str:
        """The `w:lvl` at `index`."""
        stop = self.left if self.first < 0 else self.first + TAB
        tabs = f'<w:tabs><w:tab w:val="num" w:pos="{stop}"/></w:tabs>' if self.suffix == "tab" else ""
        hang = f'w:hanging="{-self.first}"' if self.first < 0 else f'w:firstLine="{self.first}"'
        linked = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt'
            f' w:val="{_FORMATS[self.kind]}"/>{linked}<w:suff w:val="{self.suffix}"/><w:lvlText'
            f' w:val="{self.text}"/><w:lvlJc w:val="left"/><w:pPr>{tabs}<w:ind w:left="{self.left}"'
            f" {hang}/></w:pPr></w:lvl>"
        )


def _heading_level(layout: Layout, index: int) -> _Level:
    kind, style = layout.heading_numbers[index], f"Heading{index + 1}"
    left, first = heading_indent(layout, index + 1)
    if kind == "none":
        return _Level("none", "", style, left, first, "nothing")
    suffix = "space" if layout.heading_align[index] == "center" else "tab"
    return _Level(kind, f"%{index + 1}.", style, left, first, suffix)


def _level(kind: str, text: str, style: str, node: str) -> _Level:
    """A level that is set in as the nodes of its kind are."""
    return _Level(kind, text, style, SETTINGS[node].left, SETTINGS[node].first)


def _levels(layout: Layout) -> dict[int, list[_Level]]:
    return {
        ALLEGATIONS: [
            _level("decimal", "%1.", "Allegation", "NumberedParagraph"),
            _level("lower-letter", "(%2)", "AllegationSub", "SubParagraph1"),
            _level("lower-roman", "(%3)", "AllegationSub2", "SubParagraph2"),
        ],
        HEADINGS: [_heading_level(layout, index) for index in range(3)],
        PRAYER: [_level("upper-letter", "%1.", "PrayerItem", "PrayerItem")],
        BULLETS: [_level("bullet", "•", "Bullet", "Bullet")],
        CLAIMS: [_level("decimal", "%1.", "CaptionClaim", "CaptionClaim")],
    }


class Lists:
    """Counts as Word does. Where the tree's number is not the next one, the list is restarted there at the
    tree's number.
    """

    def __init__(self, layout: Layout) -> None:
        self._levels = _levels(layout)
        self._counts = {number: [0] * len(levels) for number, levels in self._levels.items()}
        self._current = {number: number for number in self._levels}
        self._restarts: list[tuple[int, int, list[int]]] = []

    def advance(self, number: int, level: int = 0, wanted: str = "") -> str:
        """Count one more paragraph; returns the `w:numPr` it must carry itself, empty when its style's list
        is right.
        """
        counts = self._counts[number]
        counts[level] += 1
        counts[level + 1 :] = [0] * (len(counts) - level - 1)
        target = place_of_number(self._levels[number][level].kind, wanted) if wanted and wanted != "0" else 0
        if target and target != counts[level]:
            counts[level] = target
            self._restart(number, level)
        current = self._current[number]
        return (
            ""
            if current == number
            else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{current}"/></w:numPr>'
        )

    def _restart(self, number: int, level: int) -> None:
        ident = 100 + len(self._restarts)
        counts = self._counts[number]
        starts = [count if at == level else count + 1 for at, count in enumerate(counts)]
        self._restarts.append((ident, number, starts))
        self._current[number] = ident

    def xml(self) -> str:
        """The numbering part, with the restarts that writing the body asked for."""
        abstract = "".join(self._abstract(number) for number in self._levels)
        nums = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in self._levels
        )
        nums += "".join(_override(*restart) for restart in self._restarts)
        return f'{DECLARATION}<w:numbering xmlns:w="{W}">{abstract}{nums}</w:numbering>'

    def _abstract(self, number: int) -> str:
        levels = "".join(level.xml(index) for index, level in enumerate(self._levels[number]))
        kind = "multilevel" if len(self._levels[number]) > 1 else "singleLevel"
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="1A2B3C{number:02X}"/><w:multiLevelType'
            f' w:val="{kind}"/><w:tmpl w:val="0A0B0C{number:02X}"/>{levels}</w:abstractNum>'
        )


def _override(ident: int, number: int, starts: list[int]) -> str:
    levels = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in enumerate(starts)
    )
    return f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{number}"/>{levels}</w:num>'
