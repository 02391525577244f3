"""Messaging platforms: each is one file that parses what arrives and renders what is said."""
