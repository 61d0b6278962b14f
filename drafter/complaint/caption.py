"""The first page, from the sheet and the court's profile: counsel block, caption, signature blocks."""

from __future__ import annotations

from typing import Any

from drafter.complaint.views.matter import Matter
from drafter.complaint.views.values import View, listed, value_of
from drafter.document import (
    Blank,
    Caption,
    CaptionLine,
    CounselBlock,
    Inlines,
    Run,
    SignatureBlock,
    SignatureLine,
    plain,
)
from drafter.facts.counsel import Counsel
from drafter.facts.values import known

__all__ = ["caption", "counsel_block", "document_title", "firm_lines", "footer_title", "signature_blocks"]

PHRASE = "individually and on behalf of all others similarly situated"


def _words(text: str) -> Inlines:
    return (Run(text),)


def document_title(matter: Matter) -> str:
    """CLASS ACTION COMPLAINT, FIRST AMENDED CLASS ACTION COMPLAINT, COMPLAINT …"""
    posture = matter.raw.posture
    kind = posture.kind if posture else "original"
    which = str(known(posture.which) or "") if posture else ""
    kinds = [
        (matter.classes, "CLASS"),
        (matter.collectives, "COLLECTIVE"),
        (matter.aggrieved, "REPRESENTATIVE"),
    ]
    brought = listed([word for groups, word in kinds if groups], "AND")
    noun = f"{brought} ACTION COMPLAINT" if brought else "COMPLAINT"
    before = {
        "original": "",
        "amended": f"{which or 'First'} Amended ",
        "consolidated": f"{which} Consolidated ".lstrip(),
        "short-form": "Short-Form ",
    }[kind]
    return f"{before}{noun}".upper().strip()


def short_title(matter: Matter) -> str:
    """The pleading and its parties as the caption has them, for the properties of a file that the public
    gets: never the firm's own name of the
    matter.
    """
    sides = [_first(matter.plaintiffs), _first(matter.defendants)]
    parties = " v. ".join(side for side in sides if side)
    return f"{document_title(matter).title()}: {parties}" if all(sides) else document_title(matter).title()


def _first(parties: Any) -> str:
    """The first party and “et al.”; nothing where it has no name yet."""
    content = next((party.name.passage.content for party in parties), ())
    if not content or any(isinstance(inline, Blank) for inline in content):
        return ""
    return plain(content) + (" et al." if len(parties) > 1 else "")


# --- counsel
# ------------------------------------------------------------------------------------------------------------


def counsel_block(matter: Matter) -> CounselBlock:
    """Names, bar numbers, firm, address, telephone, e-mail, and the party represented, firm by firm."""
    lines: list[Inlines] = []
    for firm in matter.raw.counsel:
        if lines:
            lines.append(())
        lines += _firm_lines(matter, firm)
    if not matter.raw.counsel:
        lines.append((Blank("counsel", "counsel"),))
    lines += [(), (Run("Attorneys for "), Run(_represented(matter)))]
    return CounselBlock(tuple(lines))


def _represented(matter: Matter) -> str:
    plaintiffs = "Plaintiff" if matter.plaintiffs.one else "Plaintiffs"
    named = [("Class", matter.classes), ("Collective", matter.collectives)]
    proposed = [
        word if len(groups) == 1 else f"{word}es" if word == "Class" else f"{word}s"
        for word, groups in named
        if groups
    ]
    return f"{plaintiffs} and the Proposed {listed(proposed)}" if proposed else plaintiffs


def _firm_lines(matter: Matter, firm: Counsel) -> list[Inlines]:
    view = View(matter.tokens, firm, f"counsel.{firm.id}")
    lines: list[Inlines] = [_lawyer_line(lawyer) for lawyer in view.lawyers] or [
        (Blank("lawyer’s name and bar number", f"{view._path}.lawyers"),)
    ]
    lines += [lawyer.email.passage.content for lawyer in view.lawyers]
    lines.append(view.firm.passage.content)
    lines += _address(matter, firm)
    return [*lines, *_numbers(view)]


