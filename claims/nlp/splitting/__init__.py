"""The claims of a sentence: heads, candidate masks, and the choice between them."""
