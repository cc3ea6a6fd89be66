#!/usr/bin/env bash
# Compares the program with its peers in one run, as ratios of CPU time (parent and workers, start-up apart):
# born-digital pages with `pdftotext -bbox`, scanned pages of tables and of running text with `tesseract` (chi_sim, psm 3,
# one thread). usage: bench/peers.sh [--digital PAGES] [--scanned PAGES] [--seed N]
# Needs python3, poppler-utils and tesseract-ocr with chi_sim; pages are drawn by the generator, so nothing else is needed.
set -eu
cd "$(dirname "$0")/.."
for tool in python3 pdftotext pdftoppm tesseract dotnet; do
  command -v "$tool" >/dev/null || { echo "peers.sh: $tool is missing (apt-get install python3 poppler-utils tesseract-ocr tesseract-ocr-chi-sim)" >&2; exit 2; }
done
exec python3 bench/peers.py "$@"
