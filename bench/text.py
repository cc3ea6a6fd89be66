"""Measures the reading of many text reports; see text.sh."""
import pathlib
import resource
import subprocess
import sys
import tempfile

# So many documents of all kinds come first where the cost after start is asked: by then nearly all code is compiled to its end.
WARM = 900


def samples_of(folder):
    return sorted(path for path in pathlib.Path(folder).iterdir() if path.is_file())


def make_corpus(folder, files):
    """Every document differs from the others by the blanks at its end, so that none is a duplicate."""
    folder.mkdir()
    for number, sample in enumerate(files):
        (folder / f"{number:05d}{sample.suffix}").write_bytes(sample.read_bytes() + b"\n" + format(number, "b").translate({48: " ", 49: "\t"}).encode())


def repeated(samples, count):
    return [samples[number % len(samples)] for number in range(count)]


def ingest(files):
    """The last line said, CPU seconds of parent and workers, and the wall seconds of each document in order."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_corpus(folder / "in", files)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run(
            ["./govreport", "ingest", str(folder / "in"), "--out", str(folder / "out"), "--timings", str(folder / "timings")],
            check=False, capture_output=True, text=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = sorted(float(line.split("\t")[0]) for line in (folder / "timings").read_text().splitlines() if line)
    cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return run.stdout.strip().splitlines()[-1], cpu, seconds


def measure_all(samples, count):
    said, cpu, seconds = ingest(repeated(samples, count))
    print(said)
    print(f"CPU {cpu:.1f} s, {1000 * cpu / count:.1f} ms a document, start and workers included")
    print(f"wall a document: mean {1000 * sum(seconds) / count:.1f} ms, p95 {1000 * seconds[int(count * 0.95)]:.1f} ms, max {1000 * seconds[-1]:.1f} ms")


def measure_each(samples, count):
    """CPU of a document after start: what (count) documents of one kind take behind WARM of all kinds."""
    warm = repeated(samples, WARM)
    start = min(ingest(warm)[1] for _ in range(2))
    costs = []
    for sample in samples:
        costs.append(1000 * (ingest(warm + [sample] * count)[1] - start) / count)
        print(f"{costs[-1]:6.1f} ms  {sample.name}", flush=True)
    print(f"mean {sum(costs) / len(costs):.1f} ms, p95 {sorted(costs)[min(len(costs) - 1, int(len(costs) * 0.95))]:.1f} ms CPU a document after start")


def main():
    count, is_each, folder = int(sys.argv[1]), sys.argv[2] == "each", sys.argv[3]
    subprocess.run(["./govreport", "--version"], check=True, stdout=subprocess.DEVNULL)  # builds, if it must
    (measure_each if is_each else measure_all)(samples_of(folder), count)


main()
