"""Measures the reading of many text reports; see text.sh."""
import pathlib
import resource
import subprocess
import sys
import tempfile

FEW = 60


def samples_of(folder):
    return sorted(path for path in pathlib.Path(folder).iterdir() if path.is_file())


def make_corpus(folder, samples, count):
    """Every document differs from the others by the blank lines at its end, so that none is a duplicate."""
    folder.mkdir()
    for number in range(count):
        sample = samples[number % len(samples)]
        (folder / f"{number:05d}{sample.suffix}").write_bytes(sample.read_bytes() + b"\n" * (1 + number // len(samples)))


def ingest(samples, count):
    """The last line said, CPU seconds of parent and workers, and the wall seconds of each document in order."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_corpus(folder / "in", samples, count)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run(
            ["./govreport", "ingest", str(folder / "in"), "--out", str(folder / "out"), "--timings", str(folder / "timings")],
            check=False, capture_output=True, text=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = sorted(float(line.split("\t")[0]) for line in (folder / "timings").read_text().splitlines() if line)
    cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return run.stdout.strip().splitlines()[-1], cpu, seconds


def measure_all(samples, count):
    said, cpu, seconds = ingest(samples, count)
    print(said)
    print(f"CPU {cpu:.1f} s, {1000 * cpu / count:.1f} ms a document, start and workers included")
    print(f"wall a document: mean {1000 * sum(seconds) / count:.1f} ms, p95 {1000 * seconds[int(count * 0.95)]:.1f} ms, max {1000 * seconds[-1]:.1f} ms")


def measure_each(samples, count):
    """CPU of a document after start: what (count) documents of one kind take beyond a few (FEW) of it."""
    costs = {}
    for sample in samples:
        few, many = (ingest([sample], number)[1] for number in (FEW, FEW + count))
        costs[sample.name] = 1000 * (many - few) / count
        print(f"{costs[sample.name]:6.1f} ms  {sample.name}", flush=True)
    ordered = sorted(costs.values())
    print(f"mean {sum(ordered) / len(ordered):.1f} ms, p95 {ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]:.1f} ms CPU a document after start")


def main():
    count, is_each, folder = int(sys.argv[1]), sys.argv[2] == "each", sys.argv[3]
    subprocess.run(["./govreport", "--version"], check=True, stdout=subprocess.DEVNULL)  # builds, if it must
    (measure_each if is_each else measure_all)(samples_of(folder), count)


main()
