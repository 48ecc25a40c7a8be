"""联络站点: where residents meet their deputies, and how an opinion finds its way (domain.md 2.8)."""
