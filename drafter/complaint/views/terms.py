"""Terms that the complaint defines: which a section of their own defines, and whether it uses the Class
Period.
"""

from __future__ import annotations

import re

from drafter.complaint.views.matter_facts import MatterFacts
from drafter.facts.allegations import DefinedTerm
from drafter.facts.classes import CLASS_DEVICES
from drafter.facts.values import known

__all__ = ["apart", "speaks_of_class_period"]


def _texts(matter: MatterFacts) -> list[str]:
    told = (*matter.raw.nature, *(allegation.text for allegation in matter.allegations.values()))
    return [str(known(words) or "") for words in told]


def apart(matter: MatterFacts) -> list[DefinedTerm]:
    """The terms that no paragraph of the sheet defines where it first uses them, in quotation marks."""
    texts = _texts(matter)
    return [
        term
        for term in matter.raw.terms
        if not any(re.search(rf'["“]{re.escape(str(term.term))}["”]', text) for text in texts)
    ]


def speaks_of_class_period(matter: MatterFacts) -> bool:
    """Whether the sheet speaks of the Class Period, and does not itself define it; and the classes have
    one.
    """
    said = " ".join([*_texts(matter), *(str(known(group.wording) or "") for group in matter.raw.classes)])
    periods = {str(group.period) for group in matter.raw.classes if group.device in CLASS_DEVICES}
    defined = any(f"{mark}Class Period" in said for mark in '“"')
    return "Class Period" in said and not defined and len(periods) == 1
