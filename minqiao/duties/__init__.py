"""What deputies do."""
