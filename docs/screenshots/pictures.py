"""Pictures as the guides have them: few colours, small files."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

IMAGES = Path(__file__).resolve().parents[1] / "images"
COLOURS = 40
MOST_BYTES = 60_000


def first_page(workbook: Path, resolution: int) -> bytes:
    """What LibreOffice prints first of a workbook, in dots per inch; it writes into the workbook's folder."""
    folder, name = workbook.parent, workbook.stem
    office = ("soffice", "--headless", f"-env:UserInstallation={folder.as_uri()}/office", "--convert-to", "pdf")
    subprocess.run((*office, workbook.name), cwd=folder, check=True, stdout=subprocess.DEVNULL)
    to_picture = ("pdftoppm", "-r", str(resolution), "-l", "1", "-png", f"{name}.pdf", name)
    subprocess.run(to_picture, cwd=folder, check=True)
    (page,) = folder.glob(f"{name}-*.png")
    return _cut(page.read_bytes())


def write(name: str, png: bytes) -> None:
    """Few colours make a small file; letters stay sharp."""
    small = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    path = IMAGES / f"{name}.png"
    small.save(path, optimize=True)
    if path.stat().st_size > MOST_BYTES:
        raise RuntimeError(f"{path.name} has {path.stat().st_size} bytes, more than {MOST_BYTES}")


def _cut(page: bytes) -> bytes:
    """Only the printed part of a page, with a narrow margin and without the page's foot."""
    printed = Image.open(BytesIO(page)).convert("RGB")
    body = printed.crop((0, 0, printed.width, printed.height * 9 // 10))
    left, top, right, bottom = ImageOps.invert(body).getbbox() or (0, 0, *body.size)
    content = BytesIO()
    body.crop((left - 20, top - 20, right + 20, bottom + 20)).save(content, "PNG")
    return content.getvalue()
