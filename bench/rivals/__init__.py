"""What a clinic would pick instead, each playing the same conversation."""
