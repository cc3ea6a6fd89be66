"""Time and memory of one scanned document of 1 to 500 pages, and of many documents on one and two workers."""
import itertools
import subprocess

import plot
from kinds import folder_of, ingest


def book(pages, count, folder):
    """A PDF of so many pages, the given ones over and over."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdfunite", *itertools.islice(itertools.cycle(pages), count), folder / "book.pdf"], check=True)
    return folder


def single_pages(scans, work):
    work.mkdir(parents=True, exist_ok=True)
    for at, scan in enumerate(scans):
        subprocess.run(["pdfseparate", scan, work / f"{at:03}-%03d.pdf"], check=True)
    return sorted(work.glob("*.pdf"))


def section(scans, most, work, images):
    pages, rows = single_pages(scans, work / "pages"), []
    for count in (count for count in (1, 10, 50, 100, 500) if count <= most):
        use = ingest(book(pages, count, work / f"book{count}"), work / "out", with_memory=True)
        rows.append((count, use.cpu, use.wall, use.peak_bytes / 2**20))
        print(f"{count} pages: {use.cpu:.1f} s CPU, {use.wall:.1f} s wall, {use.peak_bytes / 2**20:.0f} MiB", flush=True)
    if images:
        draw(rows, images / "growth.svg")
    workers = {count: ingest(folder_of(scans, work / "many"), work / "many-out", workers=count, with_memory=True) for count in (1, 2)}
    return table_of_pages(rows) + "\n\n" + table_of_workers(workers, len(scans), len(pages))


def table_of_pages(rows):
    table = ["| pages in one document | CPU s | CPU s a page | wall s | peak memory of all processes, MiB |", "|---:|---:|---:|---:|---:|"]
    return "\n".join(table + [f"| {count} | {cpu:.1f} | {cpu / count:.2f} | {wall:.1f} | {peak:.0f} |" for count, cpu, wall, peak in rows])


def table_of_workers(workers, documents, pages):
    table = [f"| workers, {documents} documents of {pages} pages | CPU s | wall s | peak memory of all processes, MiB |", "|---:|---:|---:|---:|"]
    return "\n".join(table + [f"| {count} | {use.cpu:.1f} | {use.wall:.1f} | {use.peak_bytes / 2**20:.0f} |" for count, use in workers.items()])


def draw(rows, file):
    file.write_text(plot.lines([row[0] for row in rows], "pages of one document", [
        ("CPU, seconds", [row[1] for row in rows]), ("peak memory of all processes, MiB", [row[3] for row in rows])]))
