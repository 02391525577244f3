"""Side by side with the alternatives, in the same run: a figure alone says as much about the machine as about us."""
