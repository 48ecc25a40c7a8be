"""What the public sees: suggestions and replies as they were published. No sign-in, no people, no scripts."""