def _numbers(view: Any) -> list[Inlines]:
    """A firm's telephone, and its fax where it has one."""
    fax = [(Run("Facsimile: "), *view.fax.passage.content)] if view.fax else []
    return [(Run("Telephone: "), *view.telephone.passage.content), *fax]


def _lawyer_line(lawyer: Any) -> Inlines:
    standing = lawyer.admission.status if isinstance(lawyer.admission, View) else ""
    note = {
        "pro-hac-vice-forthcoming": " (*pro hac vice* forthcoming)",
        "pro-hac-vice-granted": " (admitted *pro hac vice*)",
    }.get(standing, "")
    italic = tuple(Run(part, index % 2) for index, part in enumerate(note.split("*")) if part)
    return (*lawyer.name.passage.content, Run(" ("), *lawyer.bar_number.passage.content, Run(")"), *italic)


def _address(matter: Matter, firm: Counsel) -> list[Inlines]:
    if firm.address is None:
        return [(Blank("street address, city, State and ZIP code", f"counsel.{firm.id}.address"),)]
    return list(_address_lines(View(matter.tokens, firm.address, f"counsel.{firm.id}.address")))


def _address_lines(view: Any) -> tuple[Inlines, Inlines]:
    suite = (Run(", "), *view.suite.passage.content) if view.suite.is_known else ()
    city = (*view.city.passage.content, Run(", "), *_state(view), Run(" "), *view.zip.passage.content)
    return (*view.street.passage.content, *suite), city


def _state(view: Any) -> Inlines:
    state = view.state
    return (Run(state),) if isinstance(state, str) else tuple(state.passage.content)


def firm_lines(matter: Matter) -> tuple[str, ...]:
    """Name, address and telephone of the first firm, for the foot of each page where the court wants them
    there.
    """
    for firm in matter.raw.counsel[:1]:
        view = View(matter.tokens, firm, f"counsel.{firm.id}")
        lines = [
            view.firm.passage.content,
            *_address(matter, firm),
            (Run("Telephone: "), *view.telephone.passage.content),
        ]
        return tuple(plain(line) for line in lines)
    return ()


# --- caption
# ------------------------------------------------------------------------------------------------------------


def caption(matter: Matter) -> Caption:
    """The court's title, every party by name (Fed. R. Civ. P. 10(a)), and on the right number, title, legends
    and claims.
    """
    return Caption(_court_lines(matter), tuple(_left(matter)), tuple(_right(matter)))


def _court_lines(matter: Matter) -> tuple[Inlines, ...]:
    lines: list[Inlines] = [_with_county(matter, str(line)) for line in matter.profile.caption_lines]
    if matter.profile.division_line:
        found = matter.division["found"]
        lines.append(
            _words(str(found.line or f"{found.name.upper()} DIVISION")) if found else _open_division(matter)
        )
    return tuple(lines)


def _with_county(matter: Matter, line: str) -> Inlines:
    """A line of the court's title, with the county of the sheet where the court sits by counties."""
    before, mark, after = line.partition("{COUNTY}")
    if not mark:
        return _words(line)
    county = known(matter.raw.court.county) if matter.raw.court else None
    there = Run(str(county).upper()) if county else Blank("county", "court.county")
    return tuple(
        part for part in (Run(before), there, Run(after)) if not (isinstance(part, Run) and not part.text)
    )


def _open_division(matter: Matter) -> Inlines:
    """The line of a division that nobody named: a blank with the words that all of the court's divisions
    share, “AT …”, “… DIVISION”, “… VICINAGE”.
    """
    lines = [str(division.line).upper().split() for division in matter.profile.divisions if division.line]
    before, after = _shared(lines), _shared([line[::-1] for line in lines])[::-1]
    start, end = (f"{' '.join(before)} " if before else "", f" {' '.join(after)}" if after else "")
    return tuple(
        part
        for part in (Run(start), Blank("division", "court.county"), Run(end))
        if not isinstance(part, Run) or part.text
    )


def _shared(lines: list[list[str]]) -> list[str]:
    """The first words that all lines have in common, short of a whole line."""
    shared: list[str] = []
    for words in zip(*(line[:-1] for line in lines), strict=False):
        if len(lines) < 2 or len(set(words)) > 1:
            break
        shared.append(words[0])
    return shared


