#!/usr/bin/env bash
# Installs the .deb of installer/target on this machine, uses it as a person does who has no Java, upgrades it, removes it,
# and fails if anything is not as it should be. As root on Debian; needs no display. It removes what it installed.
#
#   mvn -DskipTests -Pinstaller package && sudo installer/check.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly MOST_BYTES=140000000
readonly MOST_START_MS=2000
readonly FILES=(/opt/millrace /usr/bin/millrace /usr/share/applications/millrace.desktop
    /usr/share/mime/packages/millrace.xml /usr/share/doc/millrace)
work=$(mktemp -d)
pictures=$PWD/target/pictures
person=$work/home
mkdir -p "$person" "$pictures"

say() { echo "check: $*"; }
fail() {
    echo "check: $*" >&2
    exit 1
}

# What a person has: no Java on the path, no JAVA_HOME, no display, a home folder of their own.
as_person() {
    (cd "$person" && env -i PATH=/usr/bin:/bin HOME="$person" JAVA_OPTS="-Duser.home=$person" "$@")
}
millrace() { as_person millrace "$@"; }

clean_up() {
    dpkg --purge millrace >/dev/null 2>&1 || true
    rm -rf "$work"
}

# milliseconds COMMAND …: how long it took, the least of ten
milliseconds() {
    local least=999999 from took
    for _ in {1..10}; do
        from=$(date +%s%N)
        "$@" >/dev/null
        took=$((($(date +%s%N) - from) / 1000000))
        if ((took < least)); then least=$took; fi
    done
    echo "$least"
}

# is_picture FILE: a PNG file that is not of one colour only
is_picture() {
    [[ "$(head -c 4 "$1" | tail -c 3)" == PNG ]] || fail "$1 is no PNG file"
    (($(stat -c %s "$1") > 20000)) || fail "the picture $1 is empty"
}

# unchanged COMMAND …: does it, and sees that the person's settings, history, data and results are what they were
unchanged() {
    cp -a "$person" "$work/before"
    "$@" >/dev/null
    diff -r "$person" "$work/before" || fail "$* changed the person's files"
    rm -r "$work/before"
}

older_package() {
    dpkg-deb --raw-extract "$package" "$work/older"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone --build "$work/older" "$work/older.deb" >/dev/null
    rm -r "$work/older"
}

install_older() {
    older_package
    dpkg --install "$work/older.deb" >/dev/null
    [[ "$(dpkg-query -W -f '${Version}' millrace)" == 0.0.1 ]] || fail "the older version is not installed"
}

check_size() {
    local bytes
    bytes=$(dpkg-query -L millrace | while IFS= read -r file; do
        [[ ! -f "$file" || -h "$file" ]] || stat -c %s "$file"
    done | awk '{ sum += $1 } END { print sum }')
    say "the package has $(stat -c %s "$package") bytes, what it installs $bytes"
    ((bytes < MOST_BYTES)) || fail "more than $MOST_BYTES bytes are installed"
}

check_papers() {
    local file
    for file in copyright THIRD-PARTY.txt millrace.cdx.json; do
        [[ -s "/usr/share/doc/millrace/$file" ]] || fail "/usr/share/doc/millrace lacks $file"
    done
}

check_command_line() {
    say "$(millrace --version)"
    rm -rf "$person"/{data,out,first.millrace.json,Millrace}
    millrace generate data --rows 20k --shards 4 --recipe first.millrace.json >/dev/null
    millrace run first.millrace.json --output out >/dev/null
    millrace verify out >/dev/null
    [[ -f "$person/out/_SUCCESS" ]] || fail "the run left no _SUCCESS"
    as_person millrace gui >/dev/null # without a display: the sample, in the terminal
    [[ -f "$person/Millrace/sample/out/_SUCCESS" ]] || fail "the sample did not run"
}

# What is left out of libraries and of Java must not be missed: every format is written and read, charts are drawn.
check_libraries() {
    local written
    for written in "parquet none" "parquet snappy" "parquet zstd" "jsonl gzip" "tsv zstd"; do
        rm -rf "$person"/{written,again}
        millrace run first.millrace.json --output written --set "output.format=${written% *}" \
            --set "output.compression=${written#* }" >/dev/null
        millrace run first.millrace.json --set dataset.path=written/train --output again >/dev/null
        millrace verify again >/dev/null
        millrace profile written/train >/dev/null
    done
    millrace report out >/dev/null
    millrace benchmark first.millrace.json --runs 1 --output benchmark >/dev/null
    is_picture "$person/benchmark/charts/latency.png"
    rm -rf "$person"/{written,again,benchmark}
}

check_start() {
    local version plan window load
    version=$(milliseconds millrace --version)
    plan=$(milliseconds millrace plan first.millrace.json)
    window=$(milliseconds millrace gui --picture "$work/start.png")
    say "start, the least of ten: --version $version ms, plan $plan ms, workbench to its first picture $window ms"
    read -r load _ </proc/loadavg
    if ((${load%.*} >= $(nproc))); then
        say "the machine has other work (load $load): how fast it starts says nothing"
    else
        ((window < MOST_START_MS)) || fail "the workbench needs more than $MOST_START_MS ms"
    fi
}

check_cache() {
    as_person env JAVA_OPTS="-XX:AOTMode=on" millrace --version >/dev/null || fail "the cache of classes does not fit"
}

check_workbench() {
    as_person millrace gui first.millrace.json --picture "$pictures/recipe.png"
    is_picture "$pictures/recipe.png"
    as_person millrace gui --picture "$pictures/home.png"
    is_picture "$pictures/home.png"
}

check_kept() {
    [[ -f "$person/.java/.userPrefs/dev/millrace/prefs.xml" ]] || fail "settings are not kept"
    grep -q first.millrace.json -r "$person/.java/.userPrefs/dev/millrace" || fail "recent recipes are not kept"
}

check_gone() {
    local file
    for file in "${FILES[@]}" /usr/share/icons/hicolor/*/apps/millrace.png; do
        [[ ! -e "$file" && ! -h "$file" ]] || fail "$file is still there"
    done
    find /etc /opt /usr /var -xdev \( -path /var/lib/dpkg -o -path /var/log \) -prune -o -cnewer "$work/begin" \
        -iname '*millrace*' -print >"$work/left"
    [[ ! -s "$work/left" ]] || fail "files are left: $(cat "$work/left")"
}

((EUID == 0)) || fail "only root can install packages"
package=$(ls -t "$PWD"/target/millrace_*.deb 2>/dev/null | head -1)
[[ -n "$package" ]] || fail "no .deb in installer/target: mvn -DskipTests -Pinstaller package"
! dpkg-query -W millrace >/dev/null 2>&1 || fail "Millrace is installed here: this check would remove it"
touch "$work/begin"
trap clean_up EXIT

install_older
check_command_line
check_workbench
check_kept
unchanged dpkg --install "$package"
check_size
check_papers
check_cache
check_command_line
check_workbench
check_kept
check_libraries
check_start
unchanged dpkg --purge millrace
check_gone
say "passed; pictures are in ${pictures#"$PWD"/}"
