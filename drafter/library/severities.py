"""How grave checks are: in the courts of a circuit (`circuits.yaml`), and to a firm (`checks.yaml` of its
folder of templates).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Choice, Count, Plain, YesNo

__all__ = ["Circuit", "Circuits", "Grade", "LimitChange", "SeverityChange", "SeverityChanges"]

Grade = Literal["error", "warning", "advice", "silent"]


class SeverityChange(Record):
    """How grave a check is to this firm: an entry of `checks.yaml` in its folder of templates."""

    severity: Literal["error", "warning", "advice"] = ask("severity", default=NOTHING)
    why: Plain = ask("reason", default=NOTHING)
    courts: list[Plain] = ask(
        "courts it is for: ids, circuits (“9”, “dc”), “federal”, “state”; empty: all", default=list
    )


class LimitChange(Record):
    """A number that this firm sets for a check: an entry of `limits` in `checks.yaml`."""

    stale_after: Count | None = ask("days after which a look-up counts no more")
    most_pages: Count | None = ask("pages that a draft may have")
    why: Plain = ask("reason", default=NOTHING)
    courts: list[Plain] = ask("courts it is for, named as for a severity; empty: all", default=list)


def _several(value: Any) -> str:
    return "<several>" if isinstance(value, list) else "<one>"


class SeverityChanges(Record):
    """The file `checks.yaml` of a firm's folder: severities by the ids of the checks, one or several of each.
    A check cannot be taken away.
    """

    severities: dict[
        str,
        Annotated[
            Union[SeverityChange, list[SeverityChange]],
            Choice(_several, one=SeverityChange, several=list[SeverityChange]),
        ],
    ] = ask("by id", default=dict)
    limits: dict[
        str,
        Annotated[
            Union[LimitChange, list[LimitChange]],
            Choice(_several, one=LimitChange, several=list[LimitChange]),
        ],
    ] = ask("how stale, how many pages: by id", default=dict)


class Circuit(Record):
    """A circuit: what its decisions make of checks and of fictitious defendants."""

    does_described: YesNo = ask(
        "fictitious defendants may be sued there under a description so specific that it names them",
        default=False,
    )
    severities: dict[str, Grade] = ask("how grave checks are there, by id", default=dict)


class Circuits(Record):
    """The file `circuits.yaml`: circuits by their numbers."""

    circuits: dict[str, Circuit] = ask("by number, or dc", default=dict)
