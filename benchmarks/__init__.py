"""What the project measures of itself: speed, memory, accuracy.

The code beside this folder is measured, also where the environment has another checkout installed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))
