"""Exhibits as the draft cites them: a letter in the order of first citation (or the label given), and the
citation behind what rests on it.

An exhibit that is attached, or has a label, is cited by it: “(Ex. A at 4.)”. One that is only cited is named
by its title and date. A paragraph whose own words name the exhibit already is left as it is. Fed. R. Civ. P.
10(c): what is attached becomes part of the pleading.
"""

from __future__ import annotations

import re
from itertools import count
from typing import Any, Iterator, NamedTuple, Sequence

from drafter.complaint.views.matter import Matter
from drafter.complaint.views.values import value_of
from drafter.document import (
    Blank,
    Block,
    BlockQuote,
    Bullet,
    Continuation,
    Heading,
    Inlines,
    NumberedParagraph,
    Run,
    SubParagraph,
    Table,
    plain,
)
from drafter.facts.allegations import Allegation, Exhibit
from drafter.facts.record import is_asked
from drafter.facts.values import Unknown, known
from drafter.markup import unbroken
from drafter.wording import letters

__all__ = ["Cite", "address_of", "cites", "place_behind", "with_exhibits"]

_PAGE = re.compile(r"(?:pp?\.?|pages?)\s+(?=\d)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?)\b|\S+(?:[’']s|s[’'])\s", re.IGNORECASE)
"""How a title begins that takes no article before it: with one of its own, or with whose it is."""
_FURTHER = (Continuation, BlockQuote, Bullet, SubParagraph)


class Cite(NamedTuple):
    """A citation of the sheet: the exhibit's id, or Unknown; the pin cite as the sheet has it; the field it
    stands in; whether emphasis was added.
    """

    exhibit: Any
    pin: Any = None
    path: str = ""
    emphasized: bool = False


def with_exhibits(matter: Matter, body: Sequence[Block]) -> list[Block]:
    """`body` with the citations behind its paragraphs; what each exhibit is called is kept in
    `matter.exhibits_cited`, in their order.
    """
    wanted = cites(matter)
    names = _Names(matter)
    done = list(body)
    for at, block in enumerate(body):
        if isinstance(block, NumberedParagraph) and (own := wanted.get(block.label)):
            place = place_behind(body, at)
            words = plain(block.content)
            if said := names.said(own, words):
                done[place] = _behind(done[place], said)
            if not isinstance(done[place], BlockQuote):
                for sentence in names.attached(own, words):
                    done[place] = _behind(done[place], sentence)
    names.take_up(" ".join(plain(getattr(block, "content", ())) for block in body))
    matter.exhibits_cited = names.called
    return [*done, *_index(names)]


def _index(names: _Names) -> list[Block]:
    """The index behind the signature: every exhibit that is attached and has a letter or number, in that
    order.
    """
    listed = [
        (name, names.exhibits[own])
        for own, name in names.called.items()
        if name and names.exhibits[own].attached
    ]
    if not listed:
        return []
    head = ((Run("Exhibit"),), (Run("Document"),))
    rows = [
        ((Run(name, 0, f"exhibits.{exhibit.id}.label"),), names.indexed(exhibit))
        for name, exhibit in sorted(listed, key=lambda one: _in_order(one[0]))
    ]
    return [Heading(1, (Run("INDEX OF EXHIBITS"),), "exhibits"), Table((head, *rows))]


def _in_order(name: str) -> tuple[int, int, str]:
    """Numbers by their size, then letters: 2 before 10, B before AA."""
    return (0, int(name), "") if name.isdigit() else (1, len(name), name)


def place_behind(body: Sequence[Block], at: int) -> int:
    """Where the citation behind the paragraph at `at` stands: at the end of what it quotes or goes on to say,
    else at its own.
    """
    last = at
    while last + 1 < len(body) and isinstance(body[last + 1], _FURTHER):
        last += 1
    opens = plain(getattr(body[at], "content", ())).rstrip().endswith(":")
    return last if opens or isinstance(body[last], (Continuation, BlockQuote)) else at


def _behind(block: Any, said: Inlines) -> Any:
    return block._replace(content=(*block.content, Run(" "), *said))


# --- what is cited where
# ------------------------------------------------------------------------------------------------------------


