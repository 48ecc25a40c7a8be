"""Browser in, browser out: one's own page, the system administrator's, the security administrator's."""
