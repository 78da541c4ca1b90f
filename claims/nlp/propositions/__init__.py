"""The smallest statements of an English sentence: one element of a list, one modifier at a time."""
