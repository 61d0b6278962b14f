"""Fact sheets as text: the one door to PyYAML. Read, written, changed in place, brought from version to
version.
"""
