"""Lists what of the content is sample: `python -m tools.samples.manifest` writes the list.

`niengiam start` removes what the list names and nothing else. Registries and
pages are not on it: they stay, as the institution's own first versions.
"""

from __future__ import annotations

from pathlib import Path

CONTENT = Path(__file__).resolve().parents[2] / "content"
MANIFEST = CONTENT / "so-lieu" / "noi-dung-mau.txt"
FOLDERS = ("bai-viet", "hinh-anh")
HEAD = """\
# Nội dung mẫu, mỗi dòng một tệp, tính từ thư mục content.
# Lệnh “niengiam start” chỉ xóa những tệp có tên ở đây.
# Danh sách do chương trình lập: python -m tools.samples.manifest
"""


def sample_files(content: Path = CONTENT) -> list[str]:
    """Paths of all sample files, relative to `content`, in order."""
    found = (path for folder in FOLDERS for path in (content / folder).rglob("*"))
    return sorted(path.relative_to(content).as_posix() for path in found if path.is_file())


def listed_files(manifest: Path = MANIFEST) -> list[str]:
    """Paths that the list `manifest` names."""
    lines = manifest.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


if __name__ == "__main__":
    MANIFEST.write_text(HEAD + "\n".join(sample_files()) + "\n", "utf-8")
    print(f"{MANIFEST.name}: {len(listed_files())}")
