"""Share pictures in the house style."""

from share_card.card import Card, draw

__all__ = ["Card", "draw"]
