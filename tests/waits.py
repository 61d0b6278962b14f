"""How long a test waits at a terminal: as long as it takes on an idle machine, and longer on a busy one."""

from __future__ import annotations

import os
import time

MOST = 12
"""No wait is stretched further."""
FRESH = 2.0
"""For so many seconds a measured stretch counts."""

_measured = (float("-inf"), 1.0)


def stretch(load: float, cores: int, wall: float, cpu: float) -> float:
    """How many times longer things take now than alone: by the processes that wait for a core (`load`), and
    by the time on the wall that a spin took against its time on a core. At least 1.
    """
    return min(MOST, max(1.0, load / cores, wall / max(cpu, 1e-6)))


def waits(seconds: float) -> float:
    """`seconds` of an idle machine, under the load there is now."""
    global _measured
    when, found = _measured
    if time.monotonic() - when > FRESH:
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        found = stretch(load, os.cpu_count() or 1, *_spin())
        _measured = (time.monotonic(), found)
    return seconds * found


def pause(seconds: float) -> None:
    """Let a program at a terminal have `seconds`, stretched."""
    time.sleep(waits(seconds))


def _spin(cpu: float = 0.01) -> tuple[float, float]:
    """Keep a core busy for `cpu` seconds of its time; the time on the wall, and that of the core."""
    wall, start = time.perf_counter(), time.thread_time()
    while time.thread_time() - start < cpu:
        pass
    return time.perf_counter() - wall, time.thread_time() - start
