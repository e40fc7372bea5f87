"""Writes the pictures that PictureFileTest reads, one a way to store one, and what Pillow decodes them to.

    python3 src/scripts/test-pictures.py src/test/resources/peekbench/data/picture

expected.txt has a line a picture: name, channels, height, width, and all numbers as [C, H, W] in hexadecimal. Needs Pillow
and NumPy (Debian: python3-pil, python3-numpy). Rules beyond Pillow's decoding: 16 bits are rounded to 8, transparent pixels
are laid over white, palettes become what they mean.
"""

import struct
import sys
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, PngImagePlugin

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
H, W = 16, 24
random = np.random.RandomState(1)
y, x = np.mgrid[0:H, 0:W]
colours = np.stack([x * 10, y * 15, 255 - (x + y) * 6], -1).clip(0, 255).astype(np.uint8)
grey = ((x * 7 + y * 5) % 256).astype(np.uint8)
alpha = ((x * 11) % 256).astype(np.uint8)
expected = []


def over_white(pixels, opacity):
    opacity = opacity.astype(int)
    if pixels.ndim == 3:
        opacity = opacity[..., None]
    return (pixels.astype(int) * opacity + 255 * (255 - opacity) + 127) // 255


def note(name, pixels):
    pixels = np.asarray(pixels).astype(np.uint8)
    if pixels.ndim == 2:
        pixels = pixels[..., None]
    planes = pixels.transpose(2, 0, 1)
    expected.append(" ".join([name, *map(str, planes.shape), planes.tobytes().hex()]))


def decoded(name, mode):
    return np.array(ImageOps.exif_transpose(Image.open(folder / name)).convert(mode))


def save(name, image, mode, **options):
    image.save(folder / name, **options)
    note(name, decoded(name, mode))


def raw_png(name, colour_type, depth, rows, chunks=b""):
    """Of kinds that Pillow does not write."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", W, H, depth, colour_type, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    (folder / name).write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunks + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def wide(values):
    return [row.astype(">u2").tobytes() for row in values]


save("rgb.png", Image.fromarray(colours), "RGB")
save("grey.png", Image.fromarray(grey), "L")
save("palette.png", Image.fromarray(colours).quantize(16), "RGB")
save("palette-grey.png", Image.fromarray(grey).quantize(16), "L")
save("grey-1-bit.png", Image.fromarray(grey).convert("1"), "L")
four = (grey >> 4).astype(np.uint8)
raw_png("grey-4-bit.png", 0, 4, [bytes(row[::2] << 4 | row[1::2]) for row in four])
note("grey-4-bit.png", decoded("grey-4-bit.png", "L"))
gamma = PngImagePlugin.PngInfo()
gamma.add(b"gAMA", struct.pack(">I", 100000))
save("grey-gamma.png", Image.fromarray(grey), "L", pnginfo=gamma)
save("rgb-gamma.png", Image.fromarray(colours), "RGB", pnginfo=gamma)

deep = (grey.astype(int) * 257 + x * 31 + y).clip(0, 65535)
raw_png("grey-16-bit.png", 0, 16, wide(deep))
assert (np.array(Image.open(folder / "grey-16-bit.png")) == deep).all()
note("grey-16-bit.png", (deep + 128) // 257)
deep3 = (colours.astype(int) * 257 + x[..., None] * 31 - y[..., None]).clip(0, 65535)
raw_png("rgb-16-bit.png", 2, 16, wide(deep3))
assert abs(decoded("rgb-16-bit.png", "RGB").astype(int) - (deep3 + 128) // 257).max() <= 1
note("rgb-16-bit.png", (deep3 + 128) // 257)
grey_alpha16 = np.stack([deep, alpha.astype(int) * 257], -1)
raw_png("grey-alpha-16-bit.png", 4, 16, wide(grey_alpha16))
note("grey-alpha-16-bit.png", over_white((deep + 128) // 257, alpha))

save("rgb-alpha.png", Image.fromarray(np.dstack([colours, alpha])), "RGBA")
expected.pop()
note("rgb-alpha.png", over_white(decoded("rgb-alpha.png", "RGBA")[..., :3], decoded("rgb-alpha.png", "RGBA")[..., 3]))
Image.fromarray(np.dstack([grey, alpha]), "LA").save(folder / "grey-alpha.png")
la = decoded("grey-alpha.png", "LA")
note("grey-alpha.png", over_white(la[..., 0], la[..., 1]))
indexed = Image.fromarray(colours).quantize(16)
indexed.save(folder / "palette-alpha.png", transparency=bytes([0, 60, 120, 180]))
rgba = decoded("palette-alpha.png", "RGBA")
note("palette-alpha.png", over_white(rgba[..., :3], rgba[..., 3]))
Image.fromarray(grey).save(folder / "grey-transparent.png", transparency=int(grey[3, 3]))
note("grey-transparent.png", np.where(grey == grey[3, 3], 255, grey))
Image.fromarray(colours).save(folder / "rgb-transparent.png", transparency=tuple(int(v) for v in colours[3, 3]))
rgba = decoded("rgb-transparent.png", "RGBA")
note("rgb-transparent.png", over_white(rgba[..., :3], rgba[..., 3]))

save("rgb.jpg", Image.fromarray(colours), "RGB", quality=90)
save("rgb-whole-chroma.jpg", Image.fromarray(colours), "RGB", quality=95, subsampling=0)
save("rgb-progressive.jpg", Image.fromarray(colours), "RGB", quality=90, progressive=True)
save("grey.jpg", Image.fromarray(grey), "L", quality=90)
save("cmyk.jpg", Image.fromarray(colours).convert("CMYK"), "RGB", quality=95)
for turn in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = turn
    save(f"turn-{turn}.jpg", Image.fromarray(colours), "RGB", quality=95, subsampling=0, exif=exif.tobytes())
exif = Image.Exif()
exif[0x0112] = 6
save("turn-6.png", Image.fromarray(colours), "RGB", exif=exif.tobytes())
save("jpeg-named.png", Image.fromarray(grey), "L", format="JPEG")
Image.fromarray(grey).save(folder / "gif-named.png", format="GIF")
(folder / "expected.txt").write_text("\n".join(expected) + "\n")
resized = []
for size in [(9, 7), (24, 5), (40, 33), (5, 16)]:
    for name, mode in [("rgb.png", "RGB"), ("grey.png", "L")]:
        pixels = np.array(Image.open(folder / name).convert(mode).resize(size, Image.Resampling.BILINEAR))
        pixels = pixels.reshape(size[1], size[0], -1).transpose(2, 0, 1)
        resized.append(" ".join([name, *map(str, pixels.shape), pixels.tobytes().hex()]))
(folder / "resized.txt").write_text("\n".join(resized) + "\n")
