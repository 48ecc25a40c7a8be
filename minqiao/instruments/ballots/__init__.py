"""Votes and polls: what a count decides, in figures and in words."""
