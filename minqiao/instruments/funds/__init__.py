"""The funds: how a year's money is shared out over the projects that ask for it, and why."""
