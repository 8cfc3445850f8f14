"""Delprojekt: their beslut, åtgärder and reports."""
