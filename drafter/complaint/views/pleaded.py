"""How an allegation prints: as it is typed, or on belief, with its ground; on a blank where nobody knows
on what basis it is alleged.
"""

from __future__ import annotations

from drafter.complaint.views.elements import lower_first, reference
from drafter.complaint.views.proof import says_something
from drafter.complaint.views.values import Tokens, Value, as_sentence, value_of
from drafter.document import Blank, Inlines, Run
from drafter.facts.allegations import Allegation
from drafter.facts.sources import on_belief
from drafter.facts.values import Prose, Unknown, known
from drafter.markup import printed_prose
from drafter.tree.unknown import notes_of

__all__ = ["pleaded_text"]


def pleaded_text(tokens: Tokens, allegation: Allegation) -> Value:
    """The allegation as it prints: on belief, it says so, and on what ground; a blank before it where it is
    not known on what basis it is alleged.
    """
    path = f"allegations.{allegation.id}.text"
    text = known(allegation.text)
    if text is not None and "[[" not in text and not says_something(text):
        return value_of(tokens, Unknown(""), path, "what happened")
    asked = notes_of(allegation).get("basis")
    if text is None or not (asked or on_belief(allegation.basis)):
        return value_of(tokens, allegation.text, path, "what happened")
    parsed = printed_prose(text, path)
    if asked:
        blank = Blank(asked[0] or "on what basis it is alleged", f"allegations.{allegation.id}.basis")
        return Value(
            tokens,
            text,
            path,
            parsed._replace(content=(blank, Run(", "), *lower_first(parsed.content))),
        )
    opening = "" if "information and belief" in text.lower() else "On information and belief, "
    content = ((Run(opening), *lower_first(parsed.content)) if opening else parsed.content) + _belief(
        allegation
    )
    return Value(tokens, text, path, parsed._replace(content=content))


def _belief(allegation: Allegation) -> Inlines:
    rests = [
        own for source in (allegation.source, *allegation.further_sources) if source for own in source.from_
    ]
    because = known(allegation.basis.because) if allegation.basis else None
    path = f"allegations.{allegation.id}.basis.because"
    if not rests and not because:
        return (Run(" "), Blank("ground of the belief", path))
    if not rests:
        return (Run(" "), *as_sentence(printed_prose(because or Prose(), path).content))
    reason = (Run("; "), *printed_prose(because, path).content) if because else ()
    ending = () if because and because.endswith(".") else (Run("."),)
    return (Run(" That belief rests on the facts alleged in "), reference(rests), *reason, *ending)
