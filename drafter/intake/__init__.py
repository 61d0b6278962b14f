"""Taking parties in from a spreadsheet: a table of rows, its columns as fields of the fact sheet, and what
each row changes there.
"""
