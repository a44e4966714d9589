# Shared by the scripts in this folder: sourced, never run.
# Everything is relative to the root of the checkout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

TRUNK_VERSION=0.21.14
# The library and the command must be the same version to the patch: the crate's pin is the one place it stands.
WASM_BINDGEN_VERSION=$(sed -nE 's/^wasm-bindgen = .*"=([0-9.]+)".*/\1/p' Cargo.toml)
CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
CHROMEDRIVER=${CHROMEDRIVER:-/usr/bin/chromedriver}
export TRUNK_SKIP_VERSION_CHECK=true
export CHROMIUM CHROMEDRIVER

say() { printf '%s\n' "$*"; }
fail() { # what is missing, what to do
  printf '\nerror: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '       %s\n' "$line" >&2; done
  exit 1
}
# step NAME EXPECTED-TIME COMMAND…: runs one part of the set-up and says how long it took.
step() {
  local name=$1 expect=$2 started=$SECONDS
  shift 2
  say "- $name (about $expect) …"
  "$@"
  say "  done in $((SECONDS - started)) s"
}
