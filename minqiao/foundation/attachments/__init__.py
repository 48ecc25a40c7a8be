"""Uploaded files: checked by content, checksummed, never trusted."""
