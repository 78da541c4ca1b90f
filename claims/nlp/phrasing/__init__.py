"""The words of a claim as a sentence that stands alone."""
