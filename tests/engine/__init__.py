"""What holds for the engine: pure turns, and the safety that no dialog can take away."""
