# Shared by the scripts in this folder: sourced, never run.
# Everything is relative to the root of the checkout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

TRUNK_VERSION=0.21.14
# The library and the command must be the same version to the patch: the crate's pin is the one place it stands.
WASM_BINDGEN_VERSION=$(sed -nE 's/^wasm-bindgen = .*"=([0-9.]+)".*/\1/p' Cargo.toml)
CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
CHROMEDRIVER=${CHROMEDRIVER:-/usr/bin/chromedriver}
WASM_SPLIT_VERSION=0.2.4
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
has_version() { command -v "$1" >/dev/null && "$1" --version 2>/dev/null | grep -qF " $2"; }

# wasm-split-cli tells no version of itself: cargo does.
has_wasm_split() { command -v wasm-split-cli >/dev/null && cargo install --list | grep -qF "wasm_split_cli_support v$WASM_SPLIT_VERSION:"; }

# What a build of the site needs. The wasm32 standard library is looked for, not compiled with: that is the set-up's part.
has_tools() {
  has_version trunk "$TRUNK_VERSION" && has_wasm_split && has_version wasm-bindgen "$WASM_BINDGEN_VERSION" &&
    ls "$(rustc --print sysroot)"/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib >/dev/null 2>&1
}
