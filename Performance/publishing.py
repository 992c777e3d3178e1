#!/usr/bin/env python3
"""Measures what publishing costs: CPU, bytes and the size of the file.

    publishing.py PROGRAM FOLDER    FOLDER is what table.py made

Prints Markdown. Each delivery is published, and then once more: the second time the program reads
and checks all of it, finds that it was published before and stops. So the second run's CPU is
the cost of reading, and the difference is merging, coding, storing and reading back.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path


def publish(program, folder, delivery, instant):
    """Publishes; returns the program's report, CPU and wall-clock milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    output = subprocess.run(
        [program, "publish", delivery, "--database", folder / "bench.sqlite",
         "--release-at", instant, "--catalogue", folder / "catalogue", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
    ).stdout
    wall = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(output), cpu * 1000, wall * 1000


def main():
    program, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    for old in folder.glob("bench.sqlite*"):
        old.unlink()
    instants = (folder / "instants").read_text().split()
    results, size = [], 0
    for delivery, instant in zip(sorted(folder.glob("delivery-*")), instants):
        report, cpu, wall = publish(program, folder, delivery, instant)
        _, reading, _ = publish(program, folder, delivery, instant)
        old, size = size, (folder / "bench.sqlite").stat().st_size
        results.append((report, cpu, reading, wall, size - old))
    print("| | cells delivered | CPU ms | of it reading | the rest | wall ms | MB of chunks "
          "| MB of file |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    later = results[1:]
    for title, part in [("first, full", results[:1]), (f"median of {len(later)} deltas", later)]:
        reports, cpus, readings, walls, growths = zip(*part)
        cells = statistics.median(report["deliveredCells"] for report in reports)
        written = statistics.median(report["bytesWritten"] for report in reports)
        cpu, reading = statistics.median(cpus), statistics.median(readings)
        print(f"| {title} | {cells:,.0f} | {cpu:,.0f} | {reading:,.0f} | {cpu - reading:,.0f} "
              f"| {statistics.median(walls):,.0f} | {written / 1e6:.2f} "
              f"| {statistics.median(growths) / 1e6:.2f} |")
    print(f"\n{results[-1][0]['cells']:,} cells in the newest of {len(results)} snapshots; "
          f"the file has {size / 1e6:.1f} MB.")


if __name__ == "__main__":
    main()
