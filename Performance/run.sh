#!/usr/bin/env bash
# Measures everything and writes Performance/results/<date>.md. See README.md.
# Usage: [BENCH_SIZE=small|full] [BENCH_SECONDS=10] [BENCH_RUNS=3] Performance/run.sh PROGRAM
set -euo pipefail

cd "$(dirname "$0")/.."
work=.build/bench
# A copy, so that a build in the meantime does not change what is measured.
cp "${1:?usage: Performance/run.sh PROGRAM}" $work/jobindsats
program=$work/jobindsats
python=$work/venv/bin/python
result=Performance/results/$(date --utc +%F).md
size=${BENCH_SIZE:-small}
case $size in
small) groups=2 ;;
full) groups=17 ;;
*) echo "BENCH_SIZE is small or full, not $size" >&2 && exit 64 ;;
esac

machine() {
	local model memory peers
	model=$(lscpu | sed -n 's/^Model name: *//p')
	memory=$(free --giga | awk '/^Mem/ {print $2}')
	peers=$("$work/venv/bin/pip" freeze | grep -E '^(roapi|datasette)=' | paste -sd' ')
	echo -e "# Measured on $(date --utc '+%F %H:%M') UTC\n"
	echo "$(nproc) cores ($model), $memory GB, Linux $(uname -r);" \
		"load before: $(cut -d' ' -f1-3 /proc/loadavg)."
	echo "jobindsats $("$program" --version | tail -1)" \
		"(SHA-256 $(sha256sum "$program" | cut -c1-16)…), $peers, $(nginx -v 2>&1 | sed 's/.*: //')."
	echo "Runs of ${BENCH_SECONDS:-10} s, median of ${BENCH_RUNS:-3}."
}

serving() {
	echo -e "\n## Serving\n"
	"$python" Performance/table.py $work/table --peers --releases 4
	"$python" Performance/publishing.py "$program" $work/table >/dev/null
	"$python" Performance/serving.py "$program" $work/table
}

publishing() {
	for profile in uniform real; do
		echo -e "\n## Publishing, profile \`$profile\`, size $size\n"
		"$python" Performance/table.py $work/$profile \
			--groups "$groups" --releases 24 --profile $profile
		"$python" Performance/publishing.py "$program" $work/$profile
	done
}

{
	machine
	serving
	publishing
	echo -e "\nLoad after: $(cut -d' ' -f1-3 /proc/loadavg)."
} | tee $work/result.md
mkdir -p "$(dirname "$result")"
mv $work/result.md "$result"
echo "Written to $result"
