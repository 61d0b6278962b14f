"""How a place looks that somebody meant to fill in later: blanks that are mistyped, marks of other programs,
notes between colleagues, signs in the place of a figure.
"""

from __future__ import annotations

import re

from drafter.facts.dates import MONTHS
from drafter.privacy.lazy_pattern import LazyPattern

__all__ = ["HOLES", "LEFT_OUT", "OF_COUNSEL", "RAW_MARK", "UNREAD"]

LEFT_OUT = r"redact|omit|withheld|seal|sic\b|emphasis|illegible|inaudible|unintelligible|translat|signature"
"""What is said between brackets of a text that somebody else wrote: no place to fill in."""
UNREAD = LazyPattern(r"\[\[(?:[^\[\]]|\[(?!\[)[^\[\]]*\](?!\]))+\]\]", "[[")
"""A blank as it is to be typed: DOC-010 tells of it where the field knows marks."""
RAW_MARK = LazyPattern(r"\[[@^#][A-Za-z0-9][^\[\]]*\]", "[@", "[^", "[#")
"""A mark of reference, or of a footnote: it prints as typed in a field that knows no marks."""
OF_COUNSEL = LazyPattern(
    r"(?<!\w)[x#*?_-]{3,}(?!\w)|(?<!\d)0{3}\)?[ .-]{1,2}0{3}(?!\d)|(?<!\d)0{5,}(?!\d)|\btb[acd]\b|\btk\b"
    r"|\[[^\[\]]*\]|<[^<>@]+>|\{[^{}]*\}|\bplaceholder\b|^\W*$",
    "",
    flags=re.I,
)
"""What stands in the fields of counsel, which print in the signature block, until somebody knows better."""

_MONTH = "|".join(MONTHS)
_DATA = r"dates?|names?|amounts?|cites?|citations?|numbers?|sources?|pins?|spelling"
HOLES = (
    LazyPattern(r"\[\[[^\[\]]+\](?!\])(?![^\[\]]*\])", "[["),
    LazyPattern(r"\[\s+\[[^\[\]]*\]\s*\]|\[\s*\[[^\[\]]*\]\s+\]|\A[^\[]*\[[^\[\]@^#]+\]\]", "]"),
    LazyPattern(r"⟦[^⟧]*⟧?", "⟦"),
    LazyPattern(rf"\[(?![^\]]*(?:{LEFT_OUT}))(?![@^#])[^\[\]]{{0,80}}\?\](?!\()", "?]", flags=re.I),
    LazyPattern(
        r"\[(?:who|whom|whose|when|where|which|what|why|how (?:many|much|long))(?: [a-z]+){0,2}\](?!\()", "["
    ),
    LazyPattern(r"\[[A-Z]{2,4}: [^\[\]]+\]", "["),
    LazyPattern(
        rf"\((?:(?:re)?(?:confirm|check|verify|clarify|double-check|ask|get|insert|add|find)"
        rf"(?: with| client| the| this| that| if| whether)* ?(?:client|counsel|{_DATA}|this|that)?"
        rf"|needs? (?:an? |the )?(?:{_DATA}|support|confirmation)"
        rf"|(?:{_DATA}) (?:needed|to come|missing)|cite\??|fill in[^()]*"
        r"|to (?:come|confirm|be (?:confirmed|determined|added)))\??\)",
        "(",
        flags=re.I,
    ),
    LazyPattern(r"\bA[UQ]: \S|\?\s*[-–—]{1,2}\s?[A-Z]{2,3}(?![\w.])", "AU:", "AQ:", "?"),
    LazyPattern(r"==+(?=[^=\s])[^=\n]*[^=\s]==+", "=="),
    LazyPattern(r"\{\{[^{}]*\}\}|(?<![/=$%\w])\{[A-Za-z_][\w .’'-]{0,40}\}", "{"),
    LazyPattern(r"<<[^<>]+>>|«[a-z][a-z_ ]{0,30}(?<! )»", "<<", "«"),
    LazyPattern(
        rf"\b(?:{_MONTH})\s+(?:XX|xx|X(?=,? \d{{4}})|\?\?|[●•])(?!\w)|\b(?:XX|xx)/(?:XX|xx|\d\d)/",
        "X",
        "x",
        "?",
        "●",
        "•",
    ),
    LazyPattern(r"(?<![^\s/(¶§$#])_{2,3}(?=[\s/,.;:)]|\Z)", "__"),
    LazyPattern(r"\.{5,}|…\s?…", ".....", "…"),
    LazyPattern(r"\$\s?(?:[Xx]+|[_●•?]+)(?!\w)", "$"),
    LazyPattern(r"\?{2,}", "??"),
    LazyPattern(
        r"(?<![\w.@/#-])(?:[Tt]b[cd]|[Ff]ixme|[Tt]odo(?=:)|tk(?:tk)?)(?![\w@]|[.-]\w)",
        "bd",
        "bc",
        "ixme",
        "odo",
        "tk",
    ),
    LazyPattern(
        r"\b(?:FIX|CHECK|CONFIRM|VERIFY|REWRITE|REVISE|UPDATE|DELETE) (?:THIS|ME|CITE|DATE|NAME|AMOUNT)\b",
        "FIX",
        "CHECK",
        "CONFIRM",
        "VERIFY",
        "RE",
        "UPDATE",
        "DELETE",
    ),
    LazyPattern(r"\blorem ipsum\b", "lorem", flags=re.I),
)
"""Such places in a writer’s own words; what is quoted is not looked at."""
