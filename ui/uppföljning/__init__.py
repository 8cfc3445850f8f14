"""Uppföljning: what is watched, and what it waits for."""
