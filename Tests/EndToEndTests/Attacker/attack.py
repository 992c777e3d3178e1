"""Attacks the published figures with nothing but the public API.

Every withheld cell is an unknown, every sum of the catalogue an equation: over members, areas,
cubes and snapshots. An unknown with one solution falls by rank; one whose least and greatest value
are equal falls by bounds. The report is JSON on standard output; the exit status is 1 when a cell
of one or two persons falls, or when a planted leak is not found.

    python3 attack.py http://localhost:8080 --snapshots 24 --periods 2026M10,2026M09
    python3 attack.py http://localhost:8080 --plant 100
"""

import argparse
import json
import random
import sys
import time
import urllib.error

from catalogue import API, Dimension
from figures import additions, download, equations, unchanged
from solver import Bounds, settled


class Case:
    """One indicator and period in several snapshots."""

    def __init__(self, indicator, period, releases, dimensions):
        self.indicator = indicator
        self.period = period
        self.releases = releases
        self.sums = [additions(figures, dimensions) for figures in releases]
        self.versions = self.link()

    def link(self):
        """For each release, {cell: the release that its content is known from}."""
        versions = []
        for place, figures in enumerate(self.releases):
            version = dict.fromkeys(figures.values, place)
            if place:
                before = self.releases[place - 1]
                for cell in unchanged(before, figures, self.sums[place]):
                    if cell in versions[-1]:
                        version[cell] = versions[-1][cell]
            versions.append(version)
        return versions

    def known(self):
        """What any release shows of a version, {(cell, version): value}."""
        known = {}
        for figures, version in zip(self.releases, self.versions):
            for cell, value in figures.values.items():
                if value is not None:
                    known[cell, version[cell]] = value
        return known

    def system(self):
        known = self.known()
        result = []
        for place, figures in enumerate(self.releases):
            version = self.versions[place]
            values = {
                cell: known.get((cell, version[cell])) if value is None else value
                for cell, value in figures.values.items()
            }
            result += equations(values, self.sums[place], lambda cell: (cell, version[cell]))
        return result

    def withheld(self):
        return {
            (cell, version[cell])
            for figures, version in zip(self.releases, self.versions)
            for cell, value in figures.values.items()
            if value is None
        }

    def shows_a_line(self):
        values = self.releases[-1].values
        return any(
            all(values[cell] is not None for cell in [total, *parts])
            for total, parts in self.sums[-1]
        )

    def reveals(self):
        """Withheld versions that another release shows."""
        known = self.known()
        return {name: known[name] for name in self.withheld() if name in known}


def main():
    options = arguments()
    api = API(options.base)
    start = time.monotonic()
    report = {"base": options.base, "cases": 0, "cells": 0, "withheld": 0, "equations": 0}
    report |= {"settled": 0, "leaks": [], "bounded": 0, "contradictory": 0}
    report |= {"planted": 0, "found": 0}
    cases = []
    for case in collect(api, options):
        cases.append(case)
        report["cases"] += 1
        report["cells"] += sum(len(figures.values) for figures in case.releases)
        report["withheld"] += len(case.withheld())
        if not options.plant:
            by_rank(case, report)
    if options.plant:
        plant(cases, options, report)
    else:
        by_bounds(cases, options, report)
    report["requests"] = api.requests
    report["seconds"] = round(time.monotonic() - start, 1)
    report["leakCount"] = len(report["leaks"])
    report["leaks"] = report["leaks"][:50]
    print(json.dumps(report, indent=2, ensure_ascii=False))
    missed = report["found"] < report["planted"]
    sys.exit(1 if report["leakCount"] or missed else 0)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("base", help="the server, as http://localhost:8080")
    parser.add_argument("--indicators", help="ids; all with persons unless given")
    parser.add_argument("--snapshots", type=int, default=3, help="how many of the newest")
    parser.add_argument("--periods", help="periods; the newest unless given")
    parser.add_argument("--months", type=int, default=2, help="how many of the newest periods")
    parser.add_argument("--measure", default="persons")
    parser.add_argument("--bounds", type=int, default=2000, help="withheld cells to bound at most")
    parser.add_argument("--bounds-seconds", type=float, default=60)
    parser.add_argument("--plant", type=int, default=0, help="leaks to plant and find")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def collect(api, options):
    snapshots = list(api.items("/v1/snapshots"))[: options.snapshots]
    snapshots.reverse()
    newest = snapshots[-1]
    wanted = options.indicators.split(",") if options.indicators else None
    dimensions = {}
    day = newest["dataMonth"].replace("M", "-") + "-01"
    for item in api.items("/v1/indicators"):
        if not item["hasData"] or options.measure not in item["measures"]:
            continue
        if wanted and item["id"] not in wanted:
            continue
        indicator = api.json(f"/v1/snapshots/{newest['id']}/indicators/{item['id']}")
        for dimension in indicator["dimensions"]:
            name = dimension["id"]
            if name not in dimensions:
                dimensions[name] = Dimension(api, newest["id"], name, day)
        used = [dimensions[dimension["id"]] for dimension in indicator["dimensions"]]
        periods = chosen_periods(indicator, options)
        releases = {}
        for snapshot in snapshots:
            held = held_periods(api, snapshot["id"], item["id"], periods)
            if not held:
                continue
            found = download(api, snapshot["id"], indicator, options.measure, held)
            for period, figures in found.items():
                releases.setdefault(period, []).append(figures)
        for period in sorted(releases):
            yield Case(item["id"], period, releases[period], used)


