"""The citations in a text: decisions, statutes, short forms, and what has the shape of one and is none.

From each number it looks back at what stands before it. A name of a reporter between two numbers is a
decision; a name of a code before a number is a statute; words cut short between two numbers that no reporter
has are malformed. No citator: it says what is cited, and not whether it says so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.library.case_names import name_before, names_alone
from drafter.library.citation import Citation
from drafter.library.reporters import CitationNames, squeezed

__all__ = ["citations"]


_NUMBER = re.compile(r"[\d_](?<![\w$.,/:*-][\d_])(?!(?<=\d)(?:d|th|nd|rd|st)\b)(?:(?<=\d)|_{1,2}\b)")
"""The first sign of a number, or a blank in the place of one. It begins with a class of signs, by which the
engine runs through the rest.
"""
_NO_LETTER = re.compile(r"[\W_]+")
_MOST_WORDS = 11
"""Of a volume and a name."""
_BACK = 95
"""Characters before a number among which a name and a volume stand."""
_VOLUME = re.compile(r"[(\[“‘\"]*(\d{1,4}(?:[–-]\d{1,4})?[A-Z]?),?")
_PAGE = re.compile(
    r"(?:\d[\d,.]*\d|\d|_{2,3})(?:-?[A-Za-z]{1,2}\b|[\[(][AU][\])])?(?![\w]|\.\d)|\d+(?=[–-]\d)"
)
_AFTER = re.compile(
    r"(?:(?:, | at )\*?\d+(?:[–-]\d+)?(?: n\.\d+)?(?=[,;. )(]|$)(?! [A-Z][\w.]*(?: ?\w+\.?)* \d))*"
    r"(?:\*\d+)?(?: \((?:[^()]|\([^()]*\))*\b\d{4}\))?"
)
_MARKS = frozenset(
    ("§", "§§", "¶", "¶¶", "sec.", "Sec.", "secs.", "section", "Section", "sections", "Sections", "par.", "P")
)
_PAGE_MARKS = frozenset(("¶", "¶¶", "P", "par.", "p.", "Page", "page"))
"""What may stand between a reporter and its page or paragraph."""
_NEUTRAL = re.compile(r"\b((?:1[789]|20)\d\d) ?-([A-Z][\w. ]{0,18}?)- ?(\d{1,6})\b")
_TITLE = re.compile(r"[(\[“]*(\d{1,4}(?:-\w+)*),?")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_FIELD_MARKS = frozenset(("r.", "art.", "art", "No.", "Nos.", "pt.", "ch.", "tit.", "Part", "part", "Number"))
_ALL_MARKS = _MARKS | _FIELD_MARKS | _PAGE_MARKS | {"at"}
_PARTS = r"(?:\((?:\w{1,5}|\d+\.\d+)\))*"
_ITEM = rf"\d[\w:./-]*\w{_PARTS}|\d{_PARTS}"
_IS_DIVIDED = re.compile(r"\d[.:/-]\d")
_ONE_SECTION = re.compile(_ITEM)
_SECTION = re.compile(
    rf"(?:{_ITEM})(?:[–-]\(?\d?[\w.]*\)?)?(?:(?:, (?:and |& |or )?| and | & | or |; )"
    rf"(?:(?:§ )?(?:{_ITEM})(?!(?: |[\d,]*\d )[A-Z])|(?:\(\w{{1,4}}\))+))*(?:,? et seq\.)?"
)
_SERIES = re.compile(r"(?:2d|3d|\d(?:th|nd|rd|st))")
_CUT_SHORT = re.compile(r"[A-Z][\w’']*\.(?:[\w’']+\.)*|[A-Z]\.[A-Z\d][\w.]*")
_NO_REPORTER = re.compile(
    r"(?:[ap]\.m\.|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|Dkt|Exs?|Secs?|St|Ave|Blvd|Rd|Dr"
    r"|Mrs?|Ms|Inc|Corp|Co|Ltd|Apt|Ste|Bldg|Fig|Vol|Ch|Pt|Art|P|Tit|Rev|Ver|U\.S|Cir|L\.R|Civ|R|Form|Eq|Tbl|App"
    r"|Ph|Lbs?|Hz|Opp|Attach|Doc|ECF|Stat|Mt|Ft|Capt|Gen|Sgt|Lt)\.)"
)


def citations(text: str, names: CitationNames) -> list[Citation]:
    """Every citation in `text`, in its order; those of one decision, side by side, are one."""
    placed = _placed(text, names)
    if not placed and "v. " not in text and "vs. " not in text:
        return []
    found = _joined(text, placed)
    cases = [_with_name(text, one, names) if one.kind in ("case", "no page") else one for one in found]
    taken = [(one.start, one.end) for one in cases]
    cases += [
        Citation("name", text[start:end], text[start:end], start, end, text[start:end])
        for start, end in names_alone(text, names)
        if not any(start < b and a < end for a, b in taken)
    ]
    return sorted(cases, key=lambda one: one.start)


def _placed(text: str, names: CitationNames) -> list[Citation]:
    """Each place that `text` cites, in its order."""
    found, without, done = [], [], 0
    for number in _NUMBER.finditer(text):
        at = number.start()
        if at < done:
            continue
        one = _ending_at(text, at, max(done, at - _BACK), names) or _neutral(text, at, names)
        if one:
            found.append(one)
            done = one.end
        elif text[at] != "_":
            without.append(at)
    if not found and not without:
        return []
    for at in without:
        if not any(one.start <= at < one.end for one in found) and (bare := _without_page(text, at, names)):
            found.append(bare)
    return sorted(found, key=lambda one: one.start)


def _neutral(text: str, at: int, names: CitationNames) -> Citation | None:
    """A citation by year, court and number, with hyphens between, that begins at `at`."""
    one = _NEUTRAL.match(text, at) if text[at] in "12" else None
    if one is None or squeezed(one[2]) not in names.paged:
        return None
    key = f"{one[1]} {_letters(one[2])} {one[3]}"
    return Citation("case", one[0], one[0], at, one.end(), "", (key,))


def _ending_at(text: str, at: int, start: int, names: CitationNames) -> Citation | None:
    """The citation whose page or section begins at `at`; what it has before that stands after `start`."""
    near = text[max(start, at - 24) : at].split()
    if not near or not (near[-1] in _ALL_MARKS or near[-1][-1] == "§" or _may_end_a_name(near[-1], "§")):
        return None
    head = text[start:at]
    words, mark = head.split(), ""
    last = words[-1]
    if last in _ALL_MARKS:
        mark = last
        words.pop()
    elif last[-1] == "§":
        mark, words[-1] = "§", last.rstrip("§")
    if not words or not words[-1] or not _may_end_a_name(words[-1], mark):
        return None
    tokens, place = [], len(head)
    for word in reversed(words[-_MOST_WORDS:]):
        place = head.rfind(word, 0, place)
        tokens.append((start + place, word))
    tokens.reverse()
    if mark not in _MARKS or mark in _PAGE_MARKS:
        found = _decision(text, at, tokens, mark, names)
        if found:
            return found
    if mark in _PAGE_MARKS:
        return _service(text, at, tokens, names)
    if tokens[-1][1].endswith(")") and (
        bracket := _BRACKET.search(text[start : tokens[-1][0] + len(tokens[-1][1])])
    ):
        inside = [one for one in tokens if one[0] < start + bracket.start()]
        found = _decision(text, at, inside, mark, names) if inside else None
        if found and found.kind == "case":
            return found
    return _statute(text, at, tokens, mark, names)


def _may_end_a_name(token: str, mark: str) -> bool:
    first = token.lstrip("([")[:1]
    return first.isupper() or (first.isdigit() and bool(_SERIES.search(token) or mark)) or token[-1] in ")]."


def _decision(
    text: str, at: int, tokens: list[tuple[int, str]], mark: str, names: CitationNames
) -> Citation | None:
    place = next((k for k in range(len(tokens) - 1, -1, -1) if _is_volume(tokens[k][1])), None)
    if place is None or place == len(tokens) - 1 or len(tokens) - place > 10:
        return None
    words = [word for _, word in tokens[place + 1 :]]
    name = squeezed("".join(words)).rstrip(",")
    start = tokens[place][0] + len(tokens[place][1]) - len(tokens[place][1].lstrip('([“‘"'))
    page = _PAGE.match(text, at)
    if not page:
        return None
    volume = tokens[place][1].strip('([“‘",')
    core = text[start : page.end()]
    if name in names.paged or f"{name}." in names.paged and mark == "":
        if _is_a_plain_word(name) and not _set_off(text, start, page.end()):
            return None
        key = f"{volume} {_letters(name)} {page[0].replace(',', '')}"
        if mark == "at":
            return Citation("short", core, core, start, page.end(), "", (f"{volume} {_letters(name)}",))
        if not mark or mark in _PAGE_MARKS or mark in _FIELD_MARKS:
            return Citation("case", core, core, start, page.end(), "", (key,))
        return None
    if name in names.codes or mark or not _looks_cut_short(words):
        return None
    return Citation("unknown", core, core, start, page.end())


def _service(text: str, at: int, tokens: list[tuple[int, str]], names: CitationNames) -> Citation | None:
    """A decision in a service that is cited by paragraph alone, “Bankr. L. Rep. (CCH) ¶ 67,488”."""
    for k in range(max(0, len(tokens) - 8), len(tokens) - 1):
        name = squeezed(" ".join(word for _, word in tokens[k:]))
        page = _PAGE.match(text, at)
        if name in names.paged and page:
            start = tokens[k][0]
            key = f"{_letters(name)} {page[0].replace(',', '')}"
            return Citation(
                "case", text[start : page.end()], text[start : page.end()], start, page.end(), "", (key,)
            )
    return None


@lru_cache(4096)
def _is_volume(token: str) -> bool:
    return bool(_VOLUME.fullmatch(token)) and not token.endswith("§")


def _is_a_plain_word(name: str) -> bool:
    """Whether a reporter's name has neither a point nor a figure: a surname, or a State's letters."""
    return "." not in name and not any(one.isdigit() for one in name) and name not in ("WL", "LEXIS")


def _set_off(text: str, start: int, end: int) -> bool:
    """Whether a citation stands as one: after a comma, a signal or a bracket, and before the end of a clause
    or a bracket.
    """
    before, after = text[max(0, start - 5) : start].rstrip(), text[end : end + 2]
    return (not before or before[-1] in ",;(.:" or before.endswith(("See", "see", "in"))) and (
        not after.strip() or after[0] in ",;.)" or after == " ("
    )


def _looks_cut_short(words: list[str]) -> bool:
    """Whether words between two numbers are the name of a reporter by their look."""
    plain = [word.rstrip(",") for word in words]
    if len(plain) > 6 or any(word.endswith(",") for word in words[:-1]):
        return False
    if any(_NO_REPORTER.fullmatch(word) or word.count("(") != word.count(")") for word in plain):
        return False
    good = [word for word in plain if word[:1].isupper() or _SERIES.fullmatch(word) or word in ("&", "of")]
    return len(good) == len(plain) and any(_CUT_SHORT.fullmatch(word) for word in plain)


def _letters(name: str) -> str:
    """The name of a reporter or code in one form: without points, spaces and brackets, in small letters."""
    return _NO_LETTER.sub("", name).lower()


def _statute(
    text: str, at: int, tokens: list[tuple[int, str]], mark: str, names: CitationNames
) -> Citation | None:
    within = tokens
    inner = ""
    if len(tokens) > 2 and tokens[-2][1] in ("tit.", "ch.", "art.", "pt.", "Title", "Chapter"):
        within, inner = tokens[:-2], tokens[-1][1].strip(",")
    place = _code_at(within, mark, names)
    if place is None:
        return None
    section = _SECTION.match(text, at)
    if not section:
        return None
    code = _code(" ".join(word for _, word in within[place:]))
    title, start = "", within[place][0]
    if place and (volume := _TITLE.fullmatch(within[place - 1][1])):
        title, start = volume[1], within[place - 1][0] + volume.start(1)
    number = section[0]
    if mark == "at" or not (mark or title or len(within) - place > 1 or _IS_DIVIDED.search(number)):
        return None
    end = section.end()
    core = text[start:end]
    own = " ".join(one for one in (title, code, inner.lower()) if one)
    keys = tuple(f"{own};{one}" for one in _ONE_SECTION.findall(number))
    return Citation("statute", core, core, start, end, "", keys)


@lru_cache(4096)
def _code(name: str) -> str:
    """The name of a code in one form, however its words are cut short: “Cal. Lab. Code”, “California Labor
    Code” and, without its State, “Labor Code”.
    """
    plain = (_NO_LETTER.sub("", word).lower() for word in name.split())
    return " ".join(word[:3] for word in plain if word and word not in ("ann", "annotated", "the", "of"))


def _code_at(tokens: list[tuple[int, str]], mark: str, names: CitationNames) -> int | None:
    """Where in `tokens` the name of a code begins that ends with them, the longest; None where none does."""
    words = [word for _, word in tokens]
    last = words[-1]
    if last.startswith("(") and last.endswith(")"):
        return None
    found = None
    for k in range(len(words) - 1, max(-1, len(words) - 9), -1):
        if not (words[k][:1].isupper() or words[k] in ("&", "of", "and", "the", "(Second)", "(Third)")):
            break
        name = squeezed("".join(words[k:])).rstrip(",")
        if name in names.codes and not (not mark and name.rstrip(".") in ("N.Y", "P.R")):
            found = k
        elif mark in _MARKS and words[k][:1].isupper() and _is_a_code(words[k:], names):
            found = k
    return found


def _is_a_code(words: list[str], names: CitationNames) -> bool:
    """Whether `words` name a code by their look: a State and a subject, or a subject and “Code”."""
    last = words[-1].rstrip(",")
    state = words[0] in names.states or squeezed(" ".join(words[:2])) in names.states
    return (state and len(words) > 1 and last != words[0]) or (
        len(words) > 1
        and last in ("Code", "Ann.")
        and words[0][:1].isupper()
        and words[0] not in ("The", "This")
    )


_BEGINS_A_NAME = re.compile(r"\d{1,4} [A-Z]")
_TO_PAGE = re.compile(
    r"(?P<volume>\d{1,4}) (?P<name>[A-Z][\w.’']*(?: ?(?:[A-Z][\w.’']*|2d|3d|\d(?:th|rd|nd)|&))*)"
    r"(?P<after>,? \((?:[^()]*\b)?\d{4}\)|[.;](?= [A-Z]|$)|$)"
)


def _without_page(text: str, at: int, names: CitationNames) -> Citation | None:
    """A volume and a reporter without a page: after the name of a case, or before a year."""
    if not _BEGINS_A_NAME.match(text, at):
        return None
    found = _TO_PAGE.match(text, at)
    if not found:
        return None
    name = found["name"]
    known = any(squeezed(one) in names.paged for one in (name, name.rstrip(".")))
    dated = "(" in found["after"]
    if not known or _is_a_plain_word(name) or not (dated or re.search(r" v\. [^.;]{2,60}, $", text[:at])):
        return None
    core = text[at : found.end("name")]
    return Citation("no page", core, core, at, found.end("name"))


def _joined(text: str, found: list[Citation]) -> list[Citation]:
    """`found` with the places of one decision, side by side, in one, and pins and courts in their words."""
    joined: list[Citation] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and before.kind == one.kind == "case" and text[before.end : one.start] in (", ", ", "):
            joined[-1] = before._replace(
                end=one.end, keys=(*before.keys, *one.keys), words=text[before.start : one.end]
            )
        else:
            joined.append(one)
    return [
        one._replace(words=text[one.start : after.end()], end=after.end())
        if one.kind == "case" and (after := _AFTER.match(text, one.end))
        else one
        for one in joined
    ]


def _with_name(text: str, one: Citation, names: CitationNames) -> Citation:
    """`one` with the name of the case that stands before it."""
    start, name = name_before(text, one.start, names)
    return one._replace(start=start, name=name, words=text[start : one.end]) if name else one
