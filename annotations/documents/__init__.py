"""What is published, in the forms in which it goes out."""
