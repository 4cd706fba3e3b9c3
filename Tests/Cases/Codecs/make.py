"""Makes the small picture files beside it, with Pillow for JPEG and WebP and by hand for PNG.

    python3 -m venv v && v/bin/pip install pillow && v/bin/python make.py
"""
import io
import os
import struct
import zlib

from PIL import Image, ImageOps

HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, data):
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(data)


# PNG: 13 x 9 px, where red rises to the right, green downwards, and blue is their XOR.
WIDTH, HEIGHT = 13, 9


def sample(x, y, channel, bits):
    """A sample of 0 to 2 ** bits - 1; channel 3 is alpha."""
    top = (1 << bits) - 1
    value = (x * 19 + 8, y * 28 + 5, (x ^ y) * 16 + 3, 255 - x * 17)[channel] % 256
    return value * top // 255


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def packed(samples, bits):
    if bits == 16:
        return b"".join(struct.pack(">H", s) for s in samples)
    joined = "".join(format(s, f"0{bits}b") for s in samples)
    joined += "0" * (-len(joined) % 8)
    return bytes(int(joined[i : i + 8], 2) for i in range(0, len(joined), 8))


def passes(interlaced):
    if not interlaced:
        return [(0, 0, 1, 1)]
    return [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png(name, color, bits, pixel, interlaced=False, before=()):
    """pixel(x, y) gives the samples of a pixel."""
    rows = b""
    for left, top, right, down in passes(interlaced):
        columns = range(left, WIDTH, right)
        for y in range(top, HEIGHT, down):
            if columns:
                rows += b"\0" + packed([s for x in columns for s in pixel(x, y)], bits)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, bits, color, 0, 0, int(interlaced))
    data = zlib.compress(rows, 9)
    middle = len(data) // 2  # two IDAT chunks, as large files have many
    write(
        name,
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(before)
        + chunk(b"IDAT", data[:middle]) + chunk(b"IDAT", data[middle:]) + chunk(b"IEND", b""),
    )


def rgb(bits):
    return lambda x, y: [sample(x, y, c, bits) for c in (0, 1, 2)]


for bits in (1, 2, 4, 8, 16):
    png(f"gray-{bits}.png", 0, bits, lambda x, y: [sample(x, y, 0, bits)])
for bits in (8, 16):
    png(f"gray-alpha-{bits}.png", 4, bits, lambda x, y: [sample(x, y, c, bits) for c in (0, 3)])
    png(f"rgb-{bits}.png", 2, bits, rgb(bits))
    png(f"rgba-{bits}.png", 6, bits, lambda x, y: [sample(x, y, c, bits) for c in range(4)])
png("rgb-8-interlaced.png", 2, 8, rgb(8), interlaced=True)
png("rgba-16-interlaced.png", 6, 16, lambda x, y: [sample(x, y, c, 16) for c in range(4)], interlaced=True)
for bits in (1, 2, 4, 8):
    count = min(1 << bits, 200)
    colors = chunk(b"PLTE", b"".join(bytes([i, 255 - i, i * 7 % 256]) for i in range(count)))
    number = lambda x, y, count=count: [(y * WIDTH + x) % count]
    png(f"palette-{bits}.png", 3, bits, number, before=[colors])
    if bits == 4:
        png("palette-4-interlaced.png", 3, 4, number, interlaced=True, before=[colors])
        clear = chunk(b"tRNS", bytes([0, 128, 255, 64]))
        png("palette-4-clear.png", 3, 4, number, before=[colors, clear])
# The pixel at 0, 0 is the one that is clear.
key = struct.pack(">HHH", *rgb(8)(0, 0))
png("rgb-8-key.png", 2, 8, rgb(8), before=[chunk(b"tRNS", key)])


# ICC profiles of a few hundred bytes.
def icc(space, tags):
    def xyz(x, y, z):
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in (x, y, z))

    table, body, at = b"", b"", 128 + 4 + 12 * (len(tags) + 1)
    for name, data in [(b"wtpt", xyz(0.9642, 1, 0.8249))] + tags:
        data = xyz(*data) if isinstance(data, tuple) else data
        table += name + struct.pack(">II", at, len(data))
        body += data
        at += len(data)
    head = struct.pack(">I", at) + b"\0" * 4 + struct.pack(">I", 0x02400000) + b"mntr" + space + b"XYZ "
    head += b"\0" * 12 + b"acsp" + b"\0" * 28
    head += b"".join(struct.pack(">i", round(v * 65536)) for v in (0.9642, 1, 0.8249))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags) + 1) + table + body


def gamma(value):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256)) + b"\0\0"


