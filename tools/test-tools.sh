#!/bin/sh
# What the tests need beside Python: a browser, Java (the Nu HTML validator), nginx, rsync.
# test-tools.sh VENV/BIN. As root on Debian it installs what is missing.
set -eu
bin=$1

browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

missing=""
browser >/dev/null 2>&1 || missing="$missing chromium"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v nginx >/dev/null 2>&1 || missing="$missing nginx-light"
# Without rsync one test of `deploy` is left out; no other needs it.
command -v rsync >/dev/null 2>&1 || missing="$missing rsync"

if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests:$missing"
    apt-get update -qq >/dev/null 2>&1 || true
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null 2>&1 || true
fi
# Without root, Playwright's own browser serves as well.
browser >/dev/null 2>&1 || "$bin/playwright" install chromium ||
    { echo "The tests need a browser: install chromium." >&2; exit 1; }
command -v java >/dev/null 2>&1 || { echo "The tests need Java (default-jre-headless)." >&2; exit 1; }
command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] ||
    { echo "The tests need nginx (nginx-light)." >&2; exit 1; }
