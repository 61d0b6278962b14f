"""The checks: each a function that yields findings, registered with its catalogue id, severity, title and authority.

They read the sheet's fields and the resolved document, never raw prose where a field can carry the point. A finding never stops a draft.
"""

from __future__ import annotations

from drafter.checks.registry import CHECKS, Check, run

__all__ = ["CHECKS", "Check", "run"]

import drafter.checks.chain  # noqa: F401, E402
import drafter.checks.claims  # noqa: F401, E402
import drafter.checks.classes  # noqa: F401, E402
import drafter.checks.document  # noqa: F401, E402
import drafter.checks.notices  # noqa: F401, E402
import drafter.checks.parties  # noqa: F401, E402
