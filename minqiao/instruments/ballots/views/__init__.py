"""Browser in, browser out."""
