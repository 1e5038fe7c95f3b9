"""The report about one member: its sections, and the page they stand on."""
