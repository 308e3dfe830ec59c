"""A reference: a user's own Word document, of which a draft takes the look and nothing else."""
