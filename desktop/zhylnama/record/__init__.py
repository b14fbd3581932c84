"""What is known: plain typed data, and its two file forms."""
