#!/bin/sh
# What the tests need beside Python: a browser, Java (the Nu HTML validator), nginx, rsync.
#   test-tools.sh install         as root on Debian: installs what is missing
#   test-tools.sh check VENV/BIN  says what is missing still
set -eu

browser() {
    command -v chromium-headless-shell || command -v chromium || command -v chromium-browser ||
        command -v google-chrome
}

add() {
    # What Debian recommends beside a browser (printers, shares of Windows, power) takes most of
    # the time of installing one, and no test needs it.
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

install() {
    missing=""
    # Pages are set in the fonts of the system.
    browser >/dev/null 2>&1 || missing="$missing chromium-headless-shell fonts-liberation"
    command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
    command -v nginx >/dev/null 2>&1 || missing="$missing nginx-light"
    command -v rsync >/dev/null 2>&1 || missing="$missing rsync"
    if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing for the tests:$missing"
        apt-get update -qq >/dev/null 2>&1 || true
        # One that this release does not have keeps no other from being installed.
        # shellcheck disable=SC2086
        add $missing >/dev/null 2>&1 ||
            for one in $missing; do add "$one" >/dev/null 2>&1 || true; done
        browser >/dev/null 2>&1 || add chromium >/dev/null 2>&1 || true
    fi
}

check() {
    # Without root, Playwright's own browser serves as well.
    browser >/dev/null 2>&1 || "$1/playwright" install chromium ||
        { echo "The tests need a browser: install chromium." >&2; exit 1; }
    command -v java >/dev/null 2>&1 ||
        { echo "The tests need Java (default-jre-headless)." >&2; exit 1; }
    command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] ||
        { echo "The tests need nginx (nginx-light)." >&2; exit 1; }
    # `deploy` does without, so a test that found none would show nothing of it.
    command -v rsync >/dev/null 2>&1 || { echo "The tests need rsync." >&2; exit 1; }
}

"$@"
