"""Papers drawn: PDF by Typst, Word by python-docx."""
