"""All reading for pages and API; the actor comes first."""
