"""The log: events from a closed list, with fields from a closed list, in words from a closed list."""
