"""What makes pictures, for the keys under which they are kept.

Apart from `derive`: Pillow takes as long to load as a hundred of our own modules, and a rebuild
that makes no picture goes without.
"""

from __future__ import annotations

import PIL

#: Counts up whenever other bytes would come out.
VERSION = 3
#: Library versions belong to a cache key: they change bytes, too.
ENGINE = f"{VERSION}-{PIL.__version__}"