def _left(matter: Matter) -> list[CaptionLine]:
    lines = _party_lines(matter, matter.plaintiffs)
    style = matter.raw.style
    phrase = known(style.representative_phrase) if style else None
    if matter.raw.classes:
        lines.append(CaptionLine(_words(f"{phrase or PHRASE},"), "phrase"))
    lines.append(CaptionLine(_words("Plaintiff," if matter.plaintiffs.one else "Plaintiffs,"), "role"))
    connector = known(style.connector) if style else None
    lines.append(CaptionLine(_words(str(connector or matter.profile.connector)), "connector"))
    lines += _party_lines(matter, matter.defendants)
    lines.append(CaptionLine(_words("Defendant." if matter.defendants.one else "Defendants."), "role"))
    return lines


def _party_lines(matter: Matter, parties: Any) -> list[CaptionLine]:
    lines = []
    several = len(parties) > 2 or (len(parties) > 1 and matter.profile.party_separator == "semicolon")
    addressed = matter.profile.party_addresses == "caption"
    for position, party in enumerate(parties):
        last = position == len(parties) - 1
        joint = " and" if position == len(parties) - 2 else ""
        ending = Run(f"{',' if last else ';' if several else ''}{joint}")
        written = party.name if matter.profile.party_names == "as-written" else party.name.as_upper()
        name = (*written.passage.content, *_descriptor(party))
        if addressed and party.kind != "does":
            street, city = _party_address(matter, party)
            lines += [
                CaptionLine((*name, Run(",")), "name"),
                CaptionLine(street, "address"),
                CaptionLine((*city, ending), "address"),
            ]
        else:
            lines.append(CaptionLine((*name, ending), "name"))
    return lines


def _party_address(matter: Matter, party: Any) -> tuple[Inlines, Inlines]:
    """The two lines of a party's address; one blank where it is not known."""
    record, path = party._record.__dict__.get("address"), f"{party._path}.address"
    if record is None:
        return (Blank("street address", path),), (Blank("city, State and ZIP code", path),)
    return _address_lines(View(matter.tokens, record, path))


def _descriptor(party: Any) -> Inlines:
    """What follows a name in the caption: d/b/a, f/k/a, capacity, who sues for a minor, how many Does."""
    record = party._record.__dict__
    content: Inlines = ()
    for field, sign in (("doing_business_as", "d/b/a"), ("formerly", "f/k/a")):
        for name in getattr(party, field) if field in record else ():
            content = (*content, Run(f", {sign} "), *name.passage.content)
    if record.get("capacity"):
        his = "his or her" if not record.get("pronouns") else party._pronoun(2)
        content = (
            *content,
            Run(
                f", in {his} {' and '.join(record['capacity'])}"
                f" capacit{'ies' if len(record['capacity']) > 1 else 'y'}"
            ),
        )
    guardian = record.get("guardian")
    if guardian is not None:
        capacity = guardian.capacity.replace("-", " ")
        name = value_of(
            party._tokens,
            guardian.name,
            f"{party._path}.guardian.name",
            "name of the guardian or next friend",
        )
        content = (
            *content,
            Run(f", by and through {party._pronoun(2) or 'the'} {capacity}, "),
            *name.passage.content,
        )
    return content


def _right(matter: Matter) -> list[CaptionLine]:
    posture = matter.raw.posture
    number = value_of(
        matter.tokens, posture.case_number if posture else None, "posture.case_number", "to be assigned"
    )
    lines = [CaptionLine((Run(f"{matter.profile.number_label} "), *number.passage.content), "number")]
    if posture and known(posture.mdl_legend):
        lines.append(CaptionLine(_words(str(posture.mdl_legend)), "info"))
    if posture and posture.mdl_legend is not None and known(posture.relates_to):
        lines.append(
            CaptionLine(
                (
                    Run("This document relates to: "),
                    *View(matter.tokens, posture, "posture").relates_to.passage.content,
                ),
                "info",
            )
        )
    named, legend = _title_and_legend(matter)
    title = CaptionLine(_words(named), "title")
    legends = [CaptionLine(_words(str(legend)), "legend")] if legend and matter.classes else []
    lines += [*legends, title] if matter.profile.class_legend_place == "before-title" else [title, *legends]
    lines += _claims(matter)
    if _jury(matter) and matter.profile.jury_legend:
        lines.append(CaptionLine(_words(str(matter.profile.jury_legend)), "jury"))
    return lines


