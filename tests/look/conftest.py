"""The tests of the look need Chromium."""

from tests.browsing import chromium, page_at

__all__ = ["chromium", "page_at"]
