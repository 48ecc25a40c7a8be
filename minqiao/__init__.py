"""Minqiao: the platform for the work of People's Congress deputies."""
