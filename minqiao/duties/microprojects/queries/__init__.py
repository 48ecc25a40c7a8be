"""All reading for pages and API; `actor` comes first."""
