"""What happened: kinds, roles, organisations, reasons."""
