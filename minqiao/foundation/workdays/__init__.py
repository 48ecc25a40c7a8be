"""Which days are workdays, from the yearly notice of the State Council."""
