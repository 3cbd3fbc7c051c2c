"""One file a command; `make(desk)` gives it."""
