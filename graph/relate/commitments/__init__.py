"""Promises of a letter, and its reports on earlier ones: which clause says who will do what until when."""
