"""Which periods a document names, what they mean by its date, and which of them governs a figure."""
