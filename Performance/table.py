#!/usr/bin/env python3
"""Makes a table of figures, its revisions and the catalogue that they belong to.

    table.py FOLDER --groups N --releases N --profile uniform|real [--peers]

FOLDER/catalogue and FOLDER/delivery-000, -001 … are for `jobindsats publish`: the first delivery
is full, each later one a delta with a new month and the revised rows of older ones. With --peers
also the first release as FOLDER/table.csv and FOLDER/table.db. Every draw comes from one seed.
"""

import argparse
import csv
import hashlib
import json
import sqlite3
from pathlib import Path

import numpy

AREAS, AGES, FIRST_YEAR, LAST_MONTH = 185, 13, 2004, 274  # 2004M01 to 2026M10
MEASURES = ["persons", "fulltimePersons", "pctWorkforce"]
SEED = 20261126
UNIFORM_SHARE, UNIFORM_MONTHS = 0.03, 24
# Months after the period, and the share of rows that are revised; straight lines between.
REAL_LAGS = [1, 2, 3, 4, 5, 6, 12, 24, 36, 120, 300]
REAL_SHARES = [0.60, 0.28, 0.17, 0.11, 0.09, 0.06, 0.04, 0.02, 0.005, 0.001, 0.0005]


def area_code(number):
    return "DK" if number == 0 else str(100 + number)


def age_code(number):
    return "TOT" if number == 0 else f"A{number:02d}"


def group_code(number):
    return "TOT" if number == 0 else f"G{number:02d}"


def month_name(month):
    return f"{FIRST_YEAR + month // 12}M{month % 12 + 1:02d}"


def instant(release):
    """The instant of a release, all before the present so that each is public at once."""
    return f"{2020 + release // 12}-{release % 12 + 1:02d}-15T08:00"


# ---------------------------------------------------------------- catalogue

CATALOGUE = {
    "sources.csv": "id,title,publisher,year,url,note\nbench,Random numbers,none,2026,https://example.org/,\n",
    "subjects.csv": "id,parent,labelDa,labelEn,source\nbench,,Måling,Measurement,bench\n",
    "units.csv": "id,labelDa,labelEn,symbolDa,symbolEn\n"
    "persons,Personer,Persons,pers.,pers.\n"
    "fullTimePersons,Fuldtidspersoner,Full-time persons,fuldtidspers.,full-time pers.\n"
    "percent,Procent,Per cent,%,%\n",
}
DIMENSION = """\
- id: {id}
  label: {{da: {id}, en: {id}}}
  description: {{da: {id}, en: {id}}}
  total: {total}
  levels: [{levels}]
  sources: [bench]
"""
INDICATOR = """\
- id: bench
  subject: bench
  label: {{da: Måling, en: Measurement}}
  definition: {{da: Tilfældige tal, en: Random numbers}}
  sourceTable: bench
  sources: [bench]
  publicationLagDays: 18
  provisionalPeriods: 1
  periodTypes: [M]
  dimensions: [{{id: area, levels: [country, municipality]}}, {uses}]
  cubes:
    - {{id: all, dimensions: [area, {crossed}], levels: [country, municipality]}}
  measures:
    - {{id: persons, label: {{da: Personer, en: Persons}}, unit: persons, decimals: 0,
       additive: true, polarity: less}}
    - {{id: fulltimePersons, label: {{da: Fuldtidspersoner, en: Full-time persons}},
       unit: fullTimePersons, decimals: 0, additive: true, polarity: less}}
    - {{id: pctWorkforce, label: {{da: Pct. af arbejdsstyrken, en: Per cent of workforce}},
       unit: percent, decimals: 1, additive: false, polarity: less}}
"""
MEMBER_COLUMNS = (
    "code,parent,level,labelDa,labelEn,validFrom,validTo,aliases,successors,sharesCellWith,"
    "note,evidence,source"
)


