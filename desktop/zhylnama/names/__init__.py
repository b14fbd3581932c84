"""One person or place, however the name is spelled."""
