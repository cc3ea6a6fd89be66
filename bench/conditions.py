"""Time and accuracy side by side on whole reports, scanned clean and badly."""
import json
import shutil
import subprocess
from dataclasses import dataclass, field

import plot
from kinds import folder_of, ingest, pages_of, without_start
from processes import measured
from scoring import characters, errors_by_page, distances, fields_found, furniture_of, numbers_found, prose_lines, prose_of, true_rows

NAMES = ("govreport", "tesseract", "ocrmypdf")


@dataclass
class Result:
    cpu: float = 0
    wall: float = 0
    numbers: int = 0
    nonzero: int = 0
    errors: int = 0
    pages: list = field(default_factory=list)


@dataclass
class Truth:
    """What a condition's reports hold: counts over all of them."""
    pages: int = 0
    numbers: int = 0
    nonzero: int = 0
    characters: int = 0
    flagged: int = 0
    silent: int = 0


def tesseract(pdf, dpi, work):
    """Reads the page pictures as the scanner made them; taking them out of the PDF is not counted."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    subprocess.run(["pdfimages", "-all", pdf, work / "page"], check=True)
    texts, cpu, wall = [], 0, 0
    for picture in sorted(work.glob("page-*")):
        use = measured(["tesseract", picture, work / "text", "-l", "chi_sim", "--psm", "3", "--dpi", dpi])
        texts.append((work / "text.txt").read_text())
        cpu, wall = cpu + use.cpu, wall + use.wall
    return texts, cpu, wall


def ocrmypdf(pdf, work):
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    use = measured(["ocrmypdf", "-q", "-l", "chi_sim", "--jobs", "2", "--sidecar", work / "text.txt", pdf, work / "out.pdf"])
    return (work / "text.txt").read_text().split("\f"), use.cpu, use.wall


def score_peer(result, texts, truth, printed, use):
    result.cpu, result.wall = result.cpu + use[0], result.wall + use[1]
    numbers, nonzero = numbers_found(true_rows(truth["fields"]), "\n".join(texts))
    result.numbers, result.nonzero = result.numbers + numbers, result.nonzero + nonzero
    for at in narrative(truth, printed):
        prose = characters(truth["text"][at])
        result.errors += distances(prose, prose_lines(texts[at], furniture_of(printed[at], truth["text"][at])))[-1]


def narrative(truth, printed):
    """Pages that hold prose and no table: all that is printed there, but a page number, is in the truth's prose."""
    lengths = [(len(characters(page)), len(characters(prose))) for page, prose in zip(printed, truth["text"])]
    return [at for at, (everything, prose) in enumerate(lengths) if prose >= 100 and everything - prose < 40]


def score_ours(result, total, record, truth, printed):
    found, nonzero, flagged, silent = fields_found(truth["fields"], record)
    result.numbers, result.nonzero = result.numbers + found, result.nonzero + nonzero
    total.flagged, total.silent = total.flagged + flagged, total.silent + silent
    pages = [characters(page) for page in truth["text"]]
    errors = errors_by_page(pages, characters(prose_of(record)))
    result.errors += sum(errors[at] for at in narrative(truth, printed))


def add_truth(total, truth, printed):
    rows = true_rows(truth["fields"])
    total.pages += len(printed)
    total.numbers += sum(map(len, rows))
    total.nonzero += sum(number != 0 for row in rows for number in row)
    total.characters += sum(len(characters(truth["text"][at])) for at in narrative(truth, printed))


def measure(condition, corpus, work):
    """All programs over all reports of a condition, taking turns, so that a busy machine is busy for all of them."""
    scans = sorted((corpus / "inbox" / condition).glob("*.pdf"))
    dpi = condition[-3:]
    results, total, counts = {name: Result() for name in NAMES}, Truth(), []
    for scan in scans:
        truth = json.loads((corpus / "expected" / condition / f"{scan.name}.expected.json").read_text())
        printed = pages_of(corpus / "inbox" / "pdf" / scan.name)
        counts.append(len(printed))
        add_truth(total, truth, printed)
        for name, run in (("tesseract", lambda: tesseract(scan, dpi, work / "tesseract")), ("ocrmypdf", lambda: ocrmypdf(scan, work / "ocrmypdf"))):
            texts, *use = run()
            score_peer(results[name], texts, truth, printed, use)
    ours = results["govreport"]
    page, start = without_start(scans, counts, work)
    ours.cpu, ours.wall = page * sum(counts), ingest(folder_of(scans, work / "two"), work / "two-out", workers=2).wall
    for at, scan in enumerate(scans):
        truth = json.loads((corpus / "expected" / condition / f"{scan.name}.expected.json").read_text())
        record = json.loads((work / "two-out" / f"{at:04}" / f"{scan.name}.record.json").read_text())
        score_ours(ours, total, record, truth, pages_of(corpus / "inbox" / "pdf" / scan.name))
    return results, total, start


def percent(part, whole):
    return f"{100 * part / whole:.2f}" if whole else "–"


def rows_of(condition, results, total):
    ours = results["govreport"]
    for name, result in results.items():
        ratio = "" if name == "govreport" else f"{ours.cpu / result.cpu:.2f} / {ours.wall / result.wall:.2f}"
        yield (f"| {condition} | {name} | {result.cpu / total.pages:.2f} | {result.wall / total.pages:.2f} | {ratio} "
               f"| {percent(result.numbers, total.numbers)} | {percent(result.nonzero, total.nonzero)} | {percent(result.errors, total.characters)} |")


def section(conditions, corpus, work, images):
    table = ["| pages | program | CPU s a page | wall s a page | ours to it, CPU / wall | numbers found, % | not 0, % | characters wrong, % |",
             "|---|---|---:|---:|---:|---:|---:|---:|"]
    measured_conditions, notes = {}, []
    for condition in conditions:
        results, total, start = measure(condition, corpus, work / condition)
        measured_conditions[condition] = results, total
        table += rows_of(condition, results, total)
        notes.append(f"{condition} {total.pages} pages, {total.numbers} numbers ({total.nonzero} not 0; ours flagged {total.flagged}, wrong and not flagged "
                     f"{total.silent}), {total.characters} characters of pages without tables, our start {start:.1f} s")
        print("\n".join(table[-3:]), notes[-1], sep="\n", flush=True)
    if images:
        draw(measured_conditions, images / "peers.svg")
    return "\n".join(table) + "\n\n" + "; ".join(notes) + "."


def draw(found, file):
    def series(value):
        return {name: [value(results[name], total) for results, total in found.values()] for name in NAMES}

    file.write_text(plot.bars(list(found), [
        ("numbers of tables found, %", series(lambda result, total: 100 * result.numbers / max(1, total.numbers))),
        ("characters of running text wrong, %", series(lambda result, total: 100 * result.errors / max(1, total.characters))),
        ("CPU, seconds a page", series(lambda result, total: result.cpu / total.pages)),
    ]))
