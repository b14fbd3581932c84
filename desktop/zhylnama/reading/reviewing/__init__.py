"""A person checks a draft: operations, the journal that keeps them, editions compared."""
