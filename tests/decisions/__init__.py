"""The decision tables: the clinical rows, and every set of answers against rules written a second time."""
