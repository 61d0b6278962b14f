"""Entries of the catalogue that drafter does not check, each with the reason. `drafter explain` prints it."""

from __future__ import annotations

__all__ = ["NOT_CHECKED"]

NOT_CHECKED: dict[str, str] = {
    "FORM-003": (
        "The caption is built from the sheet’s own parties, each in full; a sheet cannot leave one out, and"
        " tests assert that every party of every sample stands in the caption of every court."
    ),
    "FORM-012": (
        "The court’s jury legend is printed in the caption wherever a jury is demanded and the profile has"
        " one; a sheet cannot lose it."
    ),
    "FORM-004": (
        "The court’s title, the title of the document and the line for the case number are printed from the"
        " court’s profile in every draft; a sheet cannot lose them, and `drafter lint-templates` reads the"
        " templates that print them."
    ),
    "CLM-010": (
        "Theories of two families under one claim are refused when the sheet is drafted, with the line and"
        " the remedy; theories of one family, such as the prongs of the Unfair Competition Law, are one"
        " claim."
    ),
    "CITE-003": (
        "Judges’ orders on tools used in drafting change from week to week, and the library holds none;"
        " LOC-001 reminds of the judge’s standing order."
    ),
    "JUR-013": (
        "The paragraph on minimal diversity cites the subsection on associations wherever a defendant is"
        " unincorporated and CAFA is a ground; a sheet cannot lose the citation."
    ),
    "PRIV-009": (
        "Whether a detail of health, finance or immigration is more than the claim needs is a judgement about"
        " the case; mark the allegation “sensitive” and PRIV-012 lists it."
    ),
}