def held_periods(api, snapshot, indicator, periods):
    """Those periods that an older snapshot has, which may not have the indicator yet."""
    try:
        types = api.json(f"/v1/snapshots/{snapshot}/indicators/{indicator}")["periodTypes"]
    except urllib.error.HTTPError:
        return []
    held = []
    for period in periods:
        kind = period[4:].rstrip("0123456789")
        for item in types:
            if item["type"] == kind and item["last"] and item["first"] <= period <= item["last"]:
                held.append(period)
    return held


def chosen_periods(indicator, options):
    if options.periods:
        return options.periods.split(",")
    last = next(item["last"] for item in indicator["periodTypes"] if item["last"])
    first_type = next(item["type"] for item in indicator["periodTypes"] if item["last"])
    number = int(last[4 + len(first_type) :]) if first_type != "Y" else 1
    each = {"M": 12, "Q": 4, "QMAT": 4, "Y": 1}[first_type]
    place = int(last[:4]) * each + number - 1
    return [
        f"{(place - back) // each}{first_type}{(place - back) % each + 1:02d}"
        for back in range(options.months)
    ]


def by_rank(case, report):
    system = case.system()
    report["equations"] += len(system)
    fallen = settled(system) | case.reveals()
    report["settled"] += len(fallen)
    for (cell, version), value in fallen.items():
        if value in (1, 2):
            report["leaks"].append(leak(case, cell, version, value, "rank"))


def by_bounds(cases, options, report):
    """Bounds withheld cells of the smallest areas first, each release by itself."""
    deadline = time.monotonic() + options.bounds_seconds
    queue = []
    for case in cases:
        figures, place = case.releases[-1], len(case.releases) - 1
        sizes = {}
        for cell, value in figures.values.items():
            sizes[cell[0]] = max(sizes.get(cell[0], 0), value or 0)
        for cell, value in figures.values.items():
            if value is None:
                queue.append((sizes[cell[0]], case.indicator, case.period, cell, case, place))
    queue.sort(key=lambda item: item[:4])
    systems = {}
    for _, _, _, cell, case, place in queue[: options.bounds]:
        if time.monotonic() > deadline:
            break
        if case not in systems:
            values = case.releases[place].values
            systems[case] = Bounds(list(equations(values, case.sums[place], lambda cell: cell)))
        if cell not in systems[case].names:
            continue
        bounds = systems[case].of(cell)
        report["bounded"] += 1
        if bounds is None:
            report["contradictory"] += 1
        elif bounds[1] - bounds[0] < 1e-6 and round(bounds[0]) in (1, 2):
            report["leaks"].append(leak(case, cell, place, round(bounds[0]), "bounds"))


def leak(case, cell, version, value, way):
    return {
        "indicator": case.indicator,
        "period": case.period,
        "cell": list(cell),
        "release": version,
        "value": value,
        "way": way,
    }


def plant(cases, options, report):
    """Withholds cells in memory that nothing keeps uncertain, and looks for each by rank.

    One leak is a cell alone in a line; another is a chain, where a second cell of the line stands
    alone in a line of its own; a third is shown in one release and withheld, unchanged, in the
    next.
    """
    chance = random.Random(options.seed)
    for number in range(options.plant):
        case = chance.choice([case for case in cases if case.shows_a_line()])
        chosen = planted(case, chance, number % 3)
        report["planted"] += 1
        before = {place: dict(figures.values) for place, figures in enumerate(case.releases)}
        linked = case.versions
        for place, cell in chosen:
            case.releases[place].values[cell] = None
        if number % 3 < 2:
            case.versions = [dict.fromkeys(f.values, p) for p, f in enumerate(case.releases)]
        fallen = settled(case.system()) | case.reveals()
        if all((cell, case.versions[place][cell]) in fallen for place, cell in chosen):
            report["found"] += 1
        for place, values in before.items():
            case.releases[place].values = values
        case.versions = linked


def planted(case, chance, kind):
    """Returns the (release, cell) pairs to withhold for a leak of a kind."""
    last = len(case.releases) - 1
    values = case.releases[last].values
    if kind == 2:
        shown = [
            cell
            for cell, version in case.versions[last].items()
            if version < last and values[cell] is not None
        ]
        if shown:
            return [(last, chance.choice(sorted(shown)))]
    lines = [
        (total, parts)
        for total, parts in case.sums[last]
        if all(values[cell] is not None for cell in [total, *parts])
    ]
    for _ in range(20):
        total, parts = chance.choice(lines)
        first = chance.choice(parts)
        if kind != 1 or len(parts) < 2:
            return [(last, first)]
        second = chance.choice([part for part in parts if part != first])
        others = [(whole, *cells) for whole, cells in lines if second in (whole, *cells)]
        if any(first not in line for line in others):
            return [(last, first), (last, second)]
    return [(last, first)]


if __name__ == "__main__":
    main()
