"""What conversations exercise, and the ones that would close the gaps."""
