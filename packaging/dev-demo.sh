# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev demo: the stack, sample citizens writing, and the desktop; sourced by dev-inside.sh after dev-stack.sh.
# shellcheck disable=SC2154 # bin, stack and screenPid are set there

runDemo() { # [--screenshots DIR]
    local shots=
    if [ "${1:-}" = --screenshots ]; then
        [ $# -eq 2 ] || fail "--screenshots needs a folder."
        shots=$2
    elif [ $# -gt 0 ]; then
        fail "./dev demo knows only --screenshots DIR."
    elif [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        fail "there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)." "Without one: ./dev demo --screenshots DIR"
    fi
    build
    stackUp
    trap 'demoEnd' EXIT
    stackEnvironment
    local officer password
    officer=$(jq -r '[.people[] | select(.role == "officer")][0].login' build/stack.json)
    password=$(jq -r '[.people[] | select(.role == "officer")][0].password' build/stack.json)
    local citizens=("$bin/sample-citizens" --standin "$TRUCBAN_GRAPH_URL" --citizens resources/sample/citizens.jsonl --cache build/sample-media)
    if [ -n "$shots" ]; then
        # in three waves over two and a half hours, so that some of it is late already
        wave 150 0 17
        shiftWorks packaging/dev-shift-early.sql
        wave 70 17 17
        wave 0 34 1000
        clockRuns
    else
        curl -fsS -m 5 -o /dev/null -d '{"ms":6000}' "$TRUCBAN_GRAPH_URL/control/auto_read" || true     # citizens read what they are told
        launch citizens "${citizens[@]}" --first 14 --every 7
        say "Play a citizen yourself: open $TRUCBAN_GRAPH_URL/ in a browser."
    fi
    if [ -n "$shots" ]; then
        settle
        say "The shift takes the first cases in hand …"
        shiftWorks packaging/dev-shift.sql
        settle
    fi
    local server
    server=$(jq -r '.database_url | sub("//[^@]*@"; "//")' build/stack.json)
    if [ -n "$shots" ]; then
        startScreen 1920x1200
        trap 'demoEnd; kill "$screenPid" 2>/dev/null || true' EXIT
        mkdir -p "$shots"
        local size
        for size in 1366x768 1920x1080; do
            local large=
            [ $size = 1366x768 ] || large=large_
            walkAs officer --prefix "$large" --size $size --walk-case "$(caseOf 'Em mất con Vision')" --screenshots "$shots"
            walkAs supervisor --prefix "${large}supervisor_" --size $size --places inbox,dashboard,wall,publish,duty --screenshots "$shots"
            walkAs admin --prefix "$large" --size $size --places administration --screenshots "$shots"
            walkAs unit --prefix "${large}unit_" --size $size --places inbox,cases,assignment,duty --walk-case "$(caseOf 'Các anh ơi ở ngã tư')" --screenshots "$shots"
        done
    else
        TRUCBAN_PASSWORD=$password "$bin/trucban" --server "$server" --user "$officer"
    fi
}

# the screens of another role: walkAs ROLE OPTIONS…
walkAs() {
    local role=$1
    shift
    TRUCBAN_PASSWORD=$(jq -r --arg role "$role" '[.people[] | select(.role == $role)][0].password' build/stack.json) \
        "$bin/trucban" --server "$server" --user "$(jq -r --arg role "$role" '[.people[] | select(.role == $role)][0].login' build/stack.json)" "$@"
}

caseOf() { # FIRST WORDS
    psql -XAtq -v words="$1" "$(jq -r .database_url build/stack.json)" <<<"SELECT id FROM desk.cases WHERE starts_with(first_words, :'words')"
}

# so many sample messages, written and taken in so many minutes ago: wave MINUTES SKIP COUNT
wave() {
    if [ "$1" -gt 0 ]; then asOwner "INSERT INTO core.setting VALUES ('test_now', to_jsonb(now() - interval '$1 minutes')) ON CONFLICT (key) DO UPDATE SET value = excluded.value"; else clockRuns; fi
    progress "Sample citizens are writing" "$stack/log/citizens.log" "${citizens[@]}" --minutes-ago "$1" --skip "$2" --count "$3" \
        || { tail -n 5 "$stack/log/citizens.log" >&2; fail "the sample citizens could not write (above: $stack/log/citizens.log)."; }
    settle
}

clockRuns() {
    asOwner "DELETE FROM core.setting WHERE key = 'test_now'"
}

asOwner() { # SQL
    PGPASSWORD=$(cat "$stack/secret/postgres") psql -XAtq -h 127.0.0.1 -p "$(jq -r '.database_url | capture(":(?<port>[0-9]+)/").port' build/stack.json)" -U postgres -c "$1" trucban >/dev/null
}

shiftWorks() { # FILE
    psql -Xq -f "$1" "$(jq -r .database_url build/stack.json)" >"$stack/log/shift.log" 2>&1 \
        || { tail -n 5 "$stack/log/shift.log" >&2; fail "the sample shift could not work (above: $stack/log/shift.log)."; }
}

# until every event is a case and every picture has its thumbnail, so that the screens show a desk at work
settle() {
    local left start=$SECONDS
    while [ $((SECONDS - start)) -lt 120 ]; do
        left=$("$bin/trucban-admin" --json status 2>/dev/null | jq '.journal.pending + .media.to_fetch + .media.to_derive' 2>/dev/null || echo 1)
        [ "$left" != 0 ] || return 0
        sleep 0.5
    done
    say "After two minutes the gateway still has $left things to do ($stack/log/gateway.log); the pictures are taken all the same."
}

demoEnd() {
    if alive citizens; then kill "$(cat "$stack/citizens.pid")" 2>/dev/null || true; fi
    stackDown
}
