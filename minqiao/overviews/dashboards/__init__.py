"""What waits for me, and the figures of all rooms."""
