"""All reading of the room; `actor` comes first, but for what is public."""
