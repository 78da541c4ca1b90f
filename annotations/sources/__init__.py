"""What is read out of a source: its words, its passages, whether it still stands."""
