"""The web addresses that an allegation rests on, as footnotes behind it: the page, its address, the day on
which it was read, and the copy that an archive has.

An exhibit that is attached has its address in the index; one that is only cited, in a footnote behind its
first citation.
"""

from __future__ import annotations

from typing import Any, Iterator, Sequence

from drafter.complaint.passes.exhibits import address_of, place_behind
from drafter.complaint.views.matter import Matter
from drafter.document import Block, Footnote, FootnoteMark, Inlines, NumberedParagraph, Origin, Run, plain
from drafter.facts.allegations import Allegation, Exhibit
from drafter.facts.record import is_asked
from drafter.facts.values import known
from drafter.markup import unbroken

__all__ = ["with_web_addresses"]


def with_web_addresses(
    matter: Matter, body: Sequence[Block], footnotes: Sequence[Footnote]
) -> tuple[list[Block], tuple[Footnote, ...]]:
    """`body` with a mark behind each paragraph whose source stands on the web, and `footnotes` with what they
    call.
    """
    done, notes = list(body), list(footnotes)
    exhibits = {str(one.id): one for one in matter.raw.exhibits if known(one.url) and not one.attached}
    for at, block in enumerate(body):
        allegation = matter.allegations.get(getattr(block, "label", ""))
        if not isinstance(block, NumberedParagraph) or allegation is None:
            continue
        said = plain(block.content)
        for path, words in (*_sources(allegation), *_exhibits(allegation, exhibits)):
            if _address(words) not in said:
                place, own = place_behind(body, at), f"{path}^address"
                done[place] = _marked(done[place], own)
                notes.append(Footnote(own, words, origin=Origin(paths=(f"{path}.url",))))
    return done, tuple(notes)


def _address(words: Inlines) -> str:
    """The web address of a footnote."""
    return next(inline.text for inline in words if isinstance(inline, Run) and inline.path.endswith(".url"))


def _marked(block: Any, own: str) -> Any:
    return block._replace(content=(*block.content, FootnoteMark(own)))


def _sources(allegation: Allegation) -> Iterator[tuple[str, Inlines]]:
    """The path and the footnote of each source on the web."""
    path = f"allegations.{allegation.id}"
    for number, source in enumerate(_all(allegation)):
        if source is not None and known(source.url) and is_asked(source, "url"):
            own = f"{path}.{'source' if number == 0 else f'further_sources.{number}'}"
            yield own, (*_document(source, own), *address_of(source, own), Run("."))


def _all(allegation: Allegation) -> list[Any]:
    """Its sources, in their places; None where it has no first."""
    return [allegation.source, *allegation.further_sources]


def _document(source: Any, path: str) -> Inlines:
    """“Terms of Use, p. 4, ”."""
    told = [
        Run(unbroken(str(value)), 0, f"{path}.{name}")
        for name in ("document", "pin")
        if (value := known(getattr(source, name)))
    ]
    return tuple(inline for one in told for inline in (one, Run(", ")))


def _exhibits(allegation: Allegation, open_: dict[str, Exhibit]) -> Iterator[tuple[str, Inlines]]:
    """The same for each exhibit that the paragraph cites first; those told are taken out of `open_`."""
    cited = [known(one.exhibit) for one in (*filter(None, _all(allegation)), *allegation.quotes)]
    for own in map(str, (*cited, *allegation.exhibits)):
        exhibit = open_.pop(own, None)
        if exhibit is not None:
            path = f"exhibits.{own}"
            title = Run(unbroken(str(known(exhibit.title) or "")), 0, f"{path}.title")
            opening = (title, Run(", ")) if title.text else ()
            yield path, (*opening, *address_of(exhibit, path), Run("."))
