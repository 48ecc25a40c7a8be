"""All sheets on one page: import, export, error report."""
