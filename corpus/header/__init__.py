"""What a letter says about itself, every fact with the place it was read from."""
