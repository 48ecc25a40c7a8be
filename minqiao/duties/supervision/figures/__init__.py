"""All counting; every number comes with its base and its day."""
