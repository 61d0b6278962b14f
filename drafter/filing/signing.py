"""A conformed signature: of a lawyer who signs, bound to the very words that were signed, and gone with any
change of them. It is made by `drafter sign` at a terminal alone, and kept beside the sheet.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Iterator, NamedTuple, cast

from drafter.complaint import Draft
from drafter.complaint.snapshot import finished
from drafter.document import Block, Lead, Run, SignatureBlock, SignatureLine, plain
from drafter.facts.dates import event_date
from drafter.facts.values import known
from drafter.library import Library
from drafter.library.signing_records import SigningRule
from drafter.matter_files.private_disk import put_in_place, sha256
from drafter.matter_files.sidecar import TEXT, MalformedRecord, list_shape, read_record, record_shape
from drafter.printing import WORD

__all__ = [
    "Signature",
    "as_filed",
    "rules_of",
    "signature_of",
    "signatures_path",
    "signed",
    "signed_words",
    "signers",
    "write_signature",
]


class Signature(NamedTuple):
    """A signature: whose, for which court, on which day, of words with which hash, and who else concurs."""

    lawyer: str
    court: str
    day: str
    sha256: str
    concur: tuple[str, ...] = ()


_SHAPE = list_shape(
    record_shape({"lawyer": TEXT, "court": TEXT, "day": TEXT, "sha256": TEXT, "concur": list_shape(TEXT)})
)


def signatures_path(sheet: str) -> Path:
    """The record of the signatures, beside the sheet."""
    path = Path(sheet)
    return path.with_name(f".{path.name}.signed.json")


def rules_of(library: Library, draft: Draft) -> list[SigningRule]:
    """The rules on signatures of the draft’s court, its own before that of its system."""
    profile = draft.matter.profile
    rules = [cast(SigningRule, library.record("signing", own)) for own in library.ids("signing", ".yaml")]
    own = [rule for rule in rules if profile.id in map(str, rule.courts)]
    return own + [rule for rule in rules if rule.system == profile.system]


def signers(draft: Draft) -> list[str]:
    """The lawyers of counsel who sign, by name, in the order of the sheet."""
    named = [known(one.name) for firm in draft.matter.raw.counsel for one in firm.lawyers if one.signs]
    return [str(name) for name in named if name]


def signed_words(draft: Draft) -> str:
    """The hash of the complaint as it is filed, without a signature: what a signature is bound to."""
    return sha256(WORD(finished(draft)))


def signature_of(draft: Draft, sheet: str) -> tuple[Signature | None, str]:
    """The signature that stands under the draft, if there is one; and whose lapsed with a change of words.
    A record that cannot be read has none.
    """
    try:
        held = read_record(signatures_path(sheet), _SHAPE) or []
    except MalformedRecord:
        held = []
    court = str(draft.matter.profile.id)
    last = next((one for one in reversed(held) if one["court"] == court), None)
    if last is None:
        return None, ""
    found = Signature(last["lawyer"], court, last["day"], last["sha256"], tuple(last["concur"]))
    return (found, "") if found.sha256 == signed_words(draft) else (None, found.lawyer)


def as_filed(draft: Draft, sheet: str) -> tuple[Draft, str]:
    """The draft as it is filed, signed where a signature stands under its very words; and whose lapsed."""
    signature, lapsed = signature_of(draft, sheet)
    if signature is None:
        return finished(draft), lapsed
    return signed(draft, signature, rules_of(draft.matter.library, draft)), ""


def write_signature(sheet: str, signature: Signature) -> None:
    """Keep a signature beside the sheet. Raises MalformedRecord, OutputError."""
    held = read_record(signatures_path(sheet), _SHAPE) or []
    held.append({**signature._asdict(), "concur": list(signature.concur)})
    put_in_place(signatures_path(sheet), (json.dumps(held, indent=1, ensure_ascii=False) + "\n").encode())


def signed(draft: Draft, signature: Signature, rules: list[SigningRule]) -> Draft:
    """The draft as it is filed, with the signature on its line, its day, and what is attested where several
    sign.
    """
    made = finished(draft)
    names = (signature.lawyer, *signature.concur)
    body: list[Block] = [
        SignatureBlock(tuple(_lines(block, names, signature.day)), block.origin)
        if isinstance(block, SignatureBlock)
        else block
        for block in made.document.body
    ]
    words = next((str(rule.attestation) for rule in rules if rule.attestation), "")
    if signature.concur and words:
        body.append(Lead((Run(f"I, {signature.lawyer}, attest: {words}"),)))
    return made._replace(document=made.document._replace(body=tuple(body)))


def _lines(block: SignatureBlock, names: tuple[str, ...], day: str) -> Iterator[SignatureLine]:
    lines = block.lines
    for at, line in enumerate(lines):
        behind = plain(lines[at + 1].content) if at + 1 < len(lines) else ""
        name = next((own for own in names if behind.startswith(own)), "")
        if line.kind == "rule" and name:
            yield line._replace(content=(Run(f"/s/ {name}"),))
        elif line.kind == "dated" and "____" in plain(line.content):
            yield line._replace(content=(Run(f"Dated: {event_date(day)}"),))
        else:
            yield line
