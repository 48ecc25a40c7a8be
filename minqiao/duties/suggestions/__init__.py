"""A deputy's suggestion from first draft to evaluated reply."""
