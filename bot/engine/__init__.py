"""The pure core: `advance(library, session, event, now)` gives the next session and what to say; no I/O, no clock."""