def write_catalogue(folder, groups):
    (folder / "dimensions").mkdir(parents=True, exist_ok=True)
    (folder / "indicators").mkdir(exist_ok=True)
    for name, text in CATALOGUE.items():
        (folder / name).write_text(text, encoding="utf-8")
    dimensions = [("area", area_code, AREAS, "country", "municipality")]
    dimensions.append(("age", age_code, AGES, "all", "band"))
    if groups > 1:
        dimensions.append(("group", group_code, groups, "all", "part"))
    blocks = []
    for name, code, size, coarse, fine in dimensions:
        levels = ", ".join(f"{{id: {x}, label: {{da: {x}, en: {x}}}}}" for x in (coarse, fine))
        blocks.append(DIMENSION.format(id=name, total=code(0), levels=levels))
        rows = [MEMBER_COLUMNS, f"{code(0)},,{coarse},I alt,Total,,,,,,,,bench"]
        rows += [
            f"{code(n)},{code(0)},{fine},{name} {n},{name} no. {n},,,,,,,,bench"
            for n in range(1, size)
        ]
        (folder / "dimensions" / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (folder / "dimensions.yaml").write_text("".join(blocks), encoding="utf-8")
    names = [name for name, *_ in dimensions[1:]]
    uses = ", ".join(f"{{id: {name}}}" for name in names)
    text = INDICATOR.format(uses=uses, crossed=", ".join(names))
    (folder / "indicators" / "bench.yaml").write_text(text, encoding="utf-8")


# ---------------------------------------------------------------- figures

class Figures:
    """Counts of persons by series and month; full-time persons and per cents follow them."""

    def __init__(self, groups, months):
        self.random = numpy.random.default_rng(SEED)
        self.prefixes = [
            f"{area_code(area)},{age_code(age)}" + (f",{group_code(group)}" if groups > 1 else "")
            for area in range(AREAS)
            for age in range(AGES)
            for group in range(groups)
        ]
        size = len(self.prefixes)
        level = self.random.lognormal(4, 1.3, size)
        season = 1 + 0.08 * numpy.sin(numpy.arange(months) * numpy.pi / 6)
        drift = numpy.cumsum(self.random.normal(0, 0.02, (size, months)), axis=1)
        persons = level[:, None] * season * numpy.exp(drift)
        self.persons = numpy.maximum(3, persons).astype(numpy.int32)
        self.workforce = numpy.maximum(40, level * 20).astype(numpy.int32)

    def rows(self, series, month):
        """The lines of some series in one month, without what stands before the measures."""
        persons = self.persons[series, month].astype(numpy.int64)
        tenths = persons * 1000 // self.workforce[series]
        return zip(persons.tolist(), (persons * 78 // 100).tolist(), tenths.tolist())

    def revise(self, month, share):
        """Changes a share of a month's rows, by 1.2 per cent on average; returns which."""
        chosen = numpy.flatnonzero(self.random.random(len(self.prefixes)) < share)
        old = self.persons[chosen, month]
        step = numpy.maximum(1, numpy.abs(self.random.normal(0, 0.015, len(chosen))) * old)
        sign = self.random.choice([-1, 1], len(chosen))
        self.persons[chosen, month] = numpy.maximum(3, old + sign * step.astype(numpy.int32))
        return chosen


def revised_share(profile, lag):
    if profile == "real":
        return float(numpy.interp(lag, REAL_LAGS, REAL_SHARES))
    return UNIFORM_SHARE if lag <= UNIFORM_MONTHS else 0


def lines_of(figures, series, month, suffix=""):
    name = month_name(month) + suffix
    for index, (persons, full, tenths) in zip(series, figures.rows(series, month)):
        rate = f"{tenths // 10}.{tenths % 10}"
        yield f"{figures.prefixes[index]},{name},{persons},{full},{rate}\n"


def write_delivery(folder, figures, groups, mode, months):
    """Writes one delivery; `months` gives the series to deliver for each month."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = ["area", "age"] + (["group"] if groups > 1 else []) + ["period"]
    keys += ["op"] if mode == "delta" else []
    suffix = ",upsert" if mode == "delta" else ""
    digest, rows = hashlib.sha256(), 0
    with open(folder / "bench.csv", "wb") as file:
        head = (",".join(keys + MEASURES) + "\n").encode()
        file.write(head)
        digest.update(head)
        for month, series in months:
            part = "".join(lines_of(figures, series, month, suffix)).encode()
            file.write(part)
            digest.update(part)
            rows += len(series)
    manifest = {
        "format": 1, "source": "bench", "sender": "bench", "kind": "aggregates", "mode": mode,
        "dataMonth": month_name(months[-1][0]), "reason": "routine",
        "notes": [{"da": "Tilfældige tal.", "en": "Random numbers."}],
        "files": [{"path": "bench.csv", "indicator": "bench", "rows": rows,
                   "sha256": digest.hexdigest()}],
    }
    (folder / "delivery.json").write_text(json.dumps(manifest), encoding="utf-8")


# ---------------------------------------------------------------- peers

def write_peers(folder):
    """Writes the newest state as table.csv for roapi and table.db for Datasette."""
    with open(folder / "delivery-000" / "bench.csv", encoding="utf-8") as file:
        rows = [row for row in csv.reader(file)]
    head, body = rows[0], rows[1:]
    place = {name: number for number, name in enumerate(head)}
    order = {area_code(number): number for number in range(AREAS)}
    body.sort(key=lambda row: (order[row[0]], row[1], row[place["period"]]))
    with open(folder / "table.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head] + body)
    (folder / "table.db").unlink(missing_ok=True)
    with sqlite3.connect(folder / "table.db") as database:
        database.execute(
            "CREATE TABLE bench(area TEXT, age TEXT, period TEXT, persons INTEGER, "
            "fulltimePersons INTEGER, pctWorkforce REAL)"
        )
        database.executemany("INSERT INTO bench VALUES(?,?,?,?,?,?)", body)
        database.execute("CREATE INDEX series ON bench(area, age, period)")
        database.execute("CREATE INDEX slice ON bench(period)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--groups", type=int, default=1)
    parser.add_argument("--releases", type=int, default=4)
    parser.add_argument("--profile", choices=["uniform", "real"], default="real")
    parser.add_argument("--peers", action="store_true")
    given = parser.parse_args()
    write_catalogue(given.folder / "catalogue", given.groups)
    figures = Figures(given.groups, LAST_MONTH)
    every = numpy.arange(len(figures.prefixes))
    # The first release ends so early that the last one ends with the table's last month; with
    # --peers the table is whole from the first, so that all servers hold the same rows.
    first = LAST_MONTH if given.peers else LAST_MONTH - given.releases + 1
    full = [(month, every) for month in range(first)]
    write_delivery(given.folder / "delivery-000", figures, given.groups, "full", full)
    for release in range(1, given.releases):
        known = first if given.peers else first + release - 1
        months = []
        for month in range(known):
            share = revised_share(given.profile, known - month)
            chosen = figures.revise(month, share) if share else every[:0]
            months.append((month, chosen))
        if not given.peers:
            months.append((known, every))
        folder = given.folder / f"delivery-{release:03d}"
        write_delivery(folder, figures, given.groups, "delta", months)
    if given.peers:
        write_peers(given.folder)
    (given.folder / "instants").write_text(
        "".join(instant(release) + "\n" for release in range(given.releases))
    )


if __name__ == "__main__":
    main()
