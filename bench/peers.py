"""The measurements of bench/peers.sh; prints one table in Markdown."""
import argparse
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "tools" / "GovReportIngest.SampleGenerator"
ENVIRONMENT = {**os.environ, "OMP_THREAD_LIMIT": "1"}


def cpu(command):
    """User and system seconds of a command and all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-400:]}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def ingest(folder, work):
    """CPU of one worker over a folder, every file a document."""
    return cpu([ROOT / "govreport", "ingest", folder, "--out", work / "out", "--force", "--workers", "1"])


def without_start(files, work):
    """CPU of all files less the start-up, which two runs over one file and over all of them tell apart."""
    one = folder_of(files[:1], work / "one")
    everything = folder_of(files, work / "all")
    first, total = ingest(one, work), ingest(everything, work)
    return (total - first) / (len(files) - 1) * len(files), first


def folder_of(files, folder):
    shutil.rmtree(folder, ignore_errors=True)
    for index, file in enumerate(files):
        # A folder of images only is one document: every page stands in a folder of its own.
        place = folder / f"{index:04}"
        place.mkdir(parents=True)
        shutil.copy(file, place / file.name)
    return folder


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def kind(text):
    """Pages of tables hold many numbers; mixed pages are left out."""
    numbers = len(re.findall(r"(?<![\d.])\d+(?![\d.])", text))
    return "table" if numbers >= 60 else "narrative" if numbers <= 25 and len(text.strip()) > 300 else "mixed"


def born_digital(pdfs, work):
    pages = sum(len(pages_of(pdf)) for pdf in pdfs)
    ours, start = without_start(pdfs, work)
    theirs = sum(cpu(["pdftotext", "-bbox", pdf, work / "bbox.html"]) for pdf in pdfs)
    return "born-digital", "pdftotext -bbox", pages, ours, theirs, start


def scanned(name, pictures, work):
    ours, start = without_start(pictures, work)
    theirs = sum(cpu(["tesseract", picture, work / "text", "-l", "chi_sim", "--psm", "3"]) for picture in pictures)
    return name, "tesseract", len(pictures), ours, theirs, start


def draw(pdfs, most, dpi, work):
    """Pages drawn grey, by kind; the same number of each where there are enough."""
    found = {"table": [], "narrative": []}
    for pdf in pdfs:
        for number, text in enumerate(pages_of(pdf), 1):
            group = found.get(kind(text))
            if group is None or len(group) >= most // 2:
                continue
            base = work / f"{pdf.stem}-{number}"
            subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", "-f", str(number), "-l", str(number), "-singlefile", pdf, base], check=True)
            group.append(base.with_suffix(".png"))
    return found


def main():
    options = argparse.ArgumentParser(prog="bench/peers.sh")
    options.add_argument("--digital", type=int, default=140, help="born-digital pages, at least")
    options.add_argument("--scanned", type=int, default=60, help="scanned pages, at most; half of each kind")
    options.add_argument("--seed", type=int, default=90210)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="govreport-peers-") as folder:
        work = pathlib.Path(folder)
        reports = max(chosen.digital // 3, chosen.scanned // 2)
        cpu(["dotnet", "run", "--project", GENERATOR, "-c", "Release", "--", "corpus", "--out", work / "corpus",
             "--seed", chosen.seed, "--reports", reports])
        pdfs = sorted((work / "corpus" / "inbox" / "pdf").glob("*.pdf"))
        pictures = draw(pdfs, chosen.scanned, 200, work)
        ingest(folder_of(pdfs[:1], work / "warm"), work)  # builds the program where it is not built yet
        rows = [born_digital(pdfs, work)] + [scanned(f"scanned, {name}", files, work) for name, files in pictures.items() if len(files) > 1]
    print("| pages of | peer | pages | ours, CPU s a page | peer, CPU s a page | ratio | our start, CPU s |\n|---|---|---:|---:|---:|---:|---:|")
    for name, peer, pages, ours, theirs, start in rows:
        print(f"| {name} | {peer} | {pages} | {ours / pages:.3f} | {theirs / pages:.3f} | {ours / theirs:.2f} | {start:.2f} |")
    print(f"\n{sum(row[2] for row in rows)} pages in one run.")


if __name__ == "__main__":
    main()
