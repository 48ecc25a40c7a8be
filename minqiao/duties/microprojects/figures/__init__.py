"""All counting; `today` comes last where a day decides what is late."""
