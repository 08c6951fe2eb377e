#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes tests/sql/schema_snapshot.sql anew from the migrations. Run it on the host, at the root of the tree or anywhere.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
./dev build sql_test
./dev shell 'build/cmake/tests/sql_test --snapshot >/dev/null || true'
cp build/cmake/schema_snapshot.sql tests/sql/schema_snapshot.sql
git diff --stat -- tests/sql/schema_snapshot.sql
