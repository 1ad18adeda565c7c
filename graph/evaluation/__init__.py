"""How far a build agrees with an annotation made by hand: names, entities, headers, response relations."""
