#!/usr/bin/env bash
# Tries a bundle where nothing else is: installs it in a fresh Debian 12 with the network off, reads two samples there, exports them, and installs once more.
# usage: tools/bundle/try.sh BUNDLE.tar.xz      (as root; debootstrap needs the network to make the fresh system)
set -euo pipefail
root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
[ $# = 1 ] || { echo "usage: tools/bundle/try.sh BUNDLE.tar.xz" >&2; exit 2; }
bundle=$(realpath -e -- "$1")
system=$(mktemp -d); trap 'rm -rf --one-file-system "$system"' EXIT

debootstrap --variant=minbase bookworm "$system" http://deb.debian.org/debian >/dev/null
mkdir -p "$system/media/bundle" "$system/root/in"
tar -C "$system/media/bundle" -xf "$bundle"
cp "$root/samples/inbox/scan/office-150.pdf" "$root/samples/inbox/text/pipes.md" "$system/root/in/"
cat >"$system/root/try.sh" <<'E2'
set -e
[ "$(ls /sys/class/net 2>/dev/null | grep -vx lo | wc -l)" = 0 ] || { echo "there is a network"; exit 1; }
cd /root
/media/bundle/govreport/install.sh
govreport ingest in --out out --data store
govreport export --data store --format xlsx --out all.xlsx
govreport export --data store --format bagit --out bags/
/media/bundle/govreport/install.sh | tail -n 1
govreport verify --data store
echo "No doubt." >>/media/bundle/govreport/README.md
if /media/bundle/govreport/install.sh 2>/dev/null; then echo "a damaged bundle was installed"; exit 1; fi
E2
# Mounts end with the name space.
unshare --net --mount bash -c 'mount --bind "$0" "$0"; mount -t sysfs sysfs "$0/sys"; mount -t proc proc "$0/proc"; mount --bind /dev "$0/dev"; exec chroot "$0" bash /root/try.sh' "$system"
echo "The bundle works without a network."
