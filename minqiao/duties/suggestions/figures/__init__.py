"""All counting; every number comes with its base, what was left out, its day, and the rows behind it."""

from minqiao.duties.suggestions.figures.progress import handling_progress, satisfaction

__all__ = ["handling_progress", "satisfaction"]
