#!/usr/bin/env bash
# Compares the program with its peers in one run, as ratios, and writes the marked parts of docs/performance.md and their pictures.
# usage: bench/peers.sh [--quick | --full] [--parts kinds,conditions,growth] [--seed N] [--reports N] [--dry]
#   kinds       CPU time a page by kind of page: `pdftotext -layout`, `tesseract` (chi_sim, psm 3, one thread)
#   conditions  CPU, wall time on two cores and accuracy on clean and degraded scans: `tesseract`, `ocrmypdf`
#   growth      time and memory of documents of 1 to 500 pages, and of one and two workers
#   --quick     few pages, two conditions, 50 pages at most; --full 12 reports; --dry prints and writes nothing
# Pages are drawn by the generator, so nothing else is needed. What runs is nothing else's business: measure on a quiet machine.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. tools/launcher/common.sh
install_packages 1 "${runtime_packages[@]}" "${test_packages[@]}" "${bench_packages[@]}"
exec python3 bench/peers.py "$@"
