"""Överenskommelser: their money and their forms."""
