"""A small learned scorer of typed relations: it drops doubtful hits of patterns and adds what no pattern says."""
