"""What can go wrong, by subject: each failure with its problem code."""
