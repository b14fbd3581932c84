"""Figures, side by side with peers, in one run: `make bench` writes RESULTS.md."""
