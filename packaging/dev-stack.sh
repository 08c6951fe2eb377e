# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The headless stack of ./dev: PostgreSQL, Facebook stand-in and gateway on loopback, described by build/stack.json.
# Sourced by dev-inside.sh.
# shellcheck disable=SC2154 # bin is set there

stack=build/stack
pgbin=/usr/lib/postgresql/17/bin

secret() { openssl rand -hex "${1:-16}"; }

digits() { # N random ones, the first not 0
    local number
    number=$((RANDOM % 9 + 1))
    while [ ${#number} -lt "$1" ]; do number=$number$((RANDOM % 10)); done
    printf '%s' "$number"
}

freePort() { # below the ports the system gives to outgoing connections
    local port
    for _ in {1..200}; do
        port=$((RANDOM % 12000 + 20000))
        case " ${portsTaken:-} " in *" $port "*) continue ;; esac
        if [ -z "$(ss -Hltn "sport = :$port")" ]; then
            printf '%s' "$port"
            return
        fi
    done
    fail "no free port was found between 20000 and 32000."
}

# starts a program that outlives us and holds none of our pipes: launch NAME COMMAND…
launch() {
    local name=$1
    shift
    # shellcheck disable=SC2016 # the inner shell expands
    setsid --fork bash -c 'echo $$ >"$1"; shift; exec "$@"' launch "$stack/$name.pid" "$@" </dev/null >>"$stack/log/$name.log" 2>&1
}

alive() { # NAME
    local pid
    pid=$(cat "$stack/$1.pid" 2>/dev/null) && [ -n "$pid" ] && grep -qa "$bin/" "/proc/$pid/cmdline" 2>/dev/null   # not another that got its number
}

# waitFor NAME WORDS SECONDS COMMAND…: until the command succeeds, or says what the log says
waitFor() {
    local name=$1 words=$2 patience=$3 start=$SECONDS told=0
    shift 3
    until "$@" >/dev/null 2>&1; do
        if [ -f "$stack/$name.pid" ] && ! alive "$name"; then
            tail -n 15 "$stack/log/$name.log" >&2
            fail "$words ended at once; its last words are above ($stack/log/$name.log)."
        fi
        [ $((SECONDS - start)) -lt "$patience" ] || { tail -n 15 "$stack/log/$name.log" >&2; fail "$words was not ready after $patience s; its last words are above ($stack/log/$name.log)."; }
        [ $((SECONDS - start)) -lt 2 ] || [ $told -eq 1 ] || { say "  waiting for $words …"; told=1; }
        sleep 0.1
    done
}

databaseUp() {
    local port=$1
    if [ ! -f $stack/pg/PG_VERSION ]; then
        (umask 077; secret >$stack/secret/postgres)
        progress "Making the database cluster" $stack/log/initdb.log $pgbin/initdb -U postgres --pwfile=$stack/secret/postgres -A scram-sha-256 \
            -E UTF8 --locale-provider=builtin --locale=C.UTF-8 -D $stack/pg || { cat $stack/log/initdb.log >&2; fail "initdb failed (above)."; }
        cat >>$stack/pg/postgresql.conf <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '/src/$stack/socket'
shared_buffers = 256MB
max_connections = 200
max_wal_size = 4GB
log_line_prefix = '%m %a %u '
log_min_duration_statement = 500
CONF
    fi
    $pgbin/pg_ctl -D $stack/pg -l $stack/log/postgresql.log -w -t 60 -s start </dev/null >>$stack/log/pg_ctl.log 2>&1 \
        || { tail -n 15 $stack/log/postgresql.log >&2; fail "PostgreSQL did not start; its last words are above ($stack/log/postgresql.log)." "./dev down, then ./dev up makes a new cluster."; }
}

administer() { "$bin/trucban-admin" --database "$adminUrl" "$@"; }

# units, areas, categories, people and what goes with them; no cases
loadSample() {
    local sample=resources/sample file
    for file in units areas categories; do
        administer "$file" import $sample/$file.csv >>$stack/log/import.log 2>&1 || { tail -n 15 $stack/log/import.log >&2; fail "the sample $file could not be imported (above: $stack/log/import.log)."; }
    done
    administer areas import $sample/areas.geojson >>$stack/log/import.log 2>&1 || { tail -n 15 $stack/log/import.log >&2; fail "the sample's boundaries could not be imported (above: $stack/log/import.log)."; }
    for file in deadlines holidays templates sources; do
        [ ! -f $sample/$file.csv ] || administer "$file" import $sample/$file.csv >>$stack/log/import.log 2>&1 \
            || { tail -n 15 $stack/log/import.log >&2; fail "the sample $file could not be imported (above: $stack/log/import.log)."; }
    done
    administer --json people import $sample/people.csv >$stack/secret/people.json 2>>$stack/log/import.log \
        || { cat $stack/secret/people.json >&2; tail -n 15 $stack/log/import.log >&2; fail "the sample people could not be imported (above, and $stack/log/import.log)."; }
}

# the gateway subscribes the page by itself; when it has not, the stand-in is told to send all the same
subscribePage() {
    local subscribed="curl -fsS -m 2 '$graphUrl/control/webhooks' | jq -e '.subscribed_fields | length > 0'"
    for _ in {1..150}; do
        if bash -c "$subscribed" >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
    say "The gateway has not subscribed the page within 15 s ($stack/log/gateway.log says why); the stand-in is told to send its events all the same."
    curl -fsS -m 5 -X POST -H 'Content-Type: application/json' -d '{"subscribed": true}' "$graphUrl/control/webhooks" >/dev/null \
        || fail "the stand-in does not take the subscription ($stack/log/standin.log)."
}

stackHealthy() {
    [ -f build/stack.json ] && [ -f $stack/pg/postmaster.pid ] && alive gateway || return 1
    [ ! -f $stack/standin.pid ] || alive standin || return 1
    curl -fsS -m 5 "$(jq -r .gateway_url build/stack.json)/healthz" >/dev/null 2>&1
}

stackUp() {
    if stackHealthy; then
        say "The stack is already running: $(jq -r '"gateway \(.gateway_url), Facebook \(.graph_url)"' build/stack.json). ./dev down stops it."
        return
    fi
    build trucban-gateway trucban-admin trucban-media-worker facebook-standin
    stackStop
    rm -rf $stack build/stack.json
    mkdir -p $stack/log $stack/secret $stack/socket $stack/media
    chmod 700 $stack/secret $stack/socket
    local started=$SECONDS databasePort gatewayPort standinPort gatewayUrl graphUrl admin=administrator
    databasePort=$(freePort)
    portsTaken=$databasePort gatewayPort=$(portsTaken=$databasePort freePort)
    standinPort=$(portsTaken="$databasePort $gatewayPort" freePort)
    gatewayUrl=http://127.0.0.1:$gatewayPort
    graphUrl=${TRUCBAN_GRAPH_URL:-http://127.0.0.1:$standinPort}
    local pageId appId appSecret verifyToken pageToken adminPassword gatewayPassword
    pageId=$(digits 15) appId=$(digits 16) appSecret=$(secret 16) verifyToken=$(secret 12) pageToken=EAA$(secret 40)
    adminPassword=$(secret 12) gatewayPassword=$(secret 16)

    databaseUp "$databasePort"
    (
        umask 077
        printf '%s' "$adminPassword" >$stack/secret/admin
        printf '%s' "$gatewayPassword" >$stack/secret/gateway
        printf '%s' "$appSecret" >$stack/secret/app-secret
        printf '%s' "$pageToken" >$stack/secret/page-token
        printf '%s' "$verifyToken" >$stack/secret/verify-token
    )
    say "Making the database …"
    "$bin/trucban-admin" --database "postgresql://postgres@127.0.0.1:$databasePort/postgres" --password-file $stack/secret/postgres \
        create --name trucban --admin $admin --admin-password-file $stack/secret/admin \
        --gateway trucban_gateway_1 --gateway-password-file $stack/secret/gateway >$stack/log/create.log 2>&1 \
        || { tail -n 15 $stack/log/create.log >&2; fail "the database could not be made (above: $stack/log/create.log)."; }
    adminUrl="postgresql://$admin:$adminPassword@127.0.0.1:$databasePort/trucban"
    say "Loading units, areas, categories and sample people …"
    loadSample

    if [ -z "${TRUCBAN_GRAPH_URL:-}" ]; then
        launch standin "$bin/facebook-standin" --port "$standinPort" --data "/src/$stack/media" --page-id "$pageId" --app-id "$appId" \
            --app-secret "$appSecret" --verify-token "$verifyToken" --page-token "$pageToken" --callback "$gatewayUrl/webhook/facebook"
        waitFor standin "the Facebook stand-in" 20 curl -fsS -m 2 "$graphUrl/healthz"
    fi
    launch gateway env TRUCBAN_DATABASE_URL="postgresql://trucban_gateway_1@127.0.0.1:$databasePort/trucban" \
        TRUCBAN_DATABASE_PASSWORD_FILE=/src/$stack/secret/gateway TRUCBAN_LISTEN="127.0.0.1:$gatewayPort" TRUCBAN_NAME=stack \
        TRUCBAN_MEDIA_HOSTS="127.0.0.1,localhost,$(printf '%s' "$graphUrl" | sed -E 's#^[a-z]+://([^/:]+).*#\1#')" \
        TRUCBAN_PAGE_ID="$pageId" TRUCBAN_APP_ID="$appId" TRUCBAN_GRAPH_URL="$graphUrl" TRUCBAN_APP_SECRET_FILE=/src/$stack/secret/app-secret \
        TRUCBAN_PAGE_TOKEN_FILE=/src/$stack/secret/page-token TRUCBAN_VERIFY_TOKEN_FILE=/src/$stack/secret/verify-token \
        PATH="/src/$bin:$PATH" "$bin/trucban-gateway"
    waitFor gateway "the gateway" 30 curl -fsS -m 2 "$gatewayUrl/healthz"
    if [ -z "${TRUCBAN_GRAPH_URL:-}" ]; then
        subscribePage
    fi

    (
        umask 077
        jq -n --arg database_url "$adminUrl" --arg gateway_url "$gatewayUrl" --arg graph_url "$graphUrl" --arg page_id "$pageId" --arg app_id "$appId" \
            --arg app_secret "$appSecret" --arg verify_token "$verifyToken" --arg page_token "$pageToken" --arg admin $admin \
            --arg admin_password "$adminPassword" --slurpfile made $stack/secret/people.json \
            '{$database_url, $gateway_url, $graph_url, $page_id, $app_id, $app_secret, $verify_token, $page_token,
              people: ([$made[0].people[] | {login, password, role, unit}] + [{login: $admin, password: $admin_password, role: "admin", unit: null}])}' >build/stack.json.new
    )
    mv build/stack.json.new build/stack.json
    say "The stack is running after $((SECONDS - started)) s: gateway $gatewayUrl, Facebook $graphUrl, database on port $databasePort; all of it is in build/stack.json."
}

stackStop() {
    local name pid
    for name in gateway standin; do
        if alive $name; then
            pid=$(cat $stack/$name.pid)
            kill "$pid" 2>/dev/null || true
            for _ in {1..100}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
            kill -9 "$pid" 2>/dev/null || true
        fi
        rm -f $stack/$name.pid
    done
    if [ -f $stack/pg/postmaster.pid ]; then
        $pgbin/pg_ctl -D $stack/pg -m fast -w -t 60 -s stop </dev/null >>$stack/log/pg_ctl.log 2>&1 \
            || $pgbin/pg_ctl -D $stack/pg -m immediate -w -t 30 -s stop </dev/null >>$stack/log/pg_ctl.log 2>&1 || true
    fi
}

stackDown() {
    if [ ! -f build/stack.json ] && [ ! -f $stack/pg/postmaster.pid ] && ! alive gateway && ! alive standin; then
        say "No stack is running."
        return
    fi
    stackStop
    rm -f build/stack.json
    say "The stack is stopped. Its logs stay in $stack/log until the next ./dev up."
}

# TRUCBAN_… of the running stack for whatever is started next
stackEnvironment() {
    [ -f build/stack.json ] || fail "no stack is running." "Start one first: ./dev up"
    TRUCBAN_DATABASE_URL=$(jq -r .database_url build/stack.json)
    TRUCBAN_GATEWAY_URL=$(jq -r .gateway_url build/stack.json)
    TRUCBAN_GRAPH_URL=$(jq -r .graph_url build/stack.json)
    TRUCBAN_PAGE_ID=$(jq -r .page_id build/stack.json)
    TRUCBAN_APP_SECRET=$(jq -r .app_secret build/stack.json)
    TRUCBAN_VERIFY_TOKEN=$(jq -r .verify_token build/stack.json)
    export TRUCBAN_DATABASE_URL TRUCBAN_GATEWAY_URL TRUCBAN_GRAPH_URL TRUCBAN_PAGE_ID TRUCBAN_APP_SECRET TRUCBAN_VERIFY_TOKEN
}

stackRun() { # PROGRAM ARGS…
    [ $# -gt 0 ] || fail "which program?" "For example: ./dev run trucban-admin cases --limit 5"
    stackEnvironment
    local program=$1
    shift
    [ -x "$bin/$program" ] || build "$program"
    PATH=/src/$bin:$PATH exec "$bin/$program" "$@"
}
