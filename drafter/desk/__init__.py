"""The tasks, for every face: one file a task, and what they share: the library, files, schemas."""
