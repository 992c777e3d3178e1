"""Downloads the figures of one indicator and states what is known about them as equations."""

import statistics

SUPPRESSED = "suppressed"


class Figures:
    """All cells of one indicator, period and snapshot: {key: value}, None where withheld.

    A key has one member for each dimension of the indicator; what a cube doesn't cross is total.
    """

    def __init__(self):
        self.values = {}
        self.others = {}

    def read(self, row, names, totals, measure, measures):
        key = tuple(row.get(name) or total for name, total in zip(names, totals))
        if row.get(measure):
            self.values[key] = int(float(row[measure]))
            self.others[key] = tuple(row.get(name) for name in measures)
        elif row.get(measure + "Status") == SUPPRESSED:
            self.values[key] = None


def download(api, snapshot, indicator, measure, periods):
    """Returns {period: Figures} of all cubes."""
    names = [dimension["id"] for dimension in indicator["dimensions"]]
    totals = [dimension["total"] for dimension in indicator["dimensions"]]
    measures = [item["id"] for item in indicator["measures"]]
    path = f"/v1/snapshots/{snapshot}/indicators/{indicator['id']}/data"
    result = {}
    for cube in indicator["cubes"]:
        selection = {name: "*" for name in cube["dimensions"]}
        if cube["levels"] == ["country"]:
            selection["area"] = totals[0]
        elif len(cube["levels"]) < 5:
            selection["area"] = ",".join("level:" + level for level in cube["levels"])
        for row in api.rows(path, period=",".join(periods), **selection):
            figures = result.setdefault(row["period"], Figures())
            figures.read(row, names, totals, measure, measures)
    return result


def additions(figures, dimensions):
    """All sums between cells: (total key, part keys), each held by most shown figures."""
    result = []
    for place, dimension in enumerate(dimensions):
        used = {key[place] for key in figures.values}
        for total, parts in dimension.sums(used):
            found = []
            for key in figures.values:
                if key[place] != total:
                    continue
                cells = [key[:place] + (part,) + key[place + 1 :] for part in parts]
                cells = [cell for cell in cells if cell in figures.values]
                if cells:
                    found.append((key, cells))
            if holds(figures.values, found):
                result += found
    return result


def holds(values, sums):
    """Whether parts add up to totals, as far as both are shown; persons do so only nearly."""
    errors = []
    for total, parts in sums:
        known = [values[part] for part in parts]
        if values[total] is not None and None not in known and values[total] > 0:
            errors.append(abs(values[total] - sum(known)) / (values[total] + 3))
    return not errors or statistics.median(errors) < 0.1


def equations(values, sums, name):
    """Equations over withheld cells; `name` says which unknown a cell is."""
    for total, parts in sums:
        terms, side = {}, 0
        for cell, factor in [(total, -1)] + [(part, 1) for part in parts]:
            if values[cell] is None:
                unknown = name(cell)
                terms[unknown] = terms.get(unknown, 0) + factor
            else:
                side -= factor * values[cell]
        terms = {unknown: factor for unknown, factor in terms.items() if factor}
        if terms:
            yield terms, side


def unchanged(before, after, sums):
    """Withheld cells of `after` that hold what they held in `before`.

    A part did not change where a shown total above it has all measures as before; nor did what a
    total that did not change consists of.
    """
    same = set()
    for key, value in after.values.items():
        known = value is not None and before.values.get(key) == value
        if known and before.others.get(key) == after.others.get(key):
            same.add(key)
    size = -1
    while size != len(same):
        size = len(same)
        for total, parts in sums:
            if total in same:
                same.update(part for part in parts if part in before.values)
    return same