def cites(matter: Matter) -> dict[str, list[Cite]]:
    """What each paragraph cites, by its label: allegations, statements, notices, agreements and their
    terms.
    """
    found = {own: list(_of_allegation(allegation)) for own, allegation in matter.allegations.items()}
    sheet = matter.raw
    found |= {
        f"{kind}.{one.id}": [Cite(one.exhibit, None, f"{kind}s.{one.id}.exhibit")]
        for kind, some in (("statement", sheet.statements), ("notice", sheet.notices))
        for one in some
    }
    for agreement in sheet.agreements:
        path = f"agreements.{agreement.id}"
        versions = {
            version.id: Cite(version.exhibit, None, f"{path}.versions.{version.id}.exhibit")
            for version in agreement.versions
        }
        own = Cite(agreement.exhibit, None, f"{path}.exhibit")
        found[f"concerns.{agreement.id}"] = [own, *versions.values()]
        for term in agreement.terms:
            cite = versions.get(str(known(term.version)), own)
            found[f"term.{term.id}"] = (
                [(cite if known(cite.exhibit) else own)._replace(pin=term.pin)] if known(term.pin) else []
            )
    return {
        label: there for label, some in found.items() if (there := [cite for cite in some if _prints(cite)])
    }


def _prints(cite: Cite) -> bool:
    return bool(known(cite.exhibit)) or isinstance(cite.exhibit, Unknown) or cite.emphasized


def _of_allegation(allegation: Allegation) -> Iterator[Cite]:
    path = f"allegations.{allegation.id}"
    for number, source in enumerate([allegation.source, *allegation.further_sources]):
        if source is not None and is_asked(source, "exhibit"):
            yield Cite(
                source.exhibit,
                source.pin,
                f"{path}.{'source' if number == 0 else f'further_sources.{number}'}.exhibit",
            )
    for number, quotation in enumerate(allegation.quotes, 1):
        yield Cite(
            quotation.exhibit, quotation.pin, f"{path}.quotes.{number}.exhibit", quotation.emphasis == "added"
        )
    for own in allegation.exhibits:
        yield Cite(own, None, f"{path}.exhibits")


# --- how it reads
# ------------------------------------------------------------------------------------------------------------


