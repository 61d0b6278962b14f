"""What goes to the court with a complaint, and beside it: which papers are due, the package, the look before
filing, the official forms.
"""
