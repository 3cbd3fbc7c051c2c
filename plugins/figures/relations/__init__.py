"""The sentence as a whole: the kind of each figure, its total, its period, its pair."""
