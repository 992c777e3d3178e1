#!/usr/bin/env bash
# Publishes the demonstration releases into a new database; leaves one that exists alone.
# Usage: deploy/fill-database.sh PROGRAM DATABASE
set -euo pipefail

cd "$(dirname "$0")/.."
program=${1:?usage: deploy/fill-database.sh PROGRAM DATABASE}
database=${2:?usage: deploy/fill-database.sh PROGRAM DATABASE}

[[ -e $database ]] && exit 0

# The database gets its name when it is complete, so that an interrupted filling starts again.
mkdir -p "$(dirname "$database")"
partial=$database.partial
rm -f "$partial" "$partial"-* "$partial".*
echo "Filling $database with demonstration figures …"
for release in seeds/demonstration/20*/; do
	day=$(basename "$release")
	"$program" publish "$release" --database "$partial" --catalogue seeds/catalogue \
		--release-at "${day}T08:00" --id "$day"
done
mv "$partial" "$database"
rm -f "$partial"-* "$partial".*
