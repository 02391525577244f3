"""What scripted conversations exercise of a project, what they miss, and conversations that would close the gaps."""
