"""Penalties, and whose each of them is."""
