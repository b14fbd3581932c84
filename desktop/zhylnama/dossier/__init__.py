"""One person on paper: what the dossier says (`compose`), and how it looks (`pages`)."""
