"""What holds for the reading and checking of what staff write."""
