"""One command of the shell a file: what it takes, and what it does."""
