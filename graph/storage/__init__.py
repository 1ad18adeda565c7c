"""What a build keeps on disk: its output folder, and the records of a large one, few of them in memory."""
