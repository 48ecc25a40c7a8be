"""What differs by place: values with their legal basis and their time."""
