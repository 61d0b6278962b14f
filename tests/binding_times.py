"""Seconds to bind forty exhibits of three hundred pages behind slip sheets, beyond LibreOffice:

python tests/binding_times.py
"""

import time

from drafter.pdf.binding import bound, cleaned, slip_sheet

PAGE = slip_sheet("1", ["of three hundred"])
FILES = [bound([("x", PAGE)] * (8 if number < 20 else 7), "x") for number in range(40)]


def main() -> None:
    """Bind them, and print how long it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    parts = [
        (
            f"Exhibit {number}",
            bound(
                [
                    ("Slip sheet", slip_sheet(str(number), ["Messages"])),
                    ("Messages", cleaned(data, str(number)).data),
                ],
                str(number),
            ),
        )
        for number, data in enumerate(FILES)
    ]
    whole = bound(parts, "Exhibits")
    print(
        f"{time.process_time() - cpu:.2f} s of this process, {time.perf_counter() - wall:.2f} s by the clock,"
        f" {len(whole):,} bytes"
    )


if __name__ == "__main__":
    main()
