#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The inside of ./dev: runs in the Debian 13 userland as an ordinary user, with the repository at /src.
set -euo pipefail
cd /src
export CCACHE_DIR=/home/desk/.cache/ccache CCACHE_MAXSIZE=8G CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
export CMAKE_COLOR_DIAGNOSTICS=OFF

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

build() { # [target…]
    exec 8>/home/desk/build.lock
    flock -n 8 || { say "Waiting for another build on this machine …"; flock 8; }
    [ -f build/cmake/build.ninja ] || cmake -S . -B build/cmake -G Ninja -DTRUCBAN_SANITIZE="${TRUCBAN_SANITIZE:-OFF}" >build/configure.log 2>&1 \
        || { cat build/configure.log >&2; exit 1; }
    local targets=("$@")
    ninja -C build/cmake "${targets[@]:-all}" >build/build.log 2>&1 || { grep -vE '^\[|^ninja: Entering' build/build.log | head -n 80 >&2; exit 1; }
    flock -u 8
}

case $1 in
shell) shift; if [ $# -gt 0 ]; then exec bash -c "$*"; else exec bash -i; fi ;;
build) shift; build "$@" ;;
*) echo "not here yet: $1" >&2; exit 2 ;;
esac
