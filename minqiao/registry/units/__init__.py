"""Handling units, their duty lists and who speaks for them."""
