"""Numbers as Vietnamese readers write them: dots between thousands, a decimal comma."""

from __future__ import annotations

from decimal import Decimal


def format_number(value: Decimal | int) -> str:
    """`value` as `40.000` or `98,5`, with no trailing zeros after the comma."""
    text = f"{Decimal(value):,f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    whole = whole.replace(",", ".")
    return f"{whole},{fraction}" if fraction else whole
