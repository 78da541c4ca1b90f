"""What pronouns, possessives and dropped subjects mean, as far as the article makes it sure."""
