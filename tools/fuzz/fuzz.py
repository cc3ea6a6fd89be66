#!/usr/bin/env python3
"""Mutates the samples, runs them through the real program and reports whatever is neither a sound record nor a clear problem.

usage: tools/fuzz/fuzz.py [--seed N] [--count N] [--only TEXT] [--keep DIR] [--program PATH] [--slow SECONDS]
The same seed and count give the same files. Ends with 0 where nothing was found. Needs python3-jsonschema.
"""
import argparse
import collections
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import jsonschema

from mutations import mutate

ROOT = pathlib.Path(__file__).resolve().parents[2]
INBOX = ROOT / "samples" / "inbox"
# Pages of scans cost seconds, so that there are few of them.
SOURCES = (["text/" + name for name in ("doubled-characters.txt", "drifting-levels.md", "flattened.txt", "form-2019.txt", "one-cell-per-line.txt",
                                        "pipes.md", "plain-gb18030.txt", "restarted-numbering.txt")] * 3
           + ["pdf/" + name for name in ("hei-shaded.pdf", "kaiti-break.pdf", "rules-across.pdf", "song-ruled.pdf", "sungti-spaced.pdf",
                                         "web-hairlines.pdf", "writer-hei.pdf", "landscape-dense.pdf")] * 3
           + ["scan/" + name for name in ("mixed-formats/第2页.jp2", "mixed-formats/第3页.png", "mixed-formats/第5页.jpg",
                                          "mixed-formats/第6页.webp", "fax-204x98.tif", "hybrid.pdf")])
BATCH = 40
# A crash costs its document only, as designed; it still is a bug that somebody should look at.
FAULTS = {"program-fault", "worker-crashed", "page-hang", "page-cpu-limit"}


def make(seed, index, folder):
    dice = random.Random(f"{seed}/{index}")
    source = dice.choice(SOURCES)
    data, done = mutate(source, (INBOX / source).read_bytes(), dice)
    path = pathlib.Path(source)
    target = folder / f"{index:06}-{path.stem}{path.suffix}"
    target.write_bytes(data)
    return target.name, done


def run(program, inbox, out, timings):
    command = [program, "ingest", inbox, "--out", out, "--document-per", "file", "--timings", timings, "--page-cpu", "30", "--lang", "en"]
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def faults_of(record_file, schema):
    """What is wrong with a record, as (kind, detail)."""
    if not record_file.exists():
        return [("no-record", "")]
    try:
        record = json.loads(record_file.read_bytes().decode("utf-8"))
        jsonschema.validate(record, schema)
    except (ValueError, jsonschema.ValidationError) as wrong:
        return [("invalid-record", str(wrong)[:300])]
    found = [(problem["category"], problem["message"]) for problem in record["problems"] if problem["category"] in FAULTS]
    is_open = bool(record["review"]) or any(field["review"] == "open" for field in record["fields"].values())
    if record["outcome"] == "rejected" and not record["problems"]:
        found.append(("rejected-without-problem", ""))
    if (record["outcome"] == "accepted") == is_open:
        found.append(("outcome-against-open-items", record["outcome"]))
    found += [("printed-without-evidence", path) for path, field in record["fields"].items() if field["state"] == "printed" and not field["evidence"]]
    found += [("box-outside-page", path) for path, field in record["fields"].items() if any(is_outside(place, record) for place in field["evidence"])]
    return found


def outcomes(record_file):
    if not record_file.exists():
        return []
    record = json.loads(record_file.read_bytes())
    return [record["outcome"], *{problem["category"] for problem in record["problems"]}]


def is_outside(place, record):
    if "box" not in place:
        return False
    page = next((page for page in record["pages"] if page["sourcePage"] == place["page"] or page["number"] == place["page"]), None)
    x, y, width, height = place["box"]
    return page is None or width < 0 or height < 0 or x < -5 or y < -5 or x + width > page["width"] + 5 or y + height > page["height"] + 5


def batch(options, indices, schema, tally):
    """The findings of one batch: (file, mutations, kind, detail). Counts outcomes and problems, which tell whether the mutations bite."""
    with tempfile.TemporaryDirectory(prefix="govreport-fuzz-") as work:
        inbox, out, timings = (pathlib.Path(work) / name for name in ("inbox", "out", "timings"))
        inbox.mkdir()
        made = dict(made for made in (make(options.seed, index, inbox) for index in indices) if options.only in made[0])
        if not made:
            return []
        end = run(options.program, inbox, out, timings)
        found = []
        if end.returncode not in (0, 3) or end.stderr.strip():
            found.append(("(the batch)", "", f"exit-{end.returncode}", end.stderr[-2000:]))
        for name, done in made.items():
            found += [(name, done, kind, detail) for kind, detail in faults_of(out / f"{name}.record.json", schema)]
            tally.update(outcomes(out / f"{name}.record.json"))
        slow = (line.split("\t") for line in timings.read_text().splitlines()) if timings.exists() else []
        found += [(name, made[name], "slow", seconds) for seconds, name in slow if float(seconds) > options.slow]
        found += [(path.name, "", "left-over", "") for path in out.rglob("*.govreport.tmp")]
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            for name in {name for name, *_ in found if name in made}:
                shutil.copy(inbox / name, options.keep)
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200, help="how many files")
    parser.add_argument("--first", type=int, default=0, help="index of the first file")
    parser.add_argument("--only", default="", help="only files whose name contains this")
    parser.add_argument("--keep", type=pathlib.Path, help="files that show something are copied here")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "govreport")
    parser.add_argument("--slow", type=float, default=90, help="wall seconds of a file from which on it is a finding; a busy machine needs more")
    options = parser.parse_args()
    schema = json.loads((ROOT / "docs" / "record.schema.json").read_text())
    total, tally = 0, collections.Counter()
    for start in range(options.first, options.first + options.count, BATCH):
        found = batch(options, range(start, min(start + BATCH, options.first + options.count)), schema, tally)
        for name, done, kind, detail in found:
            print(f"{kind}\t{name}\t{done}\t{' '.join(str(detail).split())}", flush=True)
        total += len(found)
    print(", ".join(f"{name} {count}" for name, count in tally.most_common()))
    print(f"{options.count} files of seed {options.seed}: {total} findings")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
