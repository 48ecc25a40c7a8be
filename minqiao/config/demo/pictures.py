"""Drawn pictures that stand for photos of a site in the demo; they show no place and nobody."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

SIZE = (640, 480)
SKY, HILL = "#c9d6dc", "#8aa088"
# What the ground looks like, before and after, by kind of work.
GROUND = {"before": "#9a8466", "after": "#b9b9b4"}


def picture(kind, stage):
    """An upload that shows a drawn site of this kind, before or after the work."""
    image = Image.new("RGB", SIZE, SKY)
    pen = ImageDraw.Draw(image)
    pen.polygon([(0, 240), (180, 120), (360, 230), (520, 150), (640, 240)], fill=HILL)
    pen.rectangle([0, 240, 640, 480], fill="#7d9468")
    shift = 40 * (sum(map(ord, kind)) % 5)
    pen.polygon([(180 + shift, 480), (280 + shift // 2, 250), (340 + shift // 2, 250), (520 + shift, 480)],
                fill=GROUND[stage])  # fmt: skip
    for at in range(6) if stage == "before" else ():
        pen.ellipse([230 + 35 * at, 300 + 25 * at, 270 + 35 * at, 315 + 25 * at], fill="#6e5b43")
    out = io.BytesIO()
    image.save(out, "PNG")
    return SimpleUploadedFile(f"演示-{kind}-{stage}.png", out.getvalue())
