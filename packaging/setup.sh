#!/bin/sh
# Make this machine ready to run and test Cohong from a source checkout: system libraries by apt-get,
# Python packages from requirements.lock into .venv. Run it through `make setup`, as often as you like:
# what is there already is left alone, and a run with nothing to do takes a fraction of a second.
#
# `packaging/setup.sh LIST` installs the system packages of another list, for a check that needs more.
# PYTHON=/path/to/python3 chooses the interpreter.
set -eu
cd -P "$(dirname "$0")/.."

package_list=${1:-packaging/debian-packages.txt}
lock=requirements.lock
venv=$PWD/.venv
stamp=$venv/cohong-setup.stamp

stop() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

# Run a talkative command; what it says is shown only if it fails.
quietly() {
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        stop "failed: $* (its own words are above)"
    fi
    rm -f "$log"
}

wanted_packages() {
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$package_list"
}

# Names of installed packages, and the names those provide: newer releases rename libraries (…t64).
installed_packages() {
    dpkg-query --show --showformat '${db:Status-Status}, ${Package}, ${Provides}\n' |
        sed -n 's/^installed, //p' | tr ',' '\n' | sed -e 's/^ *//' -e 's/[ (].*//' -e '/^$/d' | sort -u
}

installed_versions() {
    dpkg-query --show --showformat '${db:Status-Status} ${Package} ${Version}\n' | sed -n 's/^installed //p' | sort
}

missing_packages() {
    installed=$(installed_packages)
    wanted_packages | while read -r name; do
        printf '%s\n' "$installed" | grep -qxF -- "$name" || printf '%s ' "$name"
    done
}

install_system_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        [ -f "$stamp" ] && return
        echo "setup: this system has no apt-get. Cohong needs Python 3.11 with venv, Qt's system libraries and"
        echo "setup: a Chinese font; Debian calls them: $(wanted_packages | tr '\n' ' ')"
        echo "setup: going on; install the same by your system's own means if a later step or the window fails."
        return
    fi
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "setup: system packages are missing. Run this once, then the same make command again:" >&2
        echo >&2
        echo "    sudo apt-get update && sudo apt-get install --yes --no-install-recommends $missing" >&2
        echo >&2
        exit 1
    fi
    before=$(mktemp)
    installed_versions >"$before"
    echo "setup: installing system packages: $missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # the names are separate words
    quietly apt-get update && quietly apt-get install --yes --no-install-recommends $missing
    system_report=$(installed_versions | comm -13 "$before" -)
    rm -f "$before"
}

# The first of these that is new enough; 3.11 comes first because it is what the tests run on.
find_python() {
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3.14 python3}; do
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        "$candidate" -c 'import sys; print(sys.executable)'
        return
    done
    stop "found no Python 3.11 or newer (looked for: ${PYTHON:-python3.11 to python3.14, python3})"
}

# What the virtual environment was made from; another answer means that it must be brought up to date.
fingerprint() {
    "$1" --version
    pwd
    cat "$lock" pyproject.toml packaging/setup.sh | cksum
}

count_installed() {
    find "$venv"/lib -maxdepth 3 -name '*.dist-info' 2>/dev/null | wc -l
}

# Scripts in a virtual environment carry its path: one that was moved or copied here is made anew, and so is one
# whose interpreter is gone or another.
is_venv_usable() {
    case $("$venv/bin/pip" --version 2>/dev/null) in
    *" from $venv/"*) [ "$("$venv/bin/python" --version)" = "$("$1" --version)" ] ;;
    *) return 1 ;;
    esac
}

make_venv() {
    is_venv_usable "$1" && return
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "$1 cannot make virtual environments (on Debian: apt-get install python3-venv)"
    "$1" -m venv --clear "$venv"
}

venv_pip() {
    "$venv/bin/python" -m pip --quiet --disable-pip-version-check "$@"
}

install_python_packages() {
    python=$(find_python)
    if [ -x "$venv/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint "$python")" ]; then
        return
    fi
    echo "setup: installing Python packages into $venv, with $("$python" --version)"
    rm -f "$stamp"
    make_venv "$python"
    wheels_before=$(count_installed)
    # setuptools goes first: two packages come only as source, and must not fetch an unlocked one to be built.
    # Nothing here resolves: the lock is the whole list, and libp2p's own pins are overridden in it.
    awk '/^[^ #]/ { wanted = /^setuptools==/ } wanted' "$lock" >"$venv/setuptools.lock"
    venv_pip install --require-hashes --no-deps --only-binary :all: -r "$venv/setuptools.lock"
    venv_pip install --require-hashes --no-deps --no-build-isolation --use-pep517 -r "$lock"
    venv_pip install --no-deps --no-build-isolation --editable .
    fingerprint "$python" >"$stamp"
    wheels_report="$(($(count_installed) - wheels_before)) added, $(count_installed) in all"
}

report() {
    if [ -n "$system_report" ]; then
        echo "setup: system packages installed ($(printf '%s\n' "$system_report" | wc -l)):"
        printf '%s\n' "$system_report" | sed 's/^/    /'
    fi
    [ -z "$wheels_report" ] || echo "setup: Python packages: $wheels_report"
    [ -z "$system_report$wheels_report" ] || echo "setup: done"
}

system_report=
wheels_report=
install_system_packages
install_python_packages
report
