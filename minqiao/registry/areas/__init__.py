"""City, counties, townships and villages."""
