"""Judgements of the room: who may, what is in order, by when. No web, no database."""
