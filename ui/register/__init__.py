"""The register of beslut."""
