"""A webhook's message and when it is tried again."""
