"""The colours of the house: ink, leaf, earth and sky, each from deep to pale."""

INK = "#1d3243"
NAVY = "#27475c"
SLATE = "#4d6d7f"
MIST = "#9db8c2"
SKY = "#c9dde2"
PALE = "#e8f0ee"

PINE = "#24493f"
LEAF = "#3f7560"
SAGE = "#7ba586"
MINT = "#b5cfb4"

CLAY = "#a4492f"
BRICK = "#c56a48"
PEACH = "#e7a782"
BLUSH = "#f3d3bd"

GOLD = "#dfa63f"
STRAW = "#efcd7d"
CREAM = "#fbf3e3"
SAND = "#eadbc0"
WOOD = "#8a5a3c"
BARK = "#5e3d2b"

ROSE = "#d9798a"
PETAL = "#f0b3ba"
WINE = "#8e3347"
