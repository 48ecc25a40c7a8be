"""Every act as it happened: append-only, chained by hash."""
