"""The whole draft as it will print, to be read while answering."""

from __future__ import annotations

from drafter.interview.sitting import Sitting
from drafter.interview.steps import OpenPreview, ShowPages, Steps

__all__ = ["whole_draft"]


def whole_draft(sitting: Sitting, opened: OpenPreview) -> Steps[None]:
    """Show it, with the findings beside what they are about."""
    assert sitting.preview is not None
    yield ShowPages("Preview", sitting.preview.pages(sitting.keeper.answers.tree))
