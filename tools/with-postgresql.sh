#!/usr/bin/env bash
# Runs a command while a throw-away PostgreSQL is up, with its address in TEST_DATABASE_URL.
#   tools/with-postgresql.sh npm test -- service
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)")
[ -x "$bin/initdb" ] || { echo 'No PostgreSQL found: install the package "postgresql".' >&2; exit 1; }

data=$(mktemp -d)
port=${TEST_POSTGRESQL_PORT:-54329}
# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  as=(runuser -u postgres --)
  chown postgres "$data"
fi
# Where nobody else may enter, the server itself must be able to.
cd "$data"
"${as[@]}" "$bin/initdb" -D "$data/db" -A trust -U sandbox --no-sync >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$data/db" -w -l "$data/log" \
  -o "-p $port -k $data -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync=off" start >/dev/null || { cat "$data/log" >&2; exit 1; }
cd - >/dev/null
stop() {
  (cd "$data" && "${as[@]}" "$bin/pg_ctl" -D "$data/db" -m fast stop >/dev/null 2>&1) || true
  rm -rf "$data"
}
trap stop EXIT

TEST_DATABASE_URL="postgresql://sandbox@127.0.0.1:$port/postgres" "$@"
