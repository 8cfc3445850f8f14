"""What may be published: the review of each punkt, bilaga and §, and what is masked in them."""