def _title_and_legend(matter: Matter) -> tuple[str, Any]:
    """The title as the caption has it, and the class legend where it stands apart from it: its words stand
    once, where the court's rule puts them.
    """
    given = known(matter.raw.style.class_legend) if matter.raw.style else None
    legend, named = given or matter.profile.class_legend, document_title(matter)
    if (
        matter.profile.class_legend_place == "in-title"
        and legend
        and not (matter.collectives or matter.aggrieved)
    ):
        return named.replace("CLASS ACTION COMPLAINT", str(legend).upper()), None
    said = f"{str(legend).upper()} " if legend and matter.classes else ""
    return (named.replace(said, "", 1) if said else named), legend


def _claims(matter: Matter) -> list[CaptionLine]:
    if not matter.profile.caption_claims:
        return []
    listed = [CaptionLine((*_title(claim), Run(_law(claim))), "claim") for claim in matter.claims]
    return [CaptionLine(_words("For:"), "claims"), *listed]


def _law(claim: Any) -> str:
    """“, 18 U.S.C. § 1030”; “ (Under California Law)” for a claim that no section gives, where it is said."""
    if claim.is_common_law:
        return f" ({claim.under})" if claim.under else ""
    return f", {claim.under}".replace("§ ", "§\u00a0") if claim.under else ""


def _title(claim: Any) -> Inlines:
    given = known(claim._record.__dict__["title"])
    return _words(str(given or claim.causes[0].title))


def _jury(matter: Matter) -> bool:
    demand = matter.raw.jury_demand
    return bool(demand if isinstance(demand, bool) else demand.demanded if demand else False)


# --- signature
# ------------------------------------------------------------------------------------------------------------


def signature_blocks(matter: Matter) -> list[SignatureBlock]:
    """A block for each firm, its date and its line left to be signed (Fed. R. Civ. P. 11(a))."""
    blocks = []
    for position, firm in enumerate(matter.raw.counsel):
        lines = []
        if position == 0:
            dated = known(matter.raw.dated)
            lines.append(
                SignatureLine(_words(f"Dated: {dated}" if dated else "Dated: ____________________"), "dated")
            )
            lines.append(SignatureLine(_words("Respectfully submitted,"), "respectfully"))
        blocks.append(SignatureBlock((*lines, *_signature_lines(matter, firm))))
    return blocks


def _signature_lines(matter: Matter, firm: Counsel) -> list[SignatureLine]:
    view = View(matter.tokens, firm, f"counsel.{firm.id}")
    lines = [SignatureLine(view.firm.as_upper().passage.content, "firm")]
    signers = [lawyer for lawyer in view.lawyers if lawyer.signs] or list(view.lawyers[:1])
    for lawyer in signers:
        lines += [SignatureLine((), "rule"), SignatureLine(_lawyer_line(lawyer), "name")]
        lines.append(SignatureLine(lawyer.email.passage.content, "detail"))
    if not signers:
        lines += [
            SignatureLine((), "rule"),
            SignatureLine((Blank("lawyer’s name and bar number", f"counsel.{firm.id}.lawyers"),), "name"),
        ]
    lines += [SignatureLine(line, "detail") for line in _address(matter, firm)]
    lines += [SignatureLine(line, "detail") for line in _numbers(view)]
    return [*lines, SignatureLine(_words(f"Attorneys for {_represented(matter)}"), "role")]


def footer_title(matter: Matter) -> str:
    """The title of the paper for the foot of each page, with the words of a class legend that stand apart
    from it in the caption.
    """
    return (
        _title_and_legend(matter)[0]
        if matter.profile.class_legend_place == "in-title"
        else document_title(matter)
    )
