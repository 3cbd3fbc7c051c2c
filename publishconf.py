"""Cấu hình khi phát hành: như pelicanconf.py, thêm địa chỉ thật của trang.

Settings for publication: pelicanconf.py with the site's real address.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pelicanconf import *  # noqa: F403
from pelicanconf import PUBLISHED_AT

#: Dùng cho nguồn cấp tin, sơ đồ trang và liên kết chuẩn. Có thể đặt qua biến môi trường
#: SITE_ADDRESS.
SITE_ADDRESS = os.environ.get("SITE_ADDRESS", PUBLISHED_AT)
