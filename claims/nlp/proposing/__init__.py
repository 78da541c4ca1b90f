"""What a language model proposes about a text, and what of it may be taken."""
