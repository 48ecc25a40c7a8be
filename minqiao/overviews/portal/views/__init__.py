"""The public site: fast, the same for everybody, no sign-in, no scripts needed."""
