"""One entity per thing: rules, decisions, identifiers."""
