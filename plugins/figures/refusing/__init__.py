"""Numbers that are no figures: the rules that tell so, and how they are applied."""
