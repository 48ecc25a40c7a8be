"""The pages of the room: books of fund years, their steps, allocations."""
