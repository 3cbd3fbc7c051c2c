"""All documents: which are published, in which order, beside which others."""
