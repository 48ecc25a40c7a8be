"""All reading of the room, for pages, API, sheets and messages; `actor` comes first."""
