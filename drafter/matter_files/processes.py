"""Whether another process is at work."""

from __future__ import annotations

import os
import sys

__all__ = ["is_running"]


def is_running(number: int) -> bool:
    """Whether a process of that number is there; taken to be where nobody can say."""
    if sys.platform == "win32":  # where asking would end it
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
