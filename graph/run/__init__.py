"""Where and how the flow runs: tasks of a letter or a bucket, their runners, and the cache between builds."""
