"""The measurements of bench/peers.sh: prints its tables, and puts them into docs/performance.md between marks."""
import argparse
import os
import pathlib
import re
import tempfile

import conditions
import growth
import kinds
from processes import ROOT, measured

GENERATOR = ROOT / "tools" / "GovReportIngest.SampleGenerator"
PAGE = ROOT / "docs" / "performance.md"
IMAGES = ROOT / "docs" / "images"
CONDITIONS = "scan300,scan200,shaded200,photocopy200,office150,phone200"


def generate(folder, seed, reports, scans):
    measured(["dotnet", "run", "--project", GENERATOR, "-c", "Release", "--", "corpus", "--out", folder, "--seed", seed,
              "--reports", reports, "--only", "pdf", *(["--conditions", ",".join(scans)] if scans else [])])
    return folder


def put(name, text):
    """Replaces what stands between the marks of a part; the rest of the page is a person's."""
    page = PAGE.read_text()
    marked = f"<!-- bench:{name} -->\n{text}\n<!-- /bench:{name} -->"
    changed, count = re.subn(rf"<!-- bench:{name} -->.*?<!-- /bench:{name} -->", lambda _: marked, page, flags=re.S)
    if count != 1:
        raise SystemExit(f"docs/performance.md has no part {name}")
    PAGE.write_text(changed)


def options():
    parser = argparse.ArgumentParser(prog="bench/peers.sh")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="few pages, two conditions")
    size.add_argument("--full", action="store_true", help="twelve reports")
    parser.add_argument("--parts", default="kinds,conditions,growth")
    parser.add_argument("--conditions", help=f"default: {CONDITIONS}")
    parser.add_argument("--reports", type=int)
    parser.add_argument("--seed", type=int, default=90210)
    parser.add_argument("--corpus", type=pathlib.Path, help="a corpus that is there already, with all the conditions")
    parser.add_argument("--dry", action="store_true", help="prints and writes nothing")
    chosen = parser.parse_args()
    chosen.reports = chosen.reports or (2 if chosen.quick else 12 if chosen.full else 4)
    chosen.conditions = (chosen.conditions or ("scan200,shaded200" if chosen.quick else CONDITIONS)).split(",")
    return chosen


def main():
    chosen = options()
    images = None if chosen.dry else IMAGES
    if images:
        images.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="govreport-peers-") as folder:
        work = pathlib.Path(folder)
        measured([kinds.OURS, "--version"])  # builds the program where it is not built yet
        corpus = (chosen.corpus or generate(work / "corpus", chosen.seed, chosen.reports, sorted({*chosen.conditions, "scan200"}))).resolve()
        parts = {
            "kinds": lambda: kinds.section(sorted((corpus / "inbox" / "pdf").glob("*.pdf")), 2 * 30 if chosen.full else 2 * chosen.reports, work),
            "conditions": lambda: conditions.section(chosen.conditions, corpus, work, images),
            "growth": lambda: growth.section(sorted((corpus / "inbox" / "scan200").glob("*.pdf")), 50 if chosen.quick else 500, work, images),
        }
        for name in chosen.parts.split(","):
            before = os.getloadavg()[0]
            text = parts[name]() + f"\n\nSeed {chosen.seed}, {chosen.reports} reports; load of the machine {before:.1f} before and {os.getloadavg()[0]:.1f} after, on {len(os.sched_getaffinity(0))} cores."
            print(text, flush=True)
            if not chosen.dry:
                put(name, text)


if __name__ == "__main__":
    main()
