"""A picture for the cover, made safe: read, turned upright, shrunk and written anew.

Nothing of the file is copied: no EXIF, no place, no thumbnail, no comment, no name.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from zhylnama.failure import BadInput, cannot_read

_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_LARGEST = (456, 600)  # at the size of the cover, 430 dots an inch
_MOST_BYTES = 64 * 1024 * 1024


def read_photo(path: Path, *, colour: bool = True) -> bytes:
    """Return a picture as a small JPEG without any of its metadata.

    Raises SystemRefused where the file cannot be read, and BadInput where it is no picture.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as refused:
        raise cannot_read(path, refused) from refused
    if len(data) > _MOST_BYTES:
        raise BadInput(
            "{path} is too large for a photo on a cover; give a smaller picture.", path=path
        )
    # Heavy, and most dossiers have no photo.
    from PIL import Image, ImageOps

    bad = (OSError, SyntaxError, ValueError, OverflowError, EOFError, KeyError, IndexError)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                upright = ImageOps.exif_transpose(image).convert("RGBA")
            upright.thumbnail(_LARGEST, Image.Resampling.LANCZOS)
            page = Image.new("RGB", upright.size, "white")
            page.paste(upright, mask=upright.getchannel("A"))
            safe = io.BytesIO()
            (page if colour else page.convert("L")).save(safe, "JPEG", quality=88)
    except (*bad, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadInput(
            "{path} cannot be read as a picture; give a JPEG or PNG file.", path=path
        ) from error
    return safe.getvalue()
