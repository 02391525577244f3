"""What staff see in an editor: the real yaml-language-server on the shipped files."""