# sRGB's primaries, adapted to D50, with red and green in each other's place.
red, green, blue = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
SWAPPED = icc(b"RGB ", [(b"rXYZ", green), (b"gXYZ", red), (b"bXYZ", blue)] + [(t, gamma(2.2)) for t in (b"rTRC", b"gTRC", b"bTRC")])
LINEAR_GRAY = icc(b"GRAY", [(b"kTRC", gamma(1.0))])


def iccp(profile):
    return chunk(b"iCCP", b"test\0\0" + zlib.compress(profile))


png("rgb-8-profile.png", 2, 8, rgb(8), before=[iccp(SWAPPED)])
png("rgb-8-broken-profile.png", 2, 8, rgb(8), before=[iccp(b"no profile" * 20)])
png("rgb-8-gray-profile.png", 2, 8, rgb(8), before=[iccp(LINEAR_GRAY)])
png("gray-8-profile.png", 0, 8, lambda x, y: [sample(x, y, 0, 8)], before=[iccp(LINEAR_GRAY)])
png("rgb-8-linear.png", 2, 8, rgb(8), before=[chunk(b"gAMA", struct.pack(">I", 100000))])
png("rgb-8-display-p3.png", 2, 8, rgb(8), before=[chunk(b"cICP", bytes([12, 13, 0, 1]))])


# JPEG and WebP: 48 x 32 px in four flat quarters: red, green, blue, white.
upright = Image.new("RGB", (48, 32))
for box, color in (((0, 0), (200, 30, 40)), ((24, 0), (20, 160, 60)), ((0, 16), (30, 60, 180)), ((24, 16), (255, 255, 255))):
    upright.paste(color, (*box, box[0] + 24, box[1] + 16))


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def exif(orientation):
    data = Image.Exif()
    data[0x0112] = orientation
    return data.tobytes()


for name, sampling in (("444", 0), ("422", 1), ("420", 2)):
    write(f"rgb-{name}.jpg", saved(upright, "JPEG", quality=95, subsampling=sampling))
write("progressive.jpg", saved(upright, "JPEG", quality=95, progressive=True))
write("gray.jpg", saved(upright.convert("L"), "JPEG", quality=95))
write("cmyk.jpg", saved(upright.convert("CMYK"), "JPEG", quality=95))
write("profile.jpg", saved(upright, "JPEG", quality=95, subsampling=0, icc_profile=SWAPPED))
# Stored so that turning it as the tag says gives the upright picture.
turns = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
for tag in range(1, 9):
    stored = upright.transpose(turns[tag]) if tag in turns else upright
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(saved(stored, "PNG", exif=exif(tag)))))
    assert list(seen.convert("RGB").getdata()) == list(upright.getdata()), tag
    write(f"orientation-{tag}.jpg", saved(stored, "JPEG", quality=95, subsampling=0, exif=exif(tag)))
side = upright.transpose(turns[6])
write("orientation-6.webp", saved(side, "WEBP", lossless=True, exif=exif(6)))
write("lossless.webp", saved(upright, "WEBP", lossless=True))
write("lossy.webp", saved(upright, "WEBP", quality=90))
clear = upright.convert("RGBA")
clear.putalpha(Image.linear_gradient("L").resize((48, 32)))
write("alpha.webp", saved(clear, "WEBP", lossless=True, exact=True))
write("profile.webp", saved(upright, "WEBP", lossless=True, icc_profile=SWAPPED))
write("animated.webp", saved(upright, "WEBP", save_all=True, append_images=[side.resize((48, 32))], duration=100))
write("picture.gif", saved(upright, "GIF"))
write("picture.bmp", saved(upright.resize((8, 8)), "BMP"))
write("picture.tiff", saved(upright.resize((8, 8)), "TIFF"))

# JPEGs of 75 x 61 px without two pixels alike, of which parts are decoded: their sides end within
# a unit of 8 or 16 px.
state, grain = 2_026, bytearray()
for _ in range(75 * 61 * 3):
    state = (state * 1_664_525 + 1_013_904_223) % (1 << 32)
    grain.append(state >> 24)
noise = Image.frombytes("RGB", (75, 61), bytes(grain))
for name, sampling in (("444", 0), ("422", 1), ("420", 2)):
    write(f"noise-{name}.jpg", saved(noise, "JPEG", quality=80, subsampling=sampling))
write("noise-progressive.jpg", saved(noise, "JPEG", quality=80, subsampling=2, progressive=True))
write("noise-restarts.jpg", saved(noise, "JPEG", quality=80, subsampling=2, restart_marker_blocks=3))
write("noise-gray.jpg", saved(noise.convert("L"), "JPEG", quality=80))
write("noise-cmyk.jpg", saved(noise.convert("CMYK"), "JPEG", quality=80))
