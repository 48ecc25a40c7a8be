"""Who signs in, in what capacity they act, and what a signed-in person keeps."""
