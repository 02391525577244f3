"""Heatwise: a chatbot that tells people with back pain, safely, whether heat is doing them harm."""

__version__ = "0.1.0"
