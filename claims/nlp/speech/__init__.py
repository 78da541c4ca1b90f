"""Direct and reported speech: which words are somebody's, and whose."""
