"""The version root: authentication, schema, errors."""
