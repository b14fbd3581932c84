"""A published report becomes records, and what is not sure says so."""
