"""PDF: made from Word through LibreOffice, read, bound, cleaned, drawn over. The one door to pikepdf,
reportlab and pypdf (the extra `filing`) and to LibreOffice.
"""
