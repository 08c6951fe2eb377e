#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The inside of ./dev: runs in the Debian 13 userland as an ordinary user, with the repository at /src.
set -euo pipefail
cd /src
export CCACHE_DIR=/home/desk/.cache/ccache CCACHE_MAXSIZE=8G CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
export CMAKE_COLOR_DIAGNOSTICS=OFF
bin=build/cmake/bin

say()  { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf 'dev: %s\n' "$1" >&2; shift; for line in "$@"; do printf '     %s\n' "$line" >&2; done; exit 1; }

# runs a quiet program and shows how long it has been at it: progress WORDS LOG COMMAND…
progress() {
    local words=$1 log=$2 start=$SECONDS status=0
    shift 2
    "$@" >"$log" 2>&1 </dev/null &
    local pid=$!
    sleep 0.3
    while kill -0 "$pid" 2>/dev/null; do
        if [ -t 2 ]; then
            printf '\r\033[K  %s … %d s  %s' "$words" $((SECONDS - start)) "$(tail -n 1 "$log" 2>/dev/null | tr -d '\r' | cut -c1-90)" >&2
        elif [ $((SECONDS - start)) -gt 0 ] && [ $(((SECONDS - start) % 15)) -eq 0 ]; then
            say "  $words … $((SECONDS - start)) s  $(tail -n 1 "$log" 2>/dev/null | tr -d '\r' | cut -c1-90)"
        fi
        sleep 1
    done
    wait "$pid" || status=$?
    [ ! -t 2 ] || printf '\r\033[K' >&2
    return "$status"
}

build() { # [target…]
    # two builds at a time on this machine, each with half of it: a small one does not wait for a large one
    local slot waited=
    while :; do
        for slot in 1 2; do
            exec 8>"/home/desk/build.lock.$slot"
            if flock -n 8; then break 2; fi
        done
        [ -n "$waited" ] || say "Waiting for another build on this machine …"
        waited=yes
        sleep 0.7
    done
    [ -f build/cmake/build.ninja ] || progress "Configuring" build/configure.log \
        cmake -S . -B build/cmake -G Ninja -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DTRUCBAN_SANITIZE="${TRUCBAN_SANITIZE:-OFF}" \
        || { cat build/configure.log >&2; fail "the build could not be configured (above: build/configure.log)." "Is a package missing? ./dev rebuilds its userland when packaging/userland-packages.txt changes."; }
    local targets=("$@")
    progress "Building" build/build.log ninja -j 2 -C build/cmake "${targets[@]:-all}" \
        || { grep -vE '^\[|^ninja: Entering' build/build.log | head -n 80 >&2; fail "the build failed (the whole log: build/build.log)." "Mend what the compiler names above, then run ./dev build again: only what changed is built."; }
    flock -u 8
}

# one screen for all: the GUI tests take turns on it (RESOURCE_LOCK display)
startScreen() { # WIDTHxHEIGHT
    [ -n "${screenPid:-}" ] && return
    local number
    coproc XVFB { exec Xvfb -displayfd 1 -screen 0 "${1}x24" -nolisten tcp -noreset 2>build/xvfb.log; }
    screenPid=$XVFB_PID
    read -r -t 20 number <&"${XVFB[0]}" || fail "the virtual screen (Xvfb) did not start; its log is build/xvfb.log."
    trap 'kill "$screenPid" 2>/dev/null || true' EXIT
    export DISPLAY=:$number QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY
}

runTests() { # ctest arguments
    build
    startScreen 1920x1200
    say "Testing …"
    ctest --test-dir build/cmake --output-on-failure -j2 --no-tests=error "$@" </dev/null \
        || fail "some tests failed." "One of them alone: ./dev test -R NAME; its program lies in build/cmake/tests/."
}

changedSources() { # those of this branch that C++ tools look at
    { git diff --name-only --diff-filter=d "$(git merge-base HEAD main 2>/dev/null || git rev-parse HEAD 2>/dev/null)"; git ls-files --others --exclude-standard; } 2>/dev/null \
        | grep -E '\.(cpp|h)$' | sort -u || true
}

allSources() { find app ui tests -name '*.cpp' -o -name '*.h' | sort; }

lint() {
    local wrong=0 file
    export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=/src
    say "shellcheck …"
    shellcheck -x dev .ci/run packaging/*.sh || wrong=1
    say "clang-format …"
    allSources | xargs clang-format --dry-run 2>&1 | grep 'code should be clang-formatted' | cut -d: -f1 | sort | uniq -c | sort -rn >build/format.log || true
    [ ! -s build/format.log ] || say "$(wc -l <build/format.log) files have places the formatter would write differently (build/format.log); ./dev format FILE… rewrites them."
    build
    say "clang-tidy on what changed …"
    for file in $(changedSources | grep '\.cpp$' | head -n 40); do
        grep -q "\"/src/$file\"" build/cmake/compile_commands.json || continue
        clang-tidy --quiet -p build/cmake "$file" 2>/dev/null || wrong=1
    done
    [ "$wrong" -eq 0 ] || fail "lint found something." "Mend what is named above, then run ./dev lint again."
    say "Lint is clean."
}

format() { # the source tree is read-only in here: ./dev copies build/formatted back
    local file
    rm -rf build/formatted
    for file in $(if [ $# -gt 0 ]; then printf '%s\n' "$@"; else allSources; fi); do
        [ -f "$file" ] || fail "$file is not there."
        mkdir -p "build/formatted/$(dirname "$file")"
        clang-format "$file" >"build/formatted/$file"
        if cmp -s "$file" "build/formatted/$file"; then rm "build/formatted/$file"; else say "  $file"; fi
    done
}

bench() {
    build
    # shellcheck source=packaging/dev-stack.sh
    . packaging/dev-stack.sh
    [ -x "$bin/trucban-bench" ] || fail "the benchmarks are not in this tree (tests/bench)."
    startScreen 1920x1200
    "$bin/trucban-bench" "$@"
}

demo() {
    # shellcheck source=packaging/dev-stack.sh
    . packaging/dev-stack.sh
    # shellcheck source=packaging/dev-demo.sh
    . packaging/dev-demo.sh
    runDemo "$@"
}

command=$1
shift
case $command in
shell) if [ $# -gt 0 ]; then exec bash -c "$*"; else exec bash -i; fi ;;
build) build "$@" ;;
test) runTests "$@" ;;
lint) lint ;;
format) format "$@" ;;
bench) bench "$@" ;;
demo) demo "$@" ;;
up | down | run)
    # shellcheck source=packaging/dev-stack.sh
    . packaging/dev-stack.sh
    case $command in
    up) stackUp ;;
    down) stackDown ;;
    run) stackRun "$@" ;;
    esac
    ;;
*) echo "usage: ./dev demo|test|bench|up|down|run|build|shell|lint|format" >&2; exit 2 ;;
esac
