"""Official papers: numbered, issued once, drawn as PDF and docx."""
