#!/usr/bin/env bash
# The one test command: installs what is missing, builds, runs all tests; ends with "N passed, N failed[, N skipped]".
# ./test.sh --long runs the full measurements; ./test.sh NAME... only the test projects whose names contain NAME.
set -uo pipefail
root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
cd "$root" || exit 1
. tools/launcher/common.sh

names=()
for argument in "$@"; do
  case "$argument" in
    --long) export GOVREPORT_LONG=1 ;;
    --yes) ;;
    -*) say "test.sh: unknown option $argument (known: --long)"; exit 2 ;;
    *) names+=("$argument") ;;
  esac
done

require_dotnet
install_packages 0 "${runtime_packages[@]}" "${test_packages[@]}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 OMP_THREAD_LIMIT=1 MSBUILDDISABLENODEREUSE=1

log=$(mktemp); trap 'rm -f "$log"' EXIT
say "Building …"
started=$SECONDS
if ! dotnet build GovReportIngest.sln -c Release -v q -nologo >"$log" 2>&1 </dev/null; then
  grep -E 'error|Error' "$log" | sort -u | head -n 40; echo "0 passed, 1 failed"; exit 1
fi
say "Built in $((SECONDS - started)) s."

passed=0 failed=0 skipped=0 status=0
for project in tests/*.Tests; do
  name=${project##*/}
  if [ "${#names[@]}" -gt 0 ]; then
    wanted=0; for part in "${names[@]}"; do [[ $name == *"$part"* ]] && wanted=1; done
    [ "$wanted" = 1 ] || continue
  fi
  started=$SECONDS
  dotnet test "$project" -c Release --no-build -nologo --logger 'console;verbosity=detailed' >"$log" 2>&1 </dev/null
  code=$?
  count() { sed -nE "s/^ *$1: *([0-9]+)\$/\\1/p" "$log" | tail -n 1; }
  p=$(count Passed); f=$(count Failed); s=$(count Skipped)
  p=${p:-0} f=${f:-0} s=${s:-0}
  if [ "$code" != 0 ] && [ "$f" = 0 ]; then f=1; fi   # The runner itself failed.
  printf '%-36s %4d passed, %d failed, %d skipped, %d s\n' "$name" "$p" "$f" "$s" $((SECONDS - started))
  # Reasons of skipped tests and measured figures are lines that tests mark with "» ".
  grep -E '^ *(» )' "$log" | sort -u
  if [ "$code" != 0 ]; then status=1; sed -nE '/^ *Failed /,/^ *Stack Trace:/p' "$log" | head -n 120; [ "$f" -gt 0 ] && tail -n 5 "$log"; fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
[ $((passed + failed)) -gt 0 ] || { echo "0 passed, 1 failed"; exit 1; }
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
exit "$status"
