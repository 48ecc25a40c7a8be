"""Means several duties use."""
