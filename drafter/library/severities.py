"""How grave checks are to a firm: the file `checks.yaml` of its folder of templates."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from drafter.facts.record import NOTHING, Record, ask
from drafter.facts.values import Choice, Plain

__all__ = ["SeverityChange", "SeverityChanges"]


class SeverityChange(Record):
    """How grave a check is to this firm: an entry of `checks.yaml` in its folder of templates."""

    severity: Literal["error", "warning", "advice"] = ask("severity", default=NOTHING)
    why: Plain = ask("reason", default=NOTHING)
    courts: list[Plain] = ask(
        "courts it is for: ids, circuits (“9”, “dc”), “federal”, “state”; empty: all", default=list
    )


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
