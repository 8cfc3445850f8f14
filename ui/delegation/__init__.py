"""The register of decisions by delegates."""
