"""Flaws of a folder of templates, found without a matter: names, branches, elements, notices, citations."""
