"""What is reached over HTTP: the webhooks of messaging platforms."""