class _Names:
    """What exhibits are called: as given, else by the letters that no label has taken, in the order in which
    they are asked for.
    """

    def __init__(self, matter: Matter) -> None:
        self.matter = matter
        self.exhibits: dict[str, Exhibit] = {str(exhibit.id): exhibit for exhibit in matter.raw.exhibits}
        taken = {str(known(exhibit.label)) for exhibit in matter.raw.exhibits}
        self.free = (letter for number in count(1) if (letter := letters(number)) not in taken)
        self.called: dict[str, str] = {}
        self.shown: set[str] = set()

    def said(self, some: list[Cite], text: str) -> Inlines:
        """“(Ex. A at 4; Ex. B ¶ 3.)”; nothing where `text` names them all itself."""
        told: list[Inlines] = []
        pinned = {cite.exhibit for cite in some if cite.pin is not None}
        seen: set[tuple[Any, str]] = set()
        for cite in some:
            key = (cite.exhibit, str(cite.pin))
            if key in seen or (cite.pin is None and cite.exhibit in pinned):
                continue
            seen.add(key)
            if parts := self.one(cite, text):
                told.append(parts)
        if not told:
            return (Run("(Emphasis added.)"),) if any(cite.emphasized for cite in some) else ()
        joined = [
            inline
            for position, parts in enumerate(told)
            for inline in (*((Run("; "),) if position else ()), *parts)
        ]
        added = (Run(" (emphasis added)"),) if any(cite.emphasized for cite in some) else ()
        return (Run("("), *joined, *added, Run(".)"))

    def one(self, cite: Cite, text: str) -> Inlines:
        if isinstance(cite.exhibit, Unknown):
            return (Run("Ex.\u00a0"), Blank(cite.exhibit.note or "which exhibit", cite.path))
        if known(cite.exhibit) is None:
            return ()
        exhibit = self.exhibits[str(cite.exhibit)]
        name = self.name(exhibit)
        if name and _names_it(name, text):
            return ()
        return (
            *((Run(f"Ex.\u00a0{name}", 0, cite.path),) if name else self.titled(exhibit)),
            *_pin(cite, bool(name)),
        )

    def attached(self, some: list[Cite], text: str) -> Iterator[Inlines]:
        """“A true copy of the Plus Terms is attached as Exhibit A.”, at the first cite of each exhibit that
        is attached; what the paragraph names itself is introduced there.
        """
        for own in dict.fromkeys(str(cite.exhibit) for cite in some if known(cite.exhibit)):
            exhibit = self.exhibits[own]
            name = self.name(exhibit)
            if own in self.shown or not exhibit.attached:
                continue
            self.shown.add(own)
            if not _names_it(name, text):
                path = f"exhibits.{own}"
                title = self.title(exhibit)
                article = "" if _ARTICLE.match(plain(title)) else "the "
                yield (
                    Run(f"A true copy of {article}"),
                    *title,
                    Run(f" is attached as Exhibit\u00a0{name}.", 0, f"{path}.attached"),
                )

    def title(self, exhibit: Exhibit) -> Inlines:
        path = f"exhibits.{exhibit.id}.title"
        return value_of(self.matter.tokens, exhibit.title, path, "title of the document").passage.content

    def name(self, exhibit: Exhibit) -> str:
        """Its label or letter; "" for one that is only cited, and named by its title."""
        own, given = str(exhibit.id), known(exhibit.label)
        if own not in self.called:
            self.called[own] = str(given) if given else next(self.free) if exhibit.attached else ""
        return self.called[own]

    def take_up(self, text: str) -> None:
        """Call by their labels the exhibits that are attached and that only the words of `text` name."""
        for exhibit in self.exhibits.values():
            label = known(exhibit.label)
            if exhibit.attached and label and _names_it(str(label), text):
                self.name(exhibit)

    def indexed(self, exhibit: Exhibit) -> Inlines:
        """“Plus Terms, by Larkspur, Inc., March 1, 2022 (in German) (filed under seal)”."""
        path = f"exhibits.{exhibit.id}"
        author, date, language = known(exhibit.author), known(exhibit.date), known(exhibit.language)
        return (
            *self.title(exhibit),
            *((Run(f", by {author}", 0, f"{path}.author"),) if author else ()),
            *((Run(f", {date}", 0, f"{path}.date"),) if date else ()),
            *((Run(f" (in {language})", 0, f"{path}.language"),) if language else ()),
            *((Run(" (filed under seal)", 0, f"{path}.sealed"),) if exhibit.sealed else ()),
            *((Run(", "), *address_of(exhibit, path)) if known(exhibit.url) else ()),
        )

    def titled(self, exhibit: Exhibit) -> Inlines:
        path = f"exhibits.{exhibit.id}"
        title = self.title(exhibit)
        date = known(exhibit.date)
        return (*title, Run(f", {date}", 0, f"{path}.date")) if date else title


def _names_it(name: str, text: str) -> bool:
    """Whether `text` itself names the exhibit called `name`: “Exhibit A”, “Exs. A and B”."""
    return bool(re.search(rf"\bEx(?:s?\.|hibits?)\s+(?:[\w-]+(?:,| and|,? &)\s+)*{re.escape(name)}\b", text))


def _pin(cite: Cite, lettered: bool) -> Inlines:
    """“ at 4”, “ ¶ 3”, “, last page”; a blank for one that is asked and not known."""
    path = f"{cite.path.rpartition('.')[0]}.pin"
    if isinstance(cite.pin, Unknown):
        return (Run(" at "), Blank(cite.pin.note or "pin cite", path))
    pin = known(cite.pin)
    if pin is None:
        return ()
    words = unbroken(_PAGE.sub("", str(pin), count=1))
    link = " at " if words[:1].isdigit() else " " if words[:1] in "§¶" else ", "
    return (
        Run(f"{'' if lettered else ','}{link}" if link != ", " else link),
        Run(words, 0, path),
    )


def address_of(page: Any, path: str) -> Inlines:
    """“https://a.example/b (last visited May 2, 2026), archived at https://archive.example/1”."""
    visited, archived = known(page.visited), known(page.archived)
    return (
        Run(str(known(page.url)), 0, f"{path}.url"),
        *((Run(f" (last visited {visited})", 0, f"{path}.visited"),) if visited else ()),
        *((Run(f", archived at {archived}", 0, f"{path}.archived"),) if archived else ()),
    )
