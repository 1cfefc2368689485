"""What our colours mean: the ICC profile of sRGB, made of its published numbers (IEC 61966-2-1).

Made here, it has no maker's licence and no date, and is a tenth of the usual size.
"""

import struct
from functools import cache
from typing import Final

# Of red, green and blue as seen in the white D50, and that white; XYZ.
_PRIMARIES: Final = (
    (b"rXYZ", (0.43607, 0.22249, 0.01392)),
    (b"gXYZ", (0.38515, 0.71687, 0.09708)),
    (b"bXYZ", (0.14307, 0.06061, 0.71410)),
    (b"wtpt", (0.96420, 1.0, 0.82491)),
)
# From D65, the white of a screen, to D50.
_ADAPTED: Final = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
# Linear below the last number, else the first as a power.
_CURVE: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_HEADER: Final = 128


@cache
def srgb() -> bytes:
    tags = [(name, b"XYZ \0\0\0\0" + _fixed(*xyz)) for name, xyz in _PRIMARIES]
    tags.append((b"chad", b"sf32\0\0\0\0" + _fixed(*_ADAPTED)))
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    tags += [(b"desc", _words("sRGB")), (b"cprt", _words("No copyright, use freely"))]
    start = _HEADER + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for name, content in tags:
        table += struct.pack(">4sII", name, start + len(data), len(content))
        data += content + b"\0" * (-len(content) % 4)
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    """Version 4.2, for screens, RGB by way of XYZ; the date is that of the sRGB standard."""
    first = struct.pack(
        ">I4sI4s4s4s6H", size, b"\0\0\0\0", 0x04200000, b"mntr", b"RGB ", b"XYZ ", 1999, 10, 1, 0, 0, 0
    )
    rest = b"acsp" + bytes(28) + _fixed(0.96420, 1.0, 0.82491)
    return (first + rest).ljust(_HEADER, b"\0")


def _fixed(*numbers: float) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _words(text: str) -> bytes:
    content = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(content), 28) + content
