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

work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
log=$work/build.log
say "Building …"
started=$SECONDS
if ! dotnet build GovReportIngest.sln -c Release -v q -nologo >"$log" 2>&1 </dev/null; then
  grep -E 'error|Error' "$log" | sort -u | head -n 40; echo "0 passed, 1 failed"; exit 1
fi
say "Built in $((SECONDS - started)) s."

# What takes longest comes first; the rest by name.
chosen=()
for project in tests/GovReportIngest.{Journey,Server,Reading,Storage,Core}.Tests tests/*.Tests; do
  name=${project##*/} wanted=1
  if [ "${#names[@]}" -gt 0 ]; then wanted=0; for part in "${names[@]}"; do [[ $name == *"$part"* ]] && wanted=1; done; fi
  [ "$wanted" = 1 ] && [[ " ${chosen[*]} " != *" $name "* ]] && chosen+=("$name")
done
[ "${#chosen[@]}" -gt 0 ] || { echo "0 passed, 1 failed"; exit 1; }

# run NAME FILTER TITLE: one test project; tells its counts and what its tests tell, and leaves the counts in a file.
run() {
  local name=$1 filter=$2 title=$3 began=$SECONDS log code p f s
  log=$work/$title.log
  # What a shell runs in the background ignores Ctrl-C, and so would the programs that tests interrupt.
  env --default-signal=INT,QUIT dotnet test "tests/$name" -c Release --no-build -nologo --filter "$filter" --logger 'console;verbosity=detailed' >"$log" 2>&1 </dev/null
  code=$?
  count() { sed -nE "s/^ *$1: *([0-9]+)\$/\\1/p" "$log" | tail -n 1; }
  p=$(count Passed); f=$(count Failed); s=$(count Skipped)
  p=${p:-0} f=${f:-0} s=${s:-0}
  if [ "$code" != 0 ] && [ "$f" = 0 ]; then f=1; fi   # The runner itself failed.
  echo "$p $f $s" >"$work/$title.counts"
  {
    flock 9
    printf '%-36s %4d passed, %d failed, %d skipped, %d s\n' "$title" "$p" "$f" "$s" $((SECONDS - began))
    # Reasons of skipped tests and measured figures are lines that tests mark with "» ".
    grep -E '^ *(» )' "$log" | sort -u
  } 9>>"$work/telling"
  if [ "$code" != 0 ]; then failures "$title" "$log" >>"$work/failures"; fi
}

# failures TITLE LOG: what failed and why; where no test did, how the runner ended.
failures() {
  echo "$1:"
  if grep -qE '^ *Failed [^!]' "$2"; then sed -nE '/^ *Failed [^!]/,/^ *(Passed|Standard Output)|^\[xUnit|^$/p' "$2" | grep -vE '^ *Passed |^\[xUnit' | head -n 120; else tail -n 30 "$2"; fi
}

# Two projects at a time: one of them waits where the other computes. What is judged by the clock comes behind them, alone on the machine.
alone='Judged=by-the-clock'
printf '%s\n' "${chosen[@]}" >"$work/waiting"
lane() {
  local name
  while name=$(flock "$work/turn" sh -c 'head -n 1 "$0"; sed -i 1d "$0"' "$work/waiting") && [ -n "$name" ]; do
    run "$name" "${alone/=/!=}" "$name"
  done
}
lane & lane & wait
for name in "${chosen[@]}"; do
  if grep -rqF 'Trait("Judged"' "tests/$name" --include='*.cs'; then run "$name" "$alone" "${name%.Tests} by the clock"; fi
done

passed=0 failed=0 skipped=0
for counts in "$work"/*.counts; do
  read -r p f s <"$counts"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
[ $((passed + failed)) -gt 0 ] || { echo "0 passed, 1 failed"; exit 1; }
# What failed comes last, where whoever sees only the end of a log finds it.
if [ -s "$work/failures" ]; then printf '\nFailed:\n'; cat "$work/failures"; fi
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ "$failed" = 0 ]
