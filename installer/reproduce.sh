#!/usr/bin/env bash
# Makes the packages of the last commit twice, in clones of their own, and fails if they would install different files.
# Compared are names, contents, rights and times, but for the cache of classes, which a JVM writes as it happens to run.
#
#   installer/reproduce.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly CACHE=millrace.aot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { echo "reproduce: $*"; }
fail() {
    echo "reproduce: $*" >&2
    exit 1
}

# make CLONE: builds the packages and unpacks them into CLONE/deb and CLONE/rpm
make() {
    local clone=$1 target=$1/installer/target
    git clone -q . "$clone"
    git -C "$clone" checkout -q "$commit"
    (cd "$clone" && mvn -B -q -DskipTests -Pinstaller package >"$clone.log" 2>&1) || fail "$(tail -20 "$clone.log")"
    dpkg-deb --raw-extract "$target"/millrace_*.deb "$clone/deb"
    mkdir "$clone/rpm"
    if command -v rpm2cpio >/dev/null && command -v cpio >/dev/null; then
        (cd "$clone/rpm" && rpm2cpio "$target"/millrace-*.rpm | cpio -idm --quiet --no-absolute-filenames)
    fi
}

# compared FOLDER OPTIONS …: finds what is compared
compared() {
    find "$1" "${@:2}" ! -name "$CACHE" ! -path '*/DEBIAN/md5sums' -print0 | sort -z
}

# listing FOLDER: a line or two for each file, with all that is compared; links have no time of their own
listing() (
    cd "$1"
    compared . -type l | xargs -0 stat --format '%A %N'
    compared . -type f | xargs -0 stat --format '%A %Y %n'
    compared . -type f | xargs -0 sha256sum
)

command -v dpkg-deb >/dev/null || fail "needs dpkg-deb"
commit=$(git rev-parse HEAD)
say "commit ${commit:0:7}, built once"
make "$work/once"
say "built again"
make "$work/and-once-more"
for kind in deb rpm; do
    listing "$work/once/$kind" >"$work/first"
    listing "$work/and-once-more/$kind" >"$work/second"
    diff "$work/first" "$work/second" || fail "the .$kind differ"
    say ".$kind: $(grep -c '^[0-9a-f]\{64\} ' "$work/first" || true) files, the same both times"
done
