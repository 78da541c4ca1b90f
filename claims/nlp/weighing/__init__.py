"""Whether a sentence can be checked, how much it deserves it, and why."""
