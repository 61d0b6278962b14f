"""The authorities of the checks: the file `authorities.yaml`, drafter's own and, entry by entry, the firm's.

A check declares its authorities by their keys, and its messages name what stands in them. A firm that read
more, or that argues under another rule, puts an entry of its own in the place of drafter's and says why.
"""

from __future__ import annotations

from decimal import Decimal

from drafter.errors import TemplateError
from drafter.facts.own_causes import Status
from drafter.facts.question import NOTHING, ask
from drafter.facts.record import Record
from drafter.facts.values import Money, Plain, known
from drafter.findings import Authority

__all__ = ["AUTHORITIES", "CheckAuthorities", "CheckAuthority", "firm_in_front"]

AUTHORITIES = "authorities.yaml"
"""The file, in drafter's own folder and in a firm's."""


class CheckAuthority(Record):
    """An authority that checks declare: a citation as findings print it, and how it was read."""

    cite: Plain = ask("citation as it prints", default=NOTHING)
    status: Status = ask("how it was read", default=NOTHING)
    read: Plain | None = ask("edition or date read, or where")
    courts: list[Plain] = ask(
        "courts in which it stands behind a finding: ids, circuits (“9”, “dc”), “federal”, “state”; empty:"
        " all",
        default=list,
    )
    named: dict[str, Plain] = ask(
        "how messages name it, or parts of it, by what each part does", default=dict
    )
    exceeds: Money | None = ask("sum that the matter in controversy must exceed under it")
    why: Plain | None = ask("why a firm puts it in the place of drafter’s own")

    @property
    def least(self) -> Decimal:
        """What the matter in controversy must exceed; nothing where it says no sum."""
        sum_ = known(self.exceeds)
        return Decimal(sum_) if sum_ is not None else Decimal(0)

    @property
    def printed(self) -> Authority:
        """It, as a finding shows it."""
        return Authority(str(self.cite), self.status, str(self.read or ""))


class CheckAuthorities(Record):
    """The file `authorities.yaml`: authorities by the keys that checks declare."""

    authorities: dict[str, CheckAuthority] = ask("by key", default=dict)


def firm_in_front(
    own: dict[str, CheckAuthority], firm: dict[str, CheckAuthority]
) -> dict[str, CheckAuthority]:
    """drafter's `own` authorities with those of the `firm` in their places. Raises TemplateError where the
    firm's has a key that there is not, or no reason.
    """
    for key, entry in firm.items():
        if key not in own:
            raise TemplateError(
                f"{AUTHORITIES}: authorities.{key}: no check declares an authority of that key",
                "The keys stand in drafter's own authorities.yaml, in the folder of its templates.",
            )
        if entry.why is None:
            raise TemplateError(
                f"{AUTHORITIES}: authorities.{key}: nothing says why it takes the place of “{own[key].cite}”",
                "Write “why:” with the reason, for whoever reads the findings later.",
            )
    return own | firm
