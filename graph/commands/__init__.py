"""One command of the command line per file: arguments in, exit code out; the work is done elsewhere."""
