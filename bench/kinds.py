"""CPU time a page by kind of page: born-digital, scanned tables, scanned running text."""
import re
import shutil
import subprocess

from processes import ROOT, measured

OURS = ROOT / "govreport"


def ingest(folder, out, workers=1, with_memory=False):
    """One run over a folder, every file a document; a rejected document is a result too."""
    return measured([OURS, "ingest", folder, "--out", out, "--force", "--workers", workers], may_end_with=(0, 3), with_memory=with_memory)


def without_start(files, pages, work):
    """CPU of a page less the start, which a run over the first file and one over all of them tell apart; and that start."""
    first = ingest(folder_of(files[:1], work / "one"), work / "one-out").cpu
    total = ingest(folder_of(files, work / "all"), work / "all-out").cpu
    page = (total - first) / (sum(pages) - pages[0])
    return page, first - page * pages[0]


def folder_of(files, folder):
    shutil.rmtree(folder, ignore_errors=True)
    for index, file in enumerate(files):
        # A folder of images only is one document: every page stands in a folder of its own.
        place = folder / f"{index:04}"
        place.mkdir(parents=True)
        shutil.copy(file, place / file.name)
    return folder


def pages_of(pdf):
    """The text of every page, as its lines stand."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def kind(text):
    """Pages of tables hold many numbers; mixed pages are left out."""
    numbers = len(re.findall(r"(?<![\d.])\d+(?![\d.])", text))
    return "table" if numbers >= 60 else "narrative" if numbers <= 25 and len(text.strip()) > 300 else "mixed"


def born_digital(pdfs, work):
    pages = [len(pages_of(pdf)) for pdf in pdfs]
    ours, start = without_start(pdfs, pages, work)
    theirs = sum(measured(["pdftotext", "-layout", pdf, work / "layout.txt"]).cpu for pdf in pdfs)
    return "born-digital", "pdftotext -layout", sum(pages), ours, theirs / sum(pages), start


def scanned(name, pictures, work):
    ours, start = without_start(pictures, [1] * len(pictures), work)
    theirs = sum(measured(["tesseract", picture, work / "text", "-l", "chi_sim", "--psm", "3"]).cpu for picture in pictures)
    return f"scanned, {name}", "tesseract", len(pictures), ours, theirs / len(pictures), start


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


def section(pdfs, scanned_pages, work):
    pictures = draw(pdfs, scanned_pages, 200, work)
    rows = [born_digital(pdfs, work)] + [scanned(name, files, work) for name, files in pictures.items() if len(files) > 1]
    lines = ["| pages of | peer | pages | ours, CPU s a page | peer, CPU s a page | ratio | our start, CPU s |", "|---|---|---:|---:|---:|---:|---:|"]
    lines += [f"| {name} | {peer} | {pages} | {ours:.3f} | {theirs:.3f} | {ours / theirs:.2f} | {start:.2f} |"
              for name, peer, pages, ours, theirs, start in rows]
    return "\n".join(lines)
