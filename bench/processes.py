"""Runs commands and measures them with all their children: CPU seconds, wall seconds, peak of resident memory."""
import os
import pathlib
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "OMP_THREAD_LIMIT": "1"}
SAMPLE_SECONDS = 0.2


@dataclass(frozen=True)
class Usage:
    cpu: float
    wall: float
    peak_bytes: int = 0


def measured(command, may_end_with=(0,), with_memory=False):
    """Usage of a command; ends the program where the command fails."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        peak = Peak(process.pid) if with_memory else None
        error = process.stderr.read()
        process.wait()
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in may_end_with:
        sys.exit(f"{command[0]} ended with {process.returncode}: {error.decode(errors='replace')[-400:]}")
    return Usage(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, wall, peak.end() if peak else 0)


class Peak:
    """The largest sum of resident memory of a process and all below it; pages they share count in each."""

    def __init__(self, root):
        self.root, self.bytes, self.ended = root, 0, threading.Event()
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        while not self.ended.wait(SAMPLE_SECONDS):
            self.bytes = max(self.bytes, resident_below(self.root))

    def end(self):
        self.ended.set()
        self.thread.join()
        return self.bytes


def resident_below(root):
    """Bytes resident in a process and its descendants, by /proc (proc(5), stat and statm)."""
    children, resident = {}, {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                resident[int(folder.name)] = int((folder / "statm").read_text().split()[1]) * resource.getpagesize()
            except (OSError, IndexError):
                continue  # it ended meanwhile
            children.setdefault(parent, []).append(int(folder.name))
    total, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        total += resident.get(process, 0)
        waiting += children.get(process, [])
    return total
