"""Reads every cell of published figures back, at its own snapshot, in each format.

Usage: real_figures.py BASE-URL FOLDER
"""

import csv
import json
import pathlib
import sys
from decimal import Decimal

from api import cells, get

base, folder = sys.argv[1], pathlib.Path(sys.argv[2])
FORMATS = ["json", "csv", "csv-da", "ndjson", "json-stat"]
FIXED = ["area", "period", "benefitGroup"]


def read(path):
    """Returns the dimensions and {key: {measure: Decimal or "suppressed"}} of a delivered file."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    dimensions = [name for name in FIXED if name in rows[0]]
    measures = [name for name in rows[0] if name not in FIXED]
    return dimensions, {
        tuple(row[name] for name in dimensions): {
            name: Decimal(row[name]) if row[name] else "suppressed" for name in measures
        }
        for row in rows
    }


def replace_window(known, delivered):
    """Returns what is known after a window was delivered: periods outside it stay."""
    periods = sorted({key[1] for key in delivered})
    first, last = periods[0], periods[-1]
    return {key: row for key, row in known.items() if not first <= key[1] <= last} | delivered


def check(snapshot, indicator, dimensions, expected):
    count = 0
    for format in FORMATS:
        selection = {name: "*" for name in dimensions if name != "period"}
        body, headers = get(
            base,
            f"/v1/indicators/{indicator}/data",
            snapshot=snapshot,
            period="M:*",
            format=format,
            **selection,
        )
        assert headers["Snapshot-Id"] == snapshot, headers["Snapshot-Id"]
        found = cells(body, format, dimensions)
        missing, surplus = expected.keys() - found.keys(), found.keys() - expected.keys()
        assert not missing, f"{snapshot} {indicator} {format}: missing {sorted(missing)[:5]}"
        assert not surplus, f"{snapshot} {indicator} {format}: surplus {sorted(surplus)[:5]}"
        for key, row in expected.items():
            assert found[key] == row, f"{snapshot} {indicator} {format} {key}: {found[key]} != {row}"
            count += len(row)
    return count


total = 0
known, shapes = {}, {}
for day in sorted(path for path in folder.iterdir() if (path / "delivery.json").exists()):
    manifest = json.loads((day / "delivery.json").read_text())
    for file in manifest["files"]:
        dimensions, delivered = read(day / file["path"])
        shapes[file["indicator"]] = dimensions
        known[file["indicator"]] = replace_window(known.get(file["indicator"], {}), delivered)
    for indicator, expected in known.items():
        total += check(day.name, indicator, shapes[indicator], expected)
assert total > 100_000, total
print(f"{total} cells are equal")
