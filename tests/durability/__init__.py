"""What a crash may cost: nothing that was acknowledged."""
