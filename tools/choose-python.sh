#!/bin/sh
# Prints the Python to set up with where none was named: choose-python.sh [DEFAULT [SYSTEM]].
# Version managers compile theirs without optimisation, and such a one takes a tenth longer for
# every build: the system's own is taken in its place where it is new enough.
set -eu
default=${1:-python3}
system=${2:-/usr/bin/python3}

optimised() {
    "$1" -c '
import sys, sysconfig
made = sysconfig.get_config_var("CONFIG_ARGS") or ""
sys.exit(sys.base_prefix != "/usr" and "--enable-optimizations" not in made)' >/dev/null 2>&1
}

fits() {
    "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

if fits "$default" && ! optimised "$default" && fits "$system" && optimised "$system"; then
    echo "$system"
else
    echo "$default"
fi
