"""All reading of votes: rounds for the pages, what waits, what a vote decided for its owner."""
