"""The parts of a report: its period, paragraphs, notes, dates and places."""
