"""Speech before, speech after → what was changed."""
