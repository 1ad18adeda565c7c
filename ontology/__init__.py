"""Knowledge as data (vocabulary, lexicons, shapes, queries) with one loader each."""
