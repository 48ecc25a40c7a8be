"""Judgements of the room: who may, what is in order, which committee oversees, when to chase."""
