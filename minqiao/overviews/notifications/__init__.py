"""Messages waiting and sent; the one clock, tick."""
