"""Measures the reading of many text reports; see text.sh."""
import pathlib
import resource
import subprocess
import sys
import tempfile


def make_corpus(folder, count):
    """Every document differs from the others by the blank lines at its end, so that none is a duplicate."""
    samples = sorted(path for path in pathlib.Path("samples/inbox/text").iterdir() if path.is_file())
    for number in range(count):
        sample = samples[number % len(samples)]
        (folder / f"{number:05d}{sample.suffix}").write_bytes(sample.read_bytes() + b"\n" * (1 + number // len(samples)))


def main():
    count = int(sys.argv[1])
    workers = sys.argv[2]
    subprocess.run(["./govreport", "--version"], check=True, stdout=subprocess.DEVNULL)  # builds, if it must
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "in").mkdir()
        make_corpus(folder / "in", count)
        run = subprocess.run(
            ["./govreport", "ingest", str(folder / "in"), "--out", str(folder / "out"), "--workers", workers, "--timings", str(folder / "timings")],
            check=True, capture_output=True, text=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = [float(line.split("\t")[0]) for line in (folder / "timings").read_text().splitlines() if line]
    print(run.stdout.strip().splitlines()[-1])
    print(f"CPU {used.ru_utime + used.ru_stime:.1f} s, {1000 * (used.ru_utime + used.ru_stime) / count:.1f} ms a document, start and workers included")
    print(f"wall a document: {spread(seconds)}")
    print(f"after start (the first third left out): {spread(seconds[count // 3:])}")


def spread(seconds):
    """With one worker nothing runs beside a document but the runtime's own threads: its wall time bounds its CPU time."""
    ranked = sorted(seconds)
    return f"mean {1000 * sum(ranked) / len(ranked):.1f} ms, p95 {1000 * ranked[int(len(ranked) * 0.95)]:.1f} ms, max {1000 * ranked[-1]:.1f} ms"


main()
