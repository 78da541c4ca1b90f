"""What a tree says about facts: predicates, the words that state them, phrases, verb forms."""
