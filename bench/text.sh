#!/usr/bin/env bash
# How fast text reports are: copies the text samples (or those of FOLDER) to COUNT documents, reads them in one run and prints wall
# time, CPU time and the mean, 95th percentile and maximum of a document. With --each, COUNT documents of each file
# by themselves, behind some of all: the CPU time of one after start, and the mean and 95th percentile over the files.
# usage: bench/text.sh [--each] [COUNT] [FOLDER]
# Wall times say little on a busy machine; CPU time holds better.
set -eu
cd "$(dirname "$0")/.."
command -v python3 >/dev/null || { echo "text.sh: python3 is missing (apt-get install python3)" >&2; exit 2; }
mode=all
if [ "${1:-}" = --each ]; then mode=each; shift; fi
exec python3 bench/text.py "${1:-1000}" "$mode" "${2:-samples/inbox/text}"
