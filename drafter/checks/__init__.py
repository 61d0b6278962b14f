"""The checks: each a function that yields findings, registered with its catalogue id, severity, title and
authority.

They read the sheet's fields and the resolved document, never raw prose where a field can carry the point. A
finding never stops a draft.
"""

from __future__ import annotations

from drafter.checks.engine.registry import CHECKS, Check, run_checks

__all__ = ["CHECKS", "Check", "run_checks"]

import drafter.checks.agreements  # noqa: F401, E402
import drafter.checks.amount  # noqa: F401, E402
import drafter.checks.barred  # noqa: F401, E402
import drafter.checks.certification  # noqa: F401, E402
import drafter.checks.certification_parts  # noqa: F401, E402
import drafter.checks.certification_people  # noqa: F401, E402
import drafter.checks.chain  # noqa: F401, E402
import drafter.checks.claims  # noqa: F401, E402
import drafter.checks.classes  # noqa: F401, E402
import drafter.checks.defendants  # noqa: F401, E402
import drafter.checks.defined  # noqa: F401, E402
import drafter.checks.document  # noqa: F401, E402
import drafter.checks.drafting_errors  # noqa: F401, E402
import drafter.checks.exhibit_dates  # noqa: F401, E402
import drafter.checks.form  # noqa: F401, E402
import drafter.checks.integrity  # noqa: F401, E402
import drafter.checks.jurisdiction  # noqa: F401, E402
import drafter.checks.jury  # noqa: F401, E402
import drafter.checks.limitations  # noqa: F401, E402
import drafter.checks.notices  # noqa: F401, E402
import drafter.checks.papers  # noqa: F401, E402
import drafter.checks.personal_jurisdiction  # noqa: F401, E402
import drafter.checks.pleading  # noqa: F401, E402
import drafter.checks.privacy  # noqa: F401, E402
import drafter.checks.public_offices  # noqa: F401, E402
import drafter.checks.remedies  # noqa: F401, E402
import drafter.checks.reuse  # noqa: F401, E402
import drafter.checks.speakers  # noqa: F401, E402
import drafter.checks.standing  # noqa: F401, E402
import drafter.checks.traced  # noqa: F401, E402
import drafter.checks.unprinted  # noqa: F401, E402
import drafter.checks.unused_parties  # noqa: F401, E402
import drafter.checks.venue  # noqa: F401, E402
import drafter.checks.withdrawn  # noqa: F401, E402
