"""Finds names in letters: grammar, user gazetteer, plug-ins; merged by a stated priority."""
