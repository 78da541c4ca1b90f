"""The demonstration: sample articles, their sources, a cast, and what the cast did with them."""
