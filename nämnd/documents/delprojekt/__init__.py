"""What is told of delprojekt: missiv and uppföljningsrapport to the nämnd, and a whole program."""
