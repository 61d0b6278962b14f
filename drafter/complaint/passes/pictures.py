"""The pass that finds each picture beside the sheet: never elsewhere on the disk, and never one that cannot
be shown.
"""

from __future__ import annotations

import os
from typing import Iterable

from drafter.document import Document, Figure
from drafter.facts.allegations import Exhibit
from drafter.facts.values import known
from drafter.matter_files.include import root_of
from drafter.pictures import Damaged, look

__all__ = ["file_of_matter", "missing_files", "pictured"]

_UNSEEN = "A picture; the paragraph above says what it shows"


def pictured(document: Document, sheet: str) -> Document:
    """`document` with the file of each picture resolved from the folder of `sheet`, or with the reason why it
    cannot be shown.
    """
    if not any(isinstance(block, Figure) for block in document.body):
        return document
    body = tuple(_found(block, sheet) if isinstance(block, Figure) else block for block in document.body)
    return document._replace(body=body)


def _found(figure: Figure, sheet: str) -> Figure:
    alt = figure.alt if figure.alt and figure.path not in figure.alt else _UNSEEN
    figure = figure._replace(alt=alt)
    real, problem = file_of_matter(figure.path, sheet)
    if problem:
        return figure._replace(problem=problem)
    try:
        look(real)
    except Damaged as damaged:
        return figure._replace(problem=str(damaged))
    return figure._replace(path=real)


def missing_files(exhibits: Iterable[Exhibit], sheet: str) -> dict[str, str]:
    """Of each exhibit whose file the sheet names and is not there, by its id: the name, and why not."""
    found = {}
    for exhibit in exhibits:
        name = known(exhibit.file)
        if name:
            real, problem = file_of_matter(str(name), sheet)
            if problem or not os.path.isfile(real):
                found[str(exhibit.id)] = f"{name}: {problem or 'there is no such file'}"
    return found


def file_of_matter(name: str, sheet: str) -> tuple[str, str]:
    """The real file that `name` stands for in the sheet, and what is wrong with it."""
    if os.path.isabs(name) or name.startswith(("~", "\\")) or name[1:2] == ":":
        return "", "it is to be named from the folder of the sheet, as in exhibits/screen.png"
    folder, root = os.path.dirname(os.path.realpath(sheet)), os.path.realpath(root_of(sheet))
    try:
        real = os.path.realpath(os.path.join(folder, name))
        inside = os.path.commonpath([root, real]) == root
    except ValueError:
        return "", "that is no name of a file"
    return (
        (real, "") if inside else ("", "it leads out of the folder of this matter: copy it beside the sheet")
    )
