#!/usr/bin/env python3
"""Measures what publishing costs: CPU, bytes and the size of the file.

    publishing.py PROGRAM FOLDER    FOLDER is what table.py made

Prints Markdown. The program says itself how much processor time each phase took: reading and
checking the delivery, comparing it with the newest snapshot and coding what changed, storing, and
reading back what was stored.
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
        old, size = size, (folder / "bench.sqlite").stat().st_size
        results.append((report, cpu, wall, size - old))
    print("| | cells delivered | CPU ms | reading | comparing | storing | reading back | wall ms "
          "| MB of chunks | MB of file |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    later = results[1:]
    for title, part in [("first, full", results[:1]), (f"median of {len(later)} deltas", later)]:
        reports, cpus, walls, growths = zip(*part)
        cells = statistics.median(report["deliveredCells"] for report in reports)
        written = statistics.median(report["bytesWritten"] for report in reports)
        phases = [statistics.median(report["processorMilliseconds"][phase] for report in reports)
                  for phase in ("reading", "comparing", "storing", "readingBack")]
        print(f"| {title} | {cells:,.0f} | {statistics.median(cpus):,.0f} "
              + "".join(f"| {phase:,.0f} " for phase in phases)
              + f"| {statistics.median(walls):,.0f} | {written / 1e6:.2f} "
              f"| {statistics.median(growths) / 1e6:.2f} |")
    print(f"\n{results[-1][0]['cells']:,} cells in the newest of {len(results)} snapshots; "
          f"the file has {size / 1e6:.1f} MB.")


if __name__ == "__main__":
    main()
