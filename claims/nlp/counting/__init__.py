"""Quantities: numbers in figures and words, what they count, in which unit."""
