"""Records of a large build on disk and on their way between processes: exact bytes, few of them in memory."""
