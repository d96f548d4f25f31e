"""Cleaning a picture: decoded, turned the right way up, and encoded again from its points alone."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from redaction.attachments import attachment_messages as messages
from redaction.attachments.cleaned import Cleaned, Flaw, refused

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_POINTS = 40_000_000
MILLION = 1_000_000

_SETTINGS: dict[str, dict[str, object]] = {
    "jpeg": {"quality": 90, "optimize": True, "subsampling": 0},
    "png": {"compress_level": 9},
    "webp": {"quality": 90, "method": 4},
}
"""How each type is encoded. They are fixed, so that the same picture gives the same bytes."""


def clean_picture(kind: str, raw: bytes) -> Cleaned:
    """Return a picture of this type (`jpeg`, `png`, `webp`) with nothing but what it shows; or why not.

    Points that are fully transparent lose their colour, which nobody sees and a program can bring back.
    """
    from PIL import Image  # noqa: PLC0415  # only where a paper is a picture

    unreadable = refused(Flaw(messages.PICTURE_UNREADABLE, {"most": MOST_POINTS // MILLION}))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=[kind.upper()]) as opened:
                is_still = getattr(opened, "n_frames", 1) == 1
                if not is_still or opened.width * opened.height > MOST_POINTS:
                    return unreadable
                shown = _plain(opened)
    except Exception:  # noqa: BLE001  # whatever a damaged picture makes Pillow raise, it could not be read
        return unreadable
    written = io.BytesIO()
    shown.save(written, format=kind.upper(), **_SETTINGS[kind])
    return Cleaned(written.getvalue(), width=shown.width, height=shown.height)


def _plain(opened: Image) -> Image:
    """Return the points of a picture in plain colours, without palette, profile and data beside them."""
    from PIL import Image, ImageOps  # noqa: PLC0415  # only where a paper is a picture

    upright = ImageOps.exif_transpose(opened)
    has_holes = upright.has_transparency_data
    in_grey = "L" if upright.mode in {"1", "L"} else "RGB"
    mode = "RGBA" if has_holes else in_grey
    points = _in_common_colours(upright, mode)
    plain = Image.new(mode, points.size)
    if mode == "RGBA":
        plain.paste(points, mask=points.getchannel("A").point(lambda level: 255 if level else 0))
    else:
        plain.paste(points)
    return plain


def _in_common_colours(picture: Image, mode: str) -> Image:
    """Return a picture in sRGB: its colour profile goes, so its colours are worked out without one."""
    from PIL import ImageCms  # noqa: PLC0415  # only where a paper is a picture

    profile = picture.info.get("icc_profile")
    if profile and mode == "RGB" and picture.mode in {"RGB", "CMYK"}:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            changed = ImageCms.profileToProfile(
                picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            return picture.convert(mode)
        return changed if changed is not None else picture.convert(mode)
    return picture.convert(mode)
