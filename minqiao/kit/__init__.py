"""Tools that know nothing of congress."""
