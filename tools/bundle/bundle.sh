#!/usr/bin/env bash
# Makes an archive that install.sh installs on Debian 12 (x64) without a network: the program with its .NET runtime, the Debian packages it needs with
# everything they depend on, language data among them, and the hash of every file.
# usage: tools/bundle/bundle.sh OUT.tar.xz      (needs the network for what apt-get downloads)
set -euo pipefail
root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
. "$root/tools/launcher/common.sh"

[ $# = 1 ] || { say "usage: tools/bundle/bundle.sh OUT.tar.xz"; exit 2; }
out=$(realpath -m -- "$1")
[ "$(. /etc/os-release; echo "$ID $VERSION_ID") $(uname -m)" = "debian 12 x86_64" ] ||
  missing_environment "packages for Debian 12 (x64) are collected on such a machine only." "Run this on Debian 12, or in a container of it."
require_dotnet

work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
bundle=$work/govreport
mkdir -p "$bundle/app" "$bundle/packages" "$bundle/dotnet"

say "Publishing the program …"
dotnet publish "$root/src/GovReportIngest.Cli" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=false -o "$bundle/app" -v q -nologo >"$work/log" 2>&1 </dev/null ||
  { tail -n 20 "$work/log" >&2; exit 1; }
rm -f "$bundle"/app/*.pdb

say "Adding the .NET runtime …"
dotnet=$(dirname -- "$(readlink -f -- "$(command -v dotnet)")")
newest() { find "$1" -mindepth 1 -maxdepth 1 -name '10.*' | sort -V | tail -n 1; }
for part in host/fxr shared/Microsoft.NETCore.App shared/Microsoft.AspNetCore.App; do
  version=$(newest "$dotnet/$part"); [ -n "$version" ] || missing_environment "the .NET runtime 10 lacks $part." "Install the package aspnetcore-runtime-10.0."
  mkdir -p "$bundle/dotnet/$part"; cp -a "$version" "$bundle/dotnet/$part/"
done
cp -a "$dotnet/dotnet" "$bundle/dotnet/"
for text in LICENSE.txt ThirdPartyNotices.txt; do [ ! -e "$dotnet/$text" ] || cp "$dotnet/$text" "$bundle/dotnet/"; done

say "Downloading Debian packages …"
# With nothing counted as installed, apt takes the whole chain of dependencies. libicu and libssl are what the runtime itself loads.
mkdir -p "$bundle/packages/partial"; : >"$work/status"
apt-get -q -y -o Dir::State::status="$work/status" -o Dir::Cache::archives="$bundle/packages" -o Debug::NoLocking=1 -o APT::Sandbox::User=root \
    --no-install-recommends --download-only install "${runtime_packages[@]}" libicu72 libssl3 util-linux >"$work/log" 2>&1 ||
  { tail -n 5 "$work/log" >&2; missing_environment "packages could not be downloaded." "apt-get update, and look at the lines above."; }
rm -rf "$bundle/packages/partial" "$bundle/packages/lock"

cp "$root/tools/bundle/install.sh" "$bundle/"
cp "$root/LICENSE" "$root/README.md" "$root/README.zh-CN.md" "$root/CHANGELOG.md" "$bundle/"
cp -a "$root/docs" "$root/deploy" "$bundle/"
(cd "$bundle" && find . -type f ! -name manifest-sha256.txt -printf '%P\0' | sort -z | xargs -0 sha256sum >"$work/sums" && mv "$work/sums" manifest-sha256.txt)

say "Packing …"
mkdir -p "$(dirname -- "$out")"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner -cf - govreport | xz -T0 -2 >"$out.tmp"
mv "$out.tmp" "$out"
(cd "$(dirname -- "$out")" && sha256sum "$(basename -- "$out")" >"$(basename -- "$out").sha256")
say "$out: $(du -h "$out" | cut -f1), $(find "$bundle/packages" -name "*.deb" | wc -l) packages"
