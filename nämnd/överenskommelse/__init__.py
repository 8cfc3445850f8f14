"""Överenskommelser: money per recipient and purpose, and the forms that ask for it."""
