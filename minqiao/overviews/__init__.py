"""Look across all rooms, decide nothing."""
