"""Tests of what is handed to those who run the service: units, container file, settings."""
