#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the database does for each page of the inbox, as an officer and as a unit, with row-level security on:
#   ./dev shell 'tests/sql/explain.sh [CASES]'       a table: milliseconds, buffers, rows looked at, the plan's scans
#   ./dev shell 'tests/sql/explain.sh 100000 -v'     and every plan
# A private cluster in build/explain, kept for the next run; remove the folder to begin anew.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
cases=${1:-100000} verbose=${2:-}
home=$PWD/build/explain
PATH=/usr/lib/postgresql/17/bin:$PATH
mkdir -p "$home"
if [ ! -d "$home/data" ]; then
    initdb --no-sync -U postgres -E UTF8 --locale-provider=builtin --locale=C.UTF-8 -D "$home/data" >/dev/null
    printf 'local all all trust\n' >"$home/data/pg_hba.conf"
fi
pg_ctl -D "$home/data" -w -l "$home/log" -o "-k $home -c listen_addresses= -c fsync=off -c full_page_writes=off -c shared_buffers=512MB -c jit=off -c max_wal_size=4GB -c work_mem=8MB -c random_page_cost=1.1" start >/dev/null
trap 'pg_ctl -D "$home/data" -m fast stop >/dev/null' EXIT
run() { psql -XAtq -h "$home" -U "$1" -d "$2" -v ON_ERROR_STOP=1 "${@:3}"; }
key=$(cat app/storage/schema/*.sql tests/sql/explain_seed.sql | sha256sum | cut -c1-12)
name=explain_${cases}_$key
if [ -z "$(run postgres postgres -c "SELECT 1 FROM pg_database WHERE datname = '$name' AND datconnlimit = -1")" ]; then
    echo "Seeding $cases cases …" >&2
    run postgres postgres -f app/storage/schema/roles.sql -c "DROP DATABASE IF EXISTS $name" -c "CREATE DATABASE $name OWNER trucban_owner CONNECTION LIMIT 50"
    run postgres "$name" -c 'SET ROLE trucban_owner; CREATE SCHEMA core; CREATE TABLE core.migration (number int PRIMARY KEY, name text, sha256 text, oldest_desk int, applied_at timestamptz);
        GRANT USAGE ON SCHEMA core TO PUBLIC; GRANT SELECT ON core.migration TO PUBLIC'
    for file in app/storage/schema/0*.sql; do { echo 'SET LOCAL ROLE trucban_owner; SET LOCAL client_min_messages = warning;'; cat "$file"; } | run postgres "$name" -1 -f - >/dev/null; done
    run postgres "$name" -v cases="$cases" -f tests/sql/explain_seed.sql
    run postgres "$name" -c 'VACUUM ANALYZE' -c "DO \$\$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'officer1') THEN CREATE ROLE officer1 LOGIN IN ROLE trucban_officer; CREATE ROLE ward1 LOGIN IN ROLE trucban_unit; CREATE ROLE dept1 LOGIN IN ROLE trucban_unit; END IF; END \$\$"
    run postgres postgres -c "ALTER DATABASE $name CONNECTION LIMIT -1"
fi

# The plan as JSON is boiled down to: time, shared buffers touched, rows thrown away by filters, rows sorted, and the scans that it is made of
boil='
import json, re, sys
def walk(node, found):
    scan = node["Node Type"]
    loops = node.get("Actual Loops", 1)
    if "Scan" in scan and scan not in ("CTE Scan", "Function Scan", "Subquery Scan", "Result"):
        name = node.get("Index Name") or node.get("Relation Name") or ""
        if scan == "Seq Scan" and node["Relation Name"] in small: name = ""
        if name and (name.startswith("case") or scan == "Seq Scan" or "assignment" in name): found["scans"].append(("SEQ " if scan == "Seq Scan" else "bitmap " if "Bitmap Heap" in scan else "") + name)
    found["thrown"] += int(node.get("Rows Removed by Filter", 0) * loops) + int(node.get("Rows Removed by Index Recheck", 0) * loops)
    if "Sort" in scan and scan != "Incremental Sort": found["sorted"] += int(node["Plans"][0]["Actual Rows"] * loops)
    for child in node.get("Plans", []): walk(child, found)
small = {"unit", "area", "category", "person", "setting", "holiday", "verb", "partition", "deadline"}
text = sys.stdin.read()
plan = json.loads(text[text.index("["):])[0]
found = {"scans": [], "thrown": 0, "sorted": 0}
walk(plan["Plan"], found)
scans = []
for s in found["scans"]:
    if s not in scans: scans.append(s)
buffers = plan["Plan"].get("Shared Hit Blocks", 0) + plan["Plan"].get("Shared Read Blocks", 0)
late = " !" if plan["Execution Time"] > 30 or any(s.startswith("SEQ") for s in scans) else ""
print("%8.2f %8.2f %8d %8d %8d  %s%s" % (plan["Execution Time"], plan["Planning Time"], buffers, found["thrown"], found["sorted"], " ".join(scans), late))
'
measure() { # login, name, sql
    local answer
    # the third run of one session, so that functions are compiled and pages are warm
    answer=$(run "$1" "$name" -c "$3" -c "$3" -c "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) $3" 2>&1 | awk 'on || /^\[$/ { on = 1; print }') || { echo "$2: $answer"; return; }
    printf '%-8s %-44s %s\n' "$1" "$2" "$(python3 -c "$boil" <<<"$answer" 2>&1 | tail -1)"
    [ -z "$verbose" ] || run "$1" "$name" -c "EXPLAIN (ANALYZE, BUFFERS) $3"
}
printf '%-8s %-44s %8s %8s %8s %8s %8s  %s\n' login query ms plan-ms buffers thrown sorted scans
category="(SELECT id FROM desk.categories WHERE code = 'ANTT.C3')"
middle="(SELECT last_message_at FROM core.case ORDER BY id OFFSET (SELECT count(*) / 2 FROM core.case) LIMIT 1)"
newest='ORDER BY c.last_message_at DESC, c.id DESC LIMIT 50'
burns='ORDER BY c.burns_at, c.id LIMIT 50'
declare -A views=([new]='c.queue = 1' [in_hand]='c.queue = 2' [waiting]='c.queue = 3' [answered]='c.queue = 4' [done]='c.queue = 6' [open]='c.queue <= 4' [overdue]='c.queue <= 4 AND c.burns_at < core.now()'
    [mine]='c.holder_id = 1' [all]='true')
declare -A filters=([none]='true' [category]="c.category_id = 7" [rare-category]="c.category_id = 50" [tree]="c.category_id = ANY (ARRAY(SELECT id FROM desk.categories WHERE code = 'ANTT' OR code LIKE 'ANTT.%'))"
    [urgency]="c.urgency = 'emergency'" [area]='c.area_id = 100' [unit]='c.lead_unit_id = 140' [status]="c.status = 'returned'")
for view in new in_hand waiting answered done open overdue mine all; do
    for filter in none category rare-category tree urgency area unit; do
        measure officer1 "$view, $filter, newest first" "SELECT * FROM desk.cases c WHERE ${views[$view]} AND ${filters[$filter]} $newest"
        measure officer1 "$view, $filter, burns first" "SELECT * FROM desk.cases c WHERE ${views[$view]} AND ${filters[$filter]} $burns"
    done
done
at=$(run postgres "$name" -c "SELECT last_message_at FROM core.case WHERE id = $cases / 2"); burn=$(run postgres "$name" -c "SELECT burns_at FROM core.case WHERE id = $cases / 2")
measure officer1 'all, deep page, newest first' "SELECT * FROM desk.cases c WHERE (c.last_message_at, c.id) < ('$at', $cases / 2) $newest"
measure officer1 'all, backwards, newest first' "SELECT * FROM desk.cases c WHERE (c.last_message_at, c.id) > ('$at', $cases / 2) ORDER BY c.last_message_at, c.id LIMIT 50"
measure officer1 'open, deep page, burns first' "SELECT * FROM desk.cases c WHERE c.queue <= 4 AND (c.burns_at, c.id) > ('$burn', $cases / 2) $burns"
measure officer1 'done, tree, deep page' "SELECT * FROM desk.cases c WHERE c.queue = 6 AND ${filters[tree]} AND (c.last_message_at, c.id) < ('$at', $cases / 2) $newest"
measure officer1 'case by number' "SELECT id FROM desk.cases WHERE number = '26-0$cases'"
measure officer1 'case by id' "SELECT * FROM desk.cases WHERE id = $cases"
measure officer1 'fifty rows by id' "SELECT * FROM desk.cases c WHERE c.id = ANY (ARRAY(SELECT generate_series(1, $cases, $cases / 50)))"
measure officer1 'inbox_counts' 'SELECT desk.inbox_counts()'
measure officer1 'dashboard' 'SELECT desk.dashboard(24)'
measure officer1 'messages of a case of 500' "SELECT * FROM desk.messages($cases)"
measure officer1 'all 500 messages' "SELECT * FROM desk.messages($cases, NULL, NULL, 500)"
measure officer1 'open_case' "SELECT desk.open_case($cases)"
measure officer1 'citizen_file' "SELECT desk.citizen_file($cases)"
measure officer1 'steps of a case' "SELECT * FROM desk.events WHERE case_id = $cases ORDER BY id"
measure officer1 'forwards of a case' "SELECT * FROM desk.assignments WHERE case_id = $cases"
for who in ward1 dept1; do
    mine="a.unit_id = ANY ((SELECT unit_ids FROM desk.me)::bigint[])"
    for state in "a.state IN ('sent', 'confirmed', 'returned')" "a.state = 'sent'" "a.state NOT IN ('handed_back', 'withdrawn')"; do
        measure $who "${state:0:30}, newest" "SELECT * FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id WHERE $mine AND $state $newest"
        measure $who "${state:0:30}, burns" "SELECT * FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id WHERE $mine AND $state ORDER BY coalesce(a.due_at, 'infinity'), c.id LIMIT 50"
    done
    measure $who 'inbox_counts' 'SELECT desk.inbox_counts()'
    measure $who 'cases alone (not the way)' "SELECT * FROM desk.cases c $newest"
done
for who in officer1 ward1 dept1; do
    for text in 'mất xe' 'công an phường' 'xe' 'kỳ lân phượng hoàng' 'lân' 'Nguyễn Văn Hùng' 'nguyen van' '0900000003' "09000$(printf %05d $((cases / 97 * 97 + 3 - 97)))" 'khongcotunay' 'khong co tu nay'; do
        measure $who "search \"$text\"" "SELECT * FROM desk.search('$text', 50)"
    done
done
