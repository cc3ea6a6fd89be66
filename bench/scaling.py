"""How fast 1 to 50 nodes read, and what holds them up: a simulation from figures that were measured.

Every lane of every node claims a document, reads it, and stores its records; the database has so many cores that serve one transaction at a time, the
shared disk of blobs so many bytes a second. Reading times are spread as those of real collections are (log-normal). Writes the marked part of
docs/operations.md and its picture, or prints it with --print. usage: bench/scaling.py [--print]
"""
import argparse
import heapq
import random
from pathlib import Path

import plot

ROOT = Path(__file__).parent.parent
NODES = (1, 2, 5, 10, 20, 50)
CORES_A_NODE, PAGES = 8, 10_000_000
# CPU seconds a page: docs/performance.md, by kind of page (the greater of tables and narrative).
KINDS = {"scanned": 1.54, "born-digital": 0.069}
PAGES_A_DOCUMENT, SPREAD = 7, 0.8
# Core seconds of the database a document: tests of Storage (GOVREPORT_LONG=1), claims and "records stored" by eight lanes on two cores that the clients share,
# the latter on a busy machine: the database alone takes less.
DATABASE_CORES, CLAIM, STORE = 8, 2 / 1434, 2 / 90
# Bytes that cross to and from the shared disk a document, and what it takes a second (a gigabit network).
BLOB_BYTES, DISK_BYTES = {"scanned": 7 * 150_000 * 2 + 300_000, "born-digital": 400_000 * 2 + 300_000}, 110_000_000


class Server:
    """So many places, each serves one after the other; who comes first is served first."""

    def __init__(self, places):
        self.free, self.busy = [0.0] * places, 0.0

    def serve(self, now, seconds):
        begin = max(now, heapq.heappop(self.free))
        heapq.heappush(self.free, begin + seconds)
        self.busy += seconds
        return begin + seconds


def simulate(kind, nodes, documents, seed=1):
    """Documents a second, and how busy lanes, database and disk are (0 to 1)."""
    dice, lanes = random.Random(seed), nodes * CORES_A_NODE
    database, disk = Server(DATABASE_CORES), Server(1)
    mean = KINDS[kind] * PAGES_A_DOCUMENT
    # Lanes start at times of their own, and are at one of three steps: claim and fetch, read, store.
    events = [(dice.uniform(0, mean), lane, "claim") for lane in range(lanes)]
    heapq.heapify(events)
    done, reading, warm, now = 0, 0.0, documents // 5, 0.0
    begin, busy = 0.0, (0.0, 0.0, 0.0)
    while done < documents + warm:
        now, lane, step = heapq.heappop(events)
        if step == "claim":
            heapq.heappush(events, (disk.serve(database.serve(now, CLAIM), BLOB_BYTES[kind] / DISK_BYTES), lane, "read"))
        elif step == "read":
            seconds = mean * dice.lognormvariate(-SPREAD * SPREAD / 2, SPREAD)
            reading += seconds
            heapq.heappush(events, (now + seconds, lane, "store"))
        else:
            heapq.heappush(events, (database.serve(now, STORE), lane, "claim"))
            done += 1
            if done == warm:
                begin, busy = now, (reading, database.busy, disk.busy)
    took = now - begin
    return documents / took, ((reading - busy[0]) / took / lanes, (database.busy - busy[1]) / took / DATABASE_CORES, (disk.busy - busy[2]) / took)


def row(kind, nodes):
    rate, busy = simulate(kind, nodes, 4000 + 200 * nodes)
    holds = max(zip(busy, ("processors", "database", "shared disk")))[1]
    hours = PAGES / PAGES_A_DOCUMENT / rate / 3600
    return rate * PAGES_A_DOCUMENT * 3600, hours, busy, holds


def table(kind, rows):
    lines = [f"| {kind}: nodes | pages an hour | 10 million pages, hours | processors busy | database busy | shared disk busy | held up by |", "|---:|---:|---:|---:|---:|---:|---|"]
    for nodes, (pages, hours, busy, holds) in zip(NODES, rows):
        lines.append(f"| {nodes} | {pages:,.0f} | {hours:,.1f} | {min(1, busy[0]):.0%} | {min(1, busy[1]):.0%} | {min(1, busy[2]):.0%} | {holds} |")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--print", action="store_true")
    only_print = arguments.parse_args().print
    results = {kind: [row(kind, nodes) for nodes in NODES] for kind in KINDS}
    text = "\n\n".join(table(kind, rows) for kind, rows in results.items())
    if only_print:
        print(text)
        return
    guide = ROOT / "docs" / "operations.md"
    before, rest = guide.read_text().split("<!-- bench:scaling -->", 1)
    after = rest.split("<!-- /bench:scaling -->", 1)[1]
    guide.write_text(f"{before}<!-- bench:scaling -->\n{text}\n<!-- /bench:scaling -->{after}")
    (ROOT / "docs" / "images" / "scaling.svg").write_text(plot.lines(NODES, f"nodes of {CORES_A_NODE} cores", [
        (f"{kind}: pages an hour, thousands", [pages / 1000 for pages, _, _, _ in rows]) for kind, rows in results.items()]))


if __name__ == "__main__":
    main()
