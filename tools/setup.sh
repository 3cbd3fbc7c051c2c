#!/bin/sh
# Makes the environment: setup.sh VENV LOCK. Messages are for editors, in Vietnamese.
# What is said when something is missing fits one line and names what to install.
set -eu
venv=$1
lock=$2

fail() {
    printf 'Niên giám: %s\n' "$1" >&2
    exit 1
}

named=${PYTHON:-python3}
command -v "$named" >/dev/null 2>&1 ||
    fail "chưa có Python; hãy cài Python 3.11 trở lên (Debian, Ubuntu: apt install python3 python3-venv)."
"$named" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "$("$named" --version 2>&1) đã quá cũ; hãy cài Python 3.11 trở lên rồi chạy lại, ví dụ: make PYTHON=python3.12"

if ! "$named" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    # Debian keeps venv apart; as root we may add it ourselves.
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Niên giám: đang cài python3-venv…"
        apt-get update -qq >/dev/null 2>&1 || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null 2>&1 || true
    fi
    "$named" -c 'import venv, ensurepip' >/dev/null 2>&1 ||
        fail "Python này thiếu venv; hãy cài gói python3-venv (Debian, Ubuntu: apt install python3-venv)."
fi

if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    python=${PYTHON:-$(sh tools/choose-python.sh "$named")}
    [ "$python" = "$named" ] || echo "Niên giám: dùng $python, vì $named được biên dịch không tối ưu (chọn khác: make PYTHON=…)"
    echo "Niên giám: đang tạo môi trường trong $venv/ …"
    rm -rf "$venv"
    "$python" -m venv --without-pip "$venv"
    # Debian's Python brings no pip of its own: any other's will do, the lock has the one that stays.
    pip=$("$named" -c 'import ensurepip, pathlib; print(next(pathlib.Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl")))')
    "$venv/bin/python" "$pip/pip" install --quiet --no-index --disable-pip-version-check "$pip"
fi
echo "Niên giám: đang cài các gói trong $lock …"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-warn-script-location \
    --require-hashes -r "$lock" || fail "không cài được các gói trong $lock; xem thông báo ở trên (mạng, ổ đĩa)."
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-warn-script-location \
    --no-deps --no-build-isolation --editable . || fail "không cài được lệnh niengiam vào $venv."
# Where Python is told to keep nothing of what it compiles, every command would compile all of it.
"$venv/bin/python" -m compileall -q plugins || true
"$venv/bin/python" tools/compile_tables.py || true
"$venv/bin/python" tools/compile_templates.py >/dev/null 2>&1 || true
