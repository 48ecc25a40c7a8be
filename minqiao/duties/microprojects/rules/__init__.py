"""Judgements of the room: who may, what is in order, whose interest bars whom, what waits for whom."""
