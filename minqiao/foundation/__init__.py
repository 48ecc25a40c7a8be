"""What every system has."""
