"""What was decided: the §§, the yrkanden, the votes, and what the protokoll must show."""
