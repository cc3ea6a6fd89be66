#!/usr/bin/env bash
# How fast text reports are: copies the text samples to COUNT documents, reads them in one run and prints wall time, CPU time and
# the mean, 95th percentile and maximum of a document, of all and of those after start. usage: bench/text.sh [COUNT] [WORKERS]
# Wall times say little on a busy machine; CPU time holds better.
set -eu
cd "$(dirname "$0")/.."
command -v python3 >/dev/null || { echo "text.sh: python3 is missing (apt-get install python3)" >&2; exit 2; }
exec python3 bench/text.py "${1:-1000}" "${2:-$(nproc)}"
