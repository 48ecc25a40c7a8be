"""Judgements of the room: who may, what is complete, by when. No web, no database.

Each returns why not, in Chinese, or "".
"""
