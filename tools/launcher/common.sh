# Shared by ./govreport, ./test.sh and bench/: what the program needs on this machine, and how it gets there.
# Sourced, never run. Needs $root, the folder of the checkout.

# Debian packages that the program needs at run time.
runtime_packages=(libtesseract5 tesseract-ocr-chi-sim tesseract-ocr-eng tesseract-ocr-osd liblept5
  libpoppler-glib8 poppler-data libcairo2 libsqlite3-0)
# What the tests and the sample generator need besides.
test_packages=(python3-jsonschema postgresql poppler-utils tesseract-ocr chromium fonts-noto-cjk fonts-wqy-zenhei
  fonts-arphic-gbsn00lp fonts-arphic-gkai00mp fonts-liberation fonts-dejavu-core fonts-freefont-ttf
  fonts-texgyre fonts-croscore fonts-urw-base35 libreoffice-calc libreoffice-writer)
# Peers that only bench/ compares with.
bench_packages=(ocrmypdf)

say() { printf '%s\n' "$*" >&2; }

# Ends with exit code 4 (environment missing) and the remedy.
missing_environment() { say "govreport: $1"; say "  → $2"; exit 4; }

require_dotnet() {
  command -v dotnet >/dev/null 2>&1 || missing_environment \
    "the .NET 10 SDK is not installed." \
    "Install the package dotnet-sdk-10.0; https://learn.microsoft.com/dotnet/core/install/linux-debian says how."
  # Captured first: grep -q on a pipe would end dotnet with SIGPIPE.
  local sdks
  sdks=$(dotnet --list-sdks 2>/dev/null) || sdks=""
  grep -q '^10\.' <<<"$sdks" || missing_environment \
    "a .NET SDK was found, but not version 10." \
    "Install the package dotnet-sdk-10.0; https://learn.microsoft.com/dotnet/core/install/linux-debian says how."
}

# Prints those of its arguments that dpkg does not have installed.
packages_missing() {
  local package status
  for package in "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || printf '%s\n' "$package"
  done
}

# install_packages ASK PACKAGE...: one apt-get for all that is missing. ASK=1 asks first on a terminal.
install_packages() {
  local ask=$1 answer; shift
  command -v dpkg-query >/dev/null 2>&1 || missing_environment \
    "this system has no dpkg; packages cannot be checked or installed here." \
    "Use Debian 12, or install the libraries by hand and set GOVREPORT_SKIP_PACKAGES=1: $*"
  local missing; mapfile -t missing < <(packages_missing "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "govreport: these Debian packages are missing: ${missing[*]}"
  if [ "$ask" = 1 ] && [ -t 0 ] && [ -t 2 ]; then
    read -r -p "Install them now with apt-get? [Y/n] " answer
    case "$answer" in [nN]*) missing_environment "packages are missing." "apt-get install ${missing[*]}" ;; esac
  fi
  local sudo=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || missing_environment \
      "packages are missing, and neither root rights nor sudo are there to install them." "As root: apt-get install ${missing[*]}"
    sudo=(sudo)
  fi
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Options::=--force-confold)
  # Tests start servers of their own; the package is not to make one.
  local clusters=/etc/postgresql-common/createcluster.conf
  case " ${missing[*]} " in *' postgresql '*)
    [ -e "$clusters" ] || { "${sudo[@]}" mkdir -p "${clusters%/*}" && echo 'create_main_cluster = false' | "${sudo[@]}" tee "$clusters" >/dev/null; } ;;
  esac
  local log; log=$(mktemp)
  if ! { "${sudo[@]}" "${apt[@]}" install --no-install-recommends "${missing[@]}" >"$log" 2>&1 ||
         { "${sudo[@]}" "${apt[@]}" update >"$log" 2>&1 &&
           "${sudo[@]}" "${apt[@]}" install --no-install-recommends "${missing[@]}" >>"$log" 2>&1; }; }; then
    tail -n 15 "$log" >&2; rm -f "$log"
    missing_environment "apt-get could not install: ${missing[*]}" "Read the lines above; then: apt-get update && apt-get install ${missing[*]}"
  fi
  rm -f "$log"
  say "govreport: installed."
}
