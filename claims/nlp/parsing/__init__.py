"""From words to a tree: the language's pipeline, the parsers and the networks they read."""
