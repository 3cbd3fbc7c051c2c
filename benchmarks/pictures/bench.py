"""Time and size of derivatives, first and from the cache, and time of a share picture.

    python benchmarks/pictures/bench.py [COUNT]

The photographs are synthetic, 4000 × 3000, with the noise of a sensor.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

from pictures import Picture, PictureStore, SharePictures

THEME = Path(__file__).resolve().parents[2] / "theme" / "static"


def photograph(number: int) -> bytes:
    """A JPEG of about 3 MB, different for each `number`."""
    light = Image.radial_gradient("L").rotate(number * 17).resize((4000, 3000))
    noise = Image.effect_noise((1000, 750), 40).resize((4000, 3000), Image.Resampling.BICUBIC)
    image = Image.merge(
        "RGB", (Image.blend(light, noise, 0.35), light, Image.blend(noise, light, 0.6))
    )
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92)
    return out.getvalue()


def spent(task: object, items: list[object]) -> tuple[float, list[object]]:
    """Milliseconds of processor that each of `items` took, and what came of them."""
    start = time.process_time()
    made = [task(item) for item in items]  # type: ignore[operator]
    return (time.process_time() - start) * 1000 / len(items), made


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        (root / "hinh-anh").mkdir(parents=True)
        paths: list[object] = []
        for number in range(count):
            path = root / "hinh-anh" / f"{number}.jpg"
            path.write_bytes(photograph(number))
            paths.append(path)
        original = sum(Path(str(path)).stat().st_size for path in paths)
        time.sleep(
            2.1
        )  # A memo of a file's hash is trusted once the file is older than two seconds.
        store = PictureStore(root, Path(folder) / "cache")
        first, made = spent(store.picture, paths)
        again, _ = spent(store.picture, paths)
        pictures = [picture for picture in made if isinstance(picture, Picture)]
        phone = sum(picture.webp[1].size for picture in pictures)
        everything = sum(
            variant.size for picture in pictures for variant in (*picture.webp, picture.fallback)
        )
        share = SharePictures(
            THEME, Path(folder) / "cache", site="Trường Chính trị Mẫu", accent="#8c1d18"
        )
        titles: list[object] = [
            f"Trường Chính trị Mẫu tổng kết công tác năm {year}" for year in range(2005, 2025)
        ]
        drawn, _ = spent(share.picture, titles)
        drawn_again, _ = spent(share.picture, titles)
    print(
        f"{count} photographs of {original / count / 1e6:.1f} MB: {first:.0f} ms each, {again:.2f} ms from the cache"
    )
    print(
        f"a phone fetches {phone / count / 1000:.0f} kB; all {len(pictures[0].files)} derivatives take {everything / count / 1000:.0f} kB"
    )
    print(f"share picture: {drawn:.0f} ms, {drawn_again:.2f} ms from the cache")


if __name__ == "__main__":
    main()
