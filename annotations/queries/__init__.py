"""All reads of annotations/, free of N+1; one subject a file."""
