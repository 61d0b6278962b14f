"""Matters made from others: what was left over, what changed in the files a sheet includes, and the same case
brought twice.
"""

from __future__ import annotations

from drafter.checks.engine.registry import Found, Hit, check
from drafter.checks.lookups import listed
from drafter.complaint import Draft
from drafter.findings import Severity

SHOWN = 6


@check("DOC-012", "Name of another matter left over", Severity.WARNING)
def leftovers(draft: Draft) -> Found:
    """The sheet was begun from another matter, and a name or number of that matter (its clients, what they
    bought, its defendants, docket number or judge) stands in it.
    """
    for path, name, matter in draft.related.leftovers:
        yield (
            f"“{name}” belongs to {matter}, from which this sheet was begun.",
            path,
            "Put this matter’s own in its place, or accept the finding.",
            "",
        )


@check("DOC-013", "Included file changed since the last draft", Severity.WARNING)
def included_changed(draft: Draft) -> Found:
    """A profile or module that the sheet includes is not as it was when the last draft was made: what was
    read then may not be what would be filed now.
    """
    for file, number, day, fields in draft.related.changed:
        where = (
            f": {', '.join(fields[:SHOWN])}{' …' if len(fields) > SHOWN else ''}"
            if fields
            else ", in nothing this sheet takes from it"
        )
        yield (
            f"{file} was changed since draft {number} of {day}{where}.",
            fields[0] if fields else "include",
            "Read what changed (drafter changes), and draft again.",
            "",
        )


@check("REU-001", "Same case brought twice", Severity.ERROR, "frcp41", "claim_splitting", "first_to_file")
def brought_twice(draft: Draft) -> Found:
    """Another sheet of this root has the same plaintiff against the same defendant for classes that may share
    members, and neither is closed. The second suit can be dismissed as duplicative or
    stayed as the later, and the plaintiff’s dismissal of one of two such suits may count toward Rule
    41(a)(1)(B)’s two. Where only one of the two is to be filed, the sheets say so
    (`alternatives`), and the finding is advice. A sheet that looks like a copy of this one (an export of it,
    or nearly the same text for the same court) is a warning. It looks at the sheets of the same folder and,
    where the root has a file `.drafter-root` or a `.git`, of the root’s folders.
    """
    for file, shared, alternative, is_copy in draft.related.overlaps:
        classes = (
            ", for classes that may share members"
            f" ({'; '.join(f'{one} and {other}' for one, other in shared.classes[:2])})"
            if shared.classes
            else ""
        )
        words = f"{file} has {listed(shared.plaintiffs)} against {listed(shared.defendants)} too{classes}."
        if alternative:
            yield Hit(
                f"{words} Only one of the two is to be filed.",
                "alternatives",
                "File one; close the other (closed: …).",
                "",
                ("plaintiffs", "defendants", "classes"),
                Severity.ADVICE,
            )
        elif is_copy:
            yield Hit(
                f"{file} looks like a copy of this sheet: whoever works in it works beside this one.",
                "plaintiffs",
                "Move or delete the copy; where it is an action of its own, say which of the two is filed.",
                "",
                ("defendants", "classes", "alternatives"),
                Severity.WARNING,
            )
        else:
            yield Hit(
                words,
                "plaintiffs",
                "Close one (closed: …), name it among alternatives where only one will be filed, or take the"
                " plaintiff out of one.",
                "",
                ("defendants", "classes", "alternatives"),
            )
