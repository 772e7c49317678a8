#!/bin/sh
# Takes the symbols out of a runtime's libraries, which only debuggers read.
#
# strip.sh RUNTIME
set -eu
if command -v strip >/dev/null; then
  find "$1" -name '*.so' -exec strip --strip-unneeded {} +
else
  echo "installer: the packages are 6 MB larger: symbols need strip, which this machine lacks (package binutils)" >&2
fi
