"""One index over all texts, and what resembles what."""
