#!/bin/sh
# Makes what the test of upgrades begins with: a small town hall as the release before leaves it, on both databases.
#
# usage: tests/previous/make.sh PROGRAMS POSTGRES
#   PROGRAMS  a folder with the yakusho-seed of that release
#   POSTGRES  the address of an empty database
set -eu
here=$(cd "$(dirname "$0")" && pwd)
programs=$1
postgres=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for kind in sqlite postgres; do
    data=$work/$kind
    url="sqlite:$data/yakusho.db"
    [ "$kind" = sqlite ] || url=$postgres
    mkdir -p "$data" "$here/$kind"
    printf 'data = "%s"\ncity = "nogata"\ndatabase_url = "%s"\n' "$data" "$url" > "$data/yakusho.toml"
    "$programs/yakusho-seed" --config "$data/yakusho.toml" --staff 60 --accounts "$here/$kind/accounts.csv"
    cp "$data/keys" "$here/$kind/keys"
done
sqlite3 "$work/sqlite/yakusho.db" .dump > "$here/sqlite/dump.sql"
# Lines with a backslash are for psql alone.
pg_dump --no-owner --no-privileges --rows-per-insert=500 "$postgres" | grep -v '^\\' > "$here/postgres/dump.sql"
