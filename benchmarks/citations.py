"""How long the reading of citations takes on what the checks read of a draft of sixty pages: the longest
filing of the tests, repeated to that length, a statute or a decision in every sixth paragraph.

    python benchmarks/citations.py [--rounds 9]

The goal: 15 ms. Seconds of the processor, the best round.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

PAGES, CHARACTERS = 60, 2_000
"""A page of double-spaced text has about so many characters."""
CITED = (
    " See 18 U.S.C. § 2702(a)(1).",
    " See Roe v. Poe, 12 F.3d 34, 36 (9th Cir. 1993).",
    " Cal. Bus. & Prof. Code §§ 17200, 17500.",
    " In re Poe, 51 Cal. 4th 310, 246 P.3d 877 (2011).",
)


def paragraphs():
    """Sixty pages of allegations."""
    from drafter.checks.texts import texts
    from drafter.complaint import assemble
    from drafter.library import open_library
    from drafter.matter_files.load import load

    sheet = load(ROOT / "tests" / "filings" / "claims-agent-txwd.yaml")
    own = [text.words for text in texts(assemble(sheet, open_library())) if text.has_marks]
    found, left = [], PAGES * CHARACTERS
    while left > 0:
        words = own[len(found) % len(own)]
        words += "" if len(found) % 6 else CITED[len(found) // 6 % 4]
        found.append(words)
        left -= len(words)
    return found


def main():
    from drafter.library import open_library
    from drafter.library.citation_names import citation_names
    from drafter.library.citation_reader import citations

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    names, texts, best = citation_names(open_library()), paragraphs(), 1.0
    for _ in range(rounds):
        start = time.process_time()
        found = sum(len(citations(text, names)) for text in texts)
        best = min(best, time.process_time() - start)
    characters = sum(map(len, texts))
    print(f"{len(texts)} paragraphs, {characters:,} characters, {found} citations: {best * 1000:.1f} ms")


if __name__ == "__main__":
    main()
