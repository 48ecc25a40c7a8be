"""Pictures: opened, turned upright, made no larger than needed, written anew without the camera's data."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
MAX_PIXELS = 50_000_000  # before decoding
MAX_SIDE = 6000  # pixels, after re-encoding
_OPTIONS = {
    "jpg": {"quality": 88, "optimize": True},
    "png": {"compress_level": 6},
    "webp": {"quality": 88, "method": 4},
}


def reencoded(kind, data) -> tuple[bytes, str]:
    """The picture written anew (upright, at most MAX_SIDE a side, no metadata), or b"" and the reason."""
    try:
        with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as image:
            if image.width * image.height > MAX_PIXELS:
                return b"", f"图片过大（{image.width}×{image.height}像素），请缩小到5000万像素以内"
            return _written(kind, image), ""
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b"", "图片已损坏或不完整，无法打开，请重新拍摄或导出后再上传"


def _written(kind, image):
    image.draft("RGB", (MAX_SIDE, MAX_SIDE))
    upright = ImageOps.exif_transpose(image)
    upright = upright.convert("RGBA" if _has_transparency(upright) and kind != "jpg" else "RGB")
    upright.thumbnail((MAX_SIDE, MAX_SIDE))
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    out = io.BytesIO()
    bare.save(out, FORMATS[kind], **_OPTIONS[kind])
    return out.getvalue()


def _has_transparency(image):
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
