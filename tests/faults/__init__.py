"""A short slice of `make faults`, and a machine that searches for what nobody thought of."""
