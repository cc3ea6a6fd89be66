"""Scores what a program read against the truth of the generator, by the same rules for all of them."""
import re
import unicodedata
from collections import defaultdict
from decimal import Decimal, InvalidOperation

NUMBER = re.compile(r"(?<![\d.])-?\d+(?:\.\d+)?(?![\d.])")
PAGE_NUMBER = re.compile(r"^[\s\-–—·.,第共页/\d]*\d[\s\-–—·.,第共页/\d]*$")
CHINESE_NUMBER = re.compile("^[一二三四五六七八九十]+$")


def characters(text):
    """Characters without white space; full-width ones and dashes as their plain kin, so that no program pays for a style."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(character for character in re.sub("[–—−―]+", "-", plain) if not character.isspace())


def distances(pattern, text):
    """Edit distances of the whole pattern to every prefix of the text (Myers 1999, J. ACM 46(3), in Hyyrö's form)."""
    if not pattern:
        return list(range(len(text) + 1))
    at, top, mask = defaultdict(int), 1 << (len(pattern) - 1), (1 << len(pattern)) - 1
    for place, character in enumerate(pattern):
        at[character] |= 1 << place
    up, down, distance, found = mask, 0, len(pattern), [len(pattern)]
    for character in text:
        same = at.get(character, 0)
        diagonal = (((same & up) + up) ^ up) | same | down
        right_up = down | ~(diagonal | up) & mask
        right_down = up & diagonal
        distance += (right_up & top != 0) - (right_down & top != 0)
        right_up, right_down = (right_up << 1 | 1) & mask, right_down << 1 & mask
        up, down = right_down | ~(diagonal | right_up) & mask, right_up & diagonal
        found.append(distance)
    return found


def errors_by_page(pages, text):
    """Edit errors of every page, where the whole text is parted among the pages so that the sum is least."""
    errors = []
    for page, rest in ((pages[at], "".join(pages[at + 1:])) for at in range(len(pages))):
        head, tail = distances(page, text), distances(rest[::-1], text[::-1])[::-1]
        cut = min(range(len(text) + 1), key=lambda place: head[place] + tail[place])
        errors.append(head[cut])
        text = text[cut:]
    return errors


def prose_lines(text, furniture):
    """A page without its page number and running header or footer, which the record leaves out too."""
    lines = [line for line in text.splitlines() if line.strip()]
    while lines and is_furniture(lines[0], furniture):
        del lines[0]
    while lines and is_furniture(lines[-1], furniture):
        del lines[-1]
    return characters("".join(lines))


def is_furniture(line, furniture):
    plain = characters(line)
    return bool(PAGE_NUMBER.match(plain)) or any(distances(known, plain)[-1] <= len(known) // 2 for known in furniture)


def furniture_of(printed, prose):
    """Lines at the head and foot of a printed page that are none of its prose."""
    lines = [characters(line) for line in printed.splitlines() if line.strip()]
    return [line for line in (lines[:1] + lines[-1:]) if line and line not in characters(prose) and not PAGE_NUMBER.match(line)]


def numbers_of(line):
    found = []
    for word in NUMBER.findall(unicodedata.normalize("NFKC", line)):
        try:
            found.append(Decimal(word).normalize())
        except InvalidOperation:
            continue
    return found


def true_rows(fields):
    """Rows of numbers as printed: requests by row, review_litigation in one row, others by row; blanks left out."""
    rows = {}
    for path, field in fields.items():
        table, _, rest = path.partition(".")
        if table == "report" or field["state"] != "printed" or not isinstance(field["value"], (int, float)):
            continue
        row = table if table == "review_litigation" else f"{table}.{rest.rpartition('.')[0]}"
        rows.setdefault(row, []).append(Decimal(str(field["value"])).normalize())
    return list(rows.values())


def common(expected, found):
    """The numbers of the longest common subsequence, as a pair of all and of those that are not 0."""
    best = [(0, 0)] * (len(found) + 1)
    for number in expected:
        last = best
        best = [(0, 0)]
        for at, other in enumerate(found):
            hit = (last[at][0] + 1, last[at][1] + (number != 0)) if number == other else (0, 0)
            best.append(max(hit, last[at + 1], best[at]))
    return best[-1]


def numbers_found(rows, text):
    """How many numbers stand in one line with the others of their row, in order, rows in order (all, and not 0).

    A line may be any: its label is not asked for, which favours programs that garble labels."""
    lines = [numbers for numbers in map(numbers_of, text.splitlines()) if numbers]
    best = [(0, 0)] * (len(lines) + 1)
    for row in rows:
        last = best
        best = [(0, 0)]
        for at, line in enumerate(lines):
            gain = common(row, line)
            hit = (last[at][0] + gain[0], last[at][1] + gain[1])
            # Two short rows may share a line of the page, so that a row may also end on the line of the last.
            best.append(max(hit, last[at + 1], best[at]))
    return best[-1]


def fields_found(truth, record):
    """How many true numbers the record holds in their own field (all, and not 0), of them how many, flagged, silently wrong."""
    found, nonzero, flagged, silent = 0, 0, 0, 0
    for path, field in truth.items():
        if path.startswith("report.") or field["state"] != "printed" or not isinstance(field["value"], (int, float)):
            continue
        read = (record or {}).get("fields", {}).get(path, {"state": "missing", "value": None, "review": "none"})
        right = read["state"] == "printed" and read["value"] is not None and Decimal(str(read["value"])) == Decimal(str(field["value"]))
        found += right
        nonzero += right and field["value"] != 0
        flagged += read["review"] == "open"
        silent += not right and read["review"] != "open"
    return found, nonzero, flagged, silent


def prose_of(record):
    """Title and outline of a record in order, with the marks of numbering that it keeps apart."""
    parts = [(record["fields"].get("report.title") or {}).get("printed") or ""]

    def add(nodes):
        for node in nodes:
            number = node.get("number") or ""
            parts.append(number + ("、" if CHINESE_NUMBER.match(number) else "") + node["title"])
            parts.extend(node["paragraphs"])
            add(node["children"])

    add(record["outline"])
    return "".join(parts)
