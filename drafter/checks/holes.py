"""How a place looks that somebody meant to fill in later: blanks that are mistyped, marks of other programs,
notes between colleagues, signs in the place of a figure.
"""

from __future__ import annotations

import re

from drafter.facts.dates import MONTHS
from drafter.privacy.lazy_pattern import Sought

__all__ = ["HOLES", "LEFT_OUT", "OF_COUNSEL", "RAW_MARK", "UNREAD"]

LEFT_OUT = r"redact|omit|withheld|seal|sic\b|emphasis|illegible|inaudible|unintelligible|translat|signature"
"""What is said between brackets of a text that somebody else wrote: no place to fill in."""
UNREAD = Sought(r"\[\[(?:[^\[\]]|\[(?!\[)[^\[\]]*\](?!\]))+\]\]", "[[")
"""A blank as it is to be typed: DOC-010 tells of it where the field knows marks."""
RAW_MARK = Sought(r"\[[@^#][A-Za-z0-9][^\[\]]*\]", "[@", "[^", "[#")
"""A mark of reference, or of a footnote: it prints as typed in a field that knows no marks."""
OF_COUNSEL = Sought(
    r"(?<!\w)[x#*?_-]{3,}(?!\w)|(?<!\d)0{3}\)?[ .-]{1,2}0{3}(?!\d)|(?<!\d)0{5,}(?!\d)|\btb[acd]\b|\btk\b"
    r"|\[[^\[\]]*\]|<[^<>@]+>|\{[^{}]*\}|\bplaceholder\b|^\W*$",
    "",
    flags=re.I,
)
"""What stands in the fields of counsel, which print in the signature block, until somebody knows better."""

_MONTH = "|".join(MONTHS)
_DATA = r"dates?|names?|amounts?|cites?|citations?|numbers?|sources?|pins?|spelling"
HOLES = (
    Sought(r"\[\[[^\[\]]+\](?!\])(?![^\[\]]*\])", "[["),
    Sought(r"\[\s+\[[^\[\]]*\]\s*\]|\[\s*\[[^\[\]]*\]\s+\]|\A[^\[]*\[[^\[\]@^#]+\]\]", "]"),
    Sought(r"⟦[^⟧]*⟧?", "⟦"),
    Sought(rf"\[(?![^\]]*(?:{LEFT_OUT}))(?![@^#])[^\[\]]{{0,80}}\?\](?!\()", "?]", flags=re.I),
    Sought(
        r"\[(?:who|whom|whose|when|where|which|what|why|how (?:many|much|long))(?: [a-z]+){0,2}\](?!\()", "["
    ),
    Sought(r"\[[A-Z]{2,4}: [^\[\]]+\]", "["),
    Sought(
        rf"\((?:(?:re)?(?:confirm|check|verify|clarify|double-check|ask|get|insert|add|find)"
        rf"(?: with| client| the| this| that| if| whether)* ?(?:client|counsel|{_DATA}|this|that)?"
        rf"|needs? (?:an? |the )?(?:{_DATA}|support|confirmation)"
        rf"|(?:{_DATA}) (?:needed|to come|missing)|cite\??|fill in[^()]*"
        r"|to (?:come|confirm|be (?:confirmed|determined|added)))\??\)",
        "(",
        flags=re.I,
    ),
    Sought(r"\bA[UQ]: \S|\?\s*[-–—]{1,2}\s?[A-Z]{2,3}(?![\w.])", "AU:", "AQ:", "?"),
    Sought(r"==+(?=[^=\s])[^=\n]*[^=\s]==+", "=="),
    Sought(r"\{\{[^{}]*\}\}|(?<![/=$%\w])\{[A-Za-z_][\w .’'-]{0,40}\}", "{"),
    Sought(r"<<[^<>]+>>|«[a-z][a-z_ ]{0,30}(?<! )»", "<<", "«"),
    Sought(
        rf"\b(?:{_MONTH})\s+(?:XX|xx|X(?=,? \d{{4}})|\?\?|[●•])(?!\w)|\b(?:XX|xx)/(?:XX|xx|\d\d)/",
        "X",
        "x",
        "?",
        "●",
        "•",
    ),
    Sought(r"(?<![^\s/(¶§$#])_{2,3}(?=[\s/,.;:)]|\Z)", "__"),
    Sought(r"\.{5,}|…\s?…", ".....", "…"),
    Sought(r"\$\s?(?:[Xx]+|[_●•?]+)(?!\w)", "$"),
    Sought(r"\?{2,}", "??"),
    Sought(
        r"(?<![\w.@/#-])(?:[Tt]b[cd]|[Ff]ixme|[Tt]odo(?=:)|tk(?:tk)?)(?![\w@]|[.-]\w)",
        "bd",
        "bc",
        "ixme",
        "odo",
        "tk",
    ),
    Sought(
        r"\b(?:FIX|CHECK|CONFIRM|VERIFY|REWRITE|REVISE|UPDATE|DELETE) (?:THIS|ME|CITE|DATE|NAME|AMOUNT)\b",
        "FIX",
        "CHECK",
        "CONFIRM",
        "VERIFY",
        "RE",
        "UPDATE",
        "DELETE",
    ),
    Sought(r"\blorem ipsum\b", "lorem", flags=re.I),
)
"""Such places in a writer’s own words; what is quoted is not looked at."""
