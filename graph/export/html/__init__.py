"""The interactive page: data block, template, script, style."""
