"""What I predicted, did and changed; a self-check; three lines and what they leave out."""
