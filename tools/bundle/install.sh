#!/usr/bin/env bash
# Installs govreport from the bundle this file lies in, without a network, on Debian 12 (x64). As root.
# usage: ./install.sh [--prefix DIR]      (default /opt/govreport; a link goes to /usr/local/bin)
set -euo pipefail
here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
prefix=/opt/govreport link=/usr/local/bin/govreport
fail() { printf 'install.sh: %s\n  → %s\n' "$1" "$2" >&2; exit 4; }

while [ $# -gt 0 ]; do
  case "$1" in
    --prefix) [ $# -gt 1 ] || fail "--prefix needs a folder." "./install.sh --prefix /opt/govreport"; prefix=$(realpath -m -- "$2"); shift 2 ;;
    *) echo "usage: ./install.sh [--prefix DIR]" >&2; exit 2 ;;
  esac
done

[ "$(id -u)" = 0 ] || fail "root rights are needed." "sudo ./install.sh"
[ "$(uname -m)" = x86_64 ] || fail "this bundle is for x64, not for $(uname -m)." "Make one on such a machine: tools/bundle/bundle.sh."
[ "$(. /etc/os-release; echo "$ID $VERSION_ID")" = "debian 12" ] || fail "this bundle is for Debian 12." "Use Debian 12, or a container of it (deploy/Containerfile)."
[ ! -e "$prefix" ] || [ -e "$prefix/app/govreport" ] || fail "$prefix is there already, and is not govreport." "Give another folder: --prefix DIR"

echo "Checking $(wc -l <"$here/manifest-sha256.txt") files …"
(cd "$here" && sha256sum --quiet --strict -c manifest-sha256.txt) || fail "the bundle is damaged." "Copy or download it again."

missing=()
for file in "$here"/packages/*.deb; do
  name=$(dpkg-deb -f "$file" Package)
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] || missing+=("$file")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing ${#missing[@]} packages …"
  DEBIAN_FRONTEND=noninteractive dpkg --install --force-confold "${missing[@]}" >/tmp/govreport-install.log 2>&1 ||
    { tail -n 15 /tmp/govreport-install.log >&2; fail "dpkg could not install all packages." "Read the lines above; the whole log is /tmp/govreport-install.log."; }
fi

# The program that runs stays whole until the new one is.
rm -rf "$prefix.new"
mkdir -p "$prefix.new"
cp -a "$here/app" "$here/dotnet" "$here/docs" "$here/deploy" "$here"/LICENSE "$here"/*.md "$here/manifest-sha256.txt" "$prefix.new/"
cat >"$prefix.new/govreport" <<EOF
#!/bin/sh
DOTNET_ROOT=$prefix/dotnet exec $prefix/app/govreport "\$@"
EOF
chmod 755 "$prefix.new/govreport"
[ ! -e "$prefix" ] || mv "$prefix" "$prefix.old"
mv "$prefix.new" "$prefix"
rm -rf "$prefix.old"
mkdir -p "${link%/*}"
ln -sfn "$prefix/govreport" "$link"

"$prefix/govreport" doctor
echo "Installed: $link"
