"""Mutations of documents: bytes in (with a seeded random.Random), bytes out. Those that know a format break what bytes alone hardly reach."""
import re
import struct
import zlib

NUMBERS = [b"0", b"-1", b"1", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"99999999999999999999", b"1e308", b"0.0000001", b"NaN"]
INTERESTING = [0, 1, 7, 10, 0x20, 0x7F, 0x80, 0xFE, 0xFF]


def flip(data, dice):
    out = bytearray(data)
    for _ in range(dice.choice([1, 4, 32])):
        out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
    return bytes(out)


def overwrite(data, dice):
    at, length = dice.randrange(len(data)), dice.choice([1, 4, 64, 1024])
    piece = bytes([dice.choice(INTERESTING)]) * length if dice.random() < 0.5 else dice.randbytes(length)
    return data[:at] + piece + data[at + length:]


def cut(data, dice):
    return data[:dice.randrange(len(data))]


def remove(data, dice):
    at = dice.randrange(len(data))
    return data[:at] + data[at + dice.choice([1, 2, 16, 512, 8192]):]


def repeat(data, dice):
    at, length = dice.randrange(len(data)), dice.choice([1, 16, 512, 8192])
    return data[:at] + data[at:at + length] * dice.choice([2, 3, 50]) + data[at + length:]


def move(data, dice):
    first, second = sorted(dice.randrange(len(data)) for _ in range(2))
    length = min(dice.choice([8, 256, 4096]), second - first)
    return data[:first] + data[first + length:second] + data[first:first + length] + data[second:]


BYTES = [flip, overwrite, cut, remove, repeat, move]


def pdf_number(data, dice):
    """Another number behind a key of a dictionary."""
    places = list(re.finditer(rb"/(?:Width|Height|BitsPerComponent|Count|Length\d?|Rotate|Size|Prev|First|N|Predictor|Columns|Colors|UserUnit"
                              rb"|FontBBox|MediaBox|CropBox|Matrix|BBox|W|FirstChar|LastChar)\b[\s\[]*(-?[\d.]+)", data))
    if not places:
        return flip(data, dice)
    place = dice.choice(places)
    return data[:place.start(1)] + dice.choice(NUMBERS) + data[place.end(1):]


def pdf_reference(data, dice):
    """An object refers to another one than it should: rings, pages that are fonts, trees that are leaves."""
    places = list(re.finditer(rb"\b(\d+) 0 R\b", data))
    if not places:
        return flip(data, dice)
    place = dice.choice(places)
    return data[:place.start(1)] + dice.choice(places).group(1) + data[place.end(1):]


def pdf_stream(data, dice):
    """What is packed in a stream is mutated and packed again, so that the mutation gets past the unpacking."""
    places = [place for place in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S) if place.group(1)[:1] == b"x"]
    dice.shuffle(places)
    for place in places[:8]:
        try:
            inside = zlib.decompress(place.group(1))
        except zlib.error:
            continue
        if inside:
            change = dice.choice(BYTES + [content_number] * 6)
            return data[:place.start(1)] + zlib.compress(change(inside, dice)) + data[place.end(1):]
    return flip(data, dice)


def content_number(data, dice):
    places = list(re.finditer(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])", data))
    if not places:
        return flip(data, dice)
    out, last = [], 0
    for place in sorted(dice.sample(places, min(len(places), dice.choice([1, 3, 20]))), key=lambda place: place.start()):
        out += [data[last:place.start()], dice.choice(NUMBERS)]
        last = place.end()
    return b"".join(out) + data[last:]


def png_header(data, dice):
    """Another size, depth or colour, with a right checksum."""
    if data[:4] != b"\x89PNG":
        return flip(data, dice)
    header = bytearray(data[16:29])
    at = dice.randrange(5)
    if at < 2:
        header[4 * at:4 * at + 4] = struct.pack(">I", dice.choice([0, 1, 7, 65535, 20000, 2**31 - 1, 2**32 - 1]))
    else:
        header[6 + at] = dice.choice([0, 1, 2, 3, 4, 6, 8, 16, 255])
    return data[:16] + bytes(header) + struct.pack(">I", zlib.crc32(b"IHDR" + header)) + data[33:]


def tiff_entry(data, dice):
    """Another value in an entry of a page's directory: sizes, strips, compression, resolution, the next page."""
    if data[:4] != b"II*\0":
        return flip(data, dice)
    at = struct.unpack_from("<I", data, 4)[0]
    if at + 2 > len(data):
        return flip(data, dice)
    count = struct.unpack_from("<H", data, at)[0]
    out = bytearray(data)
    if dice.random() < 0.15:
        place = at + 2 + 12 * count
        value = dice.choice([0, 4, 8, at, len(data), 2**32 - 1])
    else:
        place = at + 2 + 12 * dice.randrange(max(1, count)) + dice.choice([0, 2, 4, 8, 8, 8])
        value = dice.choice([0, 1, 2, 255, 65535, 100_000, at, 2**31, 2**32 - 1])
    if place + 4 <= len(out):
        struct.pack_into("<I", out, place, value)
    return bytes(out)


def text_lines(data, dice):
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    change = dice.randrange(6)
    if change == 0:
        del lines[at:at + dice.choice([1, 3, 20])]
    elif change == 1:
        lines[at:at] = lines[at:at + dice.choice([1, 5])] * dice.choice([1, 2, 400])
    elif change == 2:
        dice.shuffle(lines)
    elif change == 3:
        lines = [b"".join(lines)]
    elif change == 4:
        lines[at] *= 5000
    else:
        lines[at] = dice.choice([b"\t" * 3000, b"|" * 3000, b"#" * 100 + b" a", b"\xe3\x80\x80" * 500, "一、".encode() * 300, b"1." * 2000, b"\xef\xbb\xbf"])
    return b"\n".join(lines)


def text_numbers(data, dice):
    odd = NUMBERS + ["１２".encode(), "①".encode(), "٣".encode(), b"1,234", b"-", b"007", b"9" * 400, "〇".encode()]
    places = list(re.finditer(rb"\d+", data))
    if not places:
        return flip(data, dice)
    out, last = [], 0
    for place in sorted(dice.sample(places, min(len(places), dice.choice([1, 10, 200]))), key=lambda place: place.start()):
        out += [data[last:place.start()], dice.choice(odd)]
        last = place.end()
    return b"".join(out) + data[last:]


def mutate(name, data, dice):
    """One to three mutations that suit the format. Returns the new bytes and the names of what was done."""
    kinds = {"pdf": [pdf_number, pdf_reference, pdf_stream, pdf_stream], "png": [png_header], "tif": [tiff_entry],
             "txt": [text_lines, text_numbers], "md": [text_lines, text_numbers]}
    known = kinds.get(name.rsplit(".", 1)[-1], [])
    done = []
    for _ in range(dice.choice([1, 1, 2, 3])):
        if not data:
            break
        change = dice.choice(known) if known and dice.random() < 0.65 else dice.choice(BYTES)
        data = change(data, dice)
        done.append(change.__name__)
    return data, "+".join(done)
