"""What typed words are taken for."""
