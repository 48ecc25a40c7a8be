"""A whole year, lived day by day: what becomes of each matter, and what must hold every evening."""
