"""«Kontrollera underskrifter» and «Kontrollera loggen»."""
