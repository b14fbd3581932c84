"""Who is named, in the nominative, and which identity that is."""
