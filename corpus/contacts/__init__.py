"""What contact data looks like: telephone numbers, addresses, contact persons. `corpus.privacy` takes it out."""
