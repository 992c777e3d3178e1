#!/usr/bin/env python3
"""Computes the demonstration deliveries from the calibration figures beside this file.

    python3 make.py            writes the three releases below this folder
    python3 make.py --check    computes them again and compares byte for byte

Only the standard library is used. Every draw is a SHA-256 of what it is for, and no function of
the mathematics library is called but the square root and the exact sum (the built-in sum of
fractions differs between versions), so the files are the same on every machine.
README.md explains the method.
"""

import csv
import hashlib
import json
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST_YEAR = 2015
MONTHS = 142  # 2015M01 to 2026M10
WINDOW = 24  # months that a later release replaces
SEED = "open-jobindsats-demonstration-1"
THRESHOLD = 3  # fewer persons are not shown

RELEASES = [
    ("2026-09-17", "+02:00", "2026M08", "full"),
    ("2026-10-19", "+02:00", "2026M09", "window"),
    ("2026-11-19", "+01:00", "2026M10", "window"),
]
NOTE = {
    "da": "Demonstrationstal: beregnet ud fra offentliggjorte hovedtal til at afprøve systemet. "
    "De er ikke statistik og må ikke citeres som Jobindsats’ tal.",
    "en": "Demonstration figures: computed from published key figures to try out the system. "
    "They are no statistics and must not be quoted as figures of Jobindsats.",
}
# Benefits in the order of the catalogue: code, series of the levels, profile of revision.
BENEFITS = [
    ("DP", "DP"), ("KTH", "KTH"), ("UDH", "OTHER"), ("INT", "OTHER"), ("SDP", "SDP"),
    ("JAF", "OTHER"), ("FREV", "OTHER"), ("REV", "OTHER"), ("RES", "OTHER"), ("LY", "OTHER"),
    ("FLX", "OTHER"), ("FOP", "OTHER"), ("SEN", "OTHER"), ("TID", "OTHER"), ("EFT", "OTHER"),
]
# Counts whose newest month is that of the release.
PROMPT = {"DP", "KTH_ALL", "UDH", "INT", "JOBREADY", "LONGTERM", "ACTIVATED", "TOUCHED"}
REFORM = (2025 - FIRST_YEAR) * 12 + 6  # July 2025: one social assistance


# ---------------------------------------------------------------- periods and numbers

def month_name(month):
    return f"{FIRST_YEAR + month // 12}M{month % 12 + 1:02d}"


def month_number(name):
    return (int(name[:4]) - FIRST_YEAR) * 12 + int(name[5:]) - 1


def rounded(value):
    """The nearest whole number of one that is not negative, halves up."""
    return int(value + 0.5)


def draw(*key):
    """A number from 0 up to 1 that depends on the key alone."""
    text = "|".join((SEED,) + tuple(str(part) for part in key))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / 2**48


def noise(*key):
    """A number from -1 to 1, those near 0 more often."""
    return draw("a", *key) - draw("b", *key)


def drift(month, *key):
    """A noise that changes slowly: a draw for each January, straight lines between."""
    year, part = divmod(month, 12)
    here, there = noise("drift", year, *key), noise("drift", year + 1, *key)
    return here + (there - here) * part / 12


def shared_out(total, weights):
    """Whole numbers that add up to the total and follow the weights (largest remainders)."""
    whole = math.fsum(weights)
    if whole <= 0:
        return [0] * len(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(value) for value in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for index in order[: total - sum(parts)]:
        parts[index] += 1
    return parts


def tenths(part, whole):
    """100 × part / whole with one decimal, rounded half away from zero."""
    if whole <= 0:
        return "notApplicable"
    scaled = (2000 * part + whole) // (2 * whole)
    return f"{scaled // 10}.{scaled % 10}"


# ---------------------------------------------------------------- calibration

def table(name):
    with open(HERE / "calibration" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Calibration:
    """The figures of the folder `calibration`, ready to use."""

    def __init__(self):
        self.annual = {}
        for row in table("levels-annual"):
            key = (row["benefit"], int(row["year"]))
            self.annual[key] = float(row["fulltime_persons_annual_mean"])
        self.assumed = {}
        for row in table("assumptions"):
            if row["kind"] == "annual":
                self.annual[(row["series"], int(row["key"]))] = float(row["value"])
            self.assumed[(row["kind"], row["series"], row["key"])] = float(row["value"])
        self.season = {
            row["series"]: [float(row[f"m{month:02d}"]) for month in range(1, 13)]
            for row in table("seasonality")
        }
        self.season["SDP"] = [self.assumed[("season", "SDP", str(m))] for m in range(1, 13)]
        self.observed = {}
        for row in table("national-monthly-series"):
            if int(row["period"][:4]) >= FIRST_YEAR:
                month = month_number(row["period"])
                for name, text in row.items():
                    if name != "period" and text:
                        self.observed.setdefault(name, {})[month] = float(text)
        self.towns = table("municipality-calibration")
        self.funds = [row for row in table("akasse-calibration") if row["star_code"] != "TOT"]
        self.areas = [
            (row["code"], row["level"], row["members"].split()) for row in table("areas")
        ]

    def shares(self, kind, series):
        return [
            (key[2], value)
            for key, value in self.assumed.items()
            if key[0] == kind and key[1] == series
        ]

    def changed(self, lag):
        """The share of cells that change at the release that makes a month so old."""
        known = [(int(key), value) for key, value in self.shares("changed", "ALL")]
        return max((key, value) for key, value in known if key <= lag)[1]

    def path(self, series, observed=None, season=None):
        """A national series by month: as published where it is, else level × season."""
        published = self.observed.get(observed, {})
        factors = self.season.get(season, [1.0] * 12)
        levels = []
        for month in range(MONTHS):
            # Straight lines between the middles of the years.
            year, part = divmod(month - 6, 12)
            before = self.annual.get((series, FIRST_YEAR + year), None)
            after = self.annual.get((series, FIRST_YEAR + year + 1), None)
            before = after if before is None else before
            after = before if after is None else after
            levels.append((before + (after - before) * part / 12) * factors[month % 12])
        return self.filled(published, levels)

    def filled(self, published, levels=None):
        """Puts published months over levels, and carries the newest year on to the end."""
        last = max(published, default=None)
        values = list(levels) if levels else [None] * MONTHS
        for month, value in published.items():
            values[month] = value
        if last is not None:
            recent = math.fsum(published[month] for month in range(last - 2, last + 1))
            earlier = math.fsum(published[month - 12] for month in range(last - 2, last + 1))
            for month in range(last + 1, MONTHS):
                values[month] = values[month - 12] * recent / earlier
        return values


# ---------------------------------------------------------------- the country as known at last

class Count:
    """Whole numbers by municipality, part and month, and what each release knows of them."""

    def __init__(self, name, final, first, later, calibration):
        self.name = name
        self.final = final  # {(town, part): [number by month]}
        self.first = first
        self.later = later or {}
        self.chances = {}
        self.shares = [0.0, 0.0] + [calibration.changed(lag) for lag in range(2, WINDOW)]

    def change(self, key, month, lag):
        """What the release adds that makes the month `lag` releases older than its first."""
        value = self.final[key][month]
        if value == 0:
            return 0
        rate = self.first if lag == 1 else self.later.get(lag)
        chance = self.chance(key, month, lag)
        if rate is not None:
            size = value * rate * (1 + 0.8 * noise("late", self.name, key, month, lag))
            return int(size + chance)
        if chance >= self.shares[lag] * min(1.0, value / 50):
            return 0
        size = max(1, rounded(value * 0.002 * draw("size", self.name, key, month, lag)))
        return size if draw("sign", self.name, key, month, lag) < 0.55 else -size

    def chance(self, key, month, lag):
        """A draw for one lag; those of all lags come from one hash, as they are many."""
        if (key, month) not in self.chances:
            text = "|".join((SEED, "change", self.name, *key, str(month)))
            self.chances[(key, month)] = hashlib.sha512(text.encode()).digest()
        return int.from_bytes(self.chances[(key, month)][2 * lag : 2 * lag + 2], "big") / 65536

    def at(self, newest):
        """The numbers that a release knows whose newest month of the series is given."""
        known = {}
        for key, values in self.final.items():
            numbers = list(values[: newest + 1])
            for month in range(max(0, newest - WINDOW + 2), newest + 1):
                missing = sum(
                    self.change(key, month, lag) for lag in range(newest - month + 1, WINDOW)
                )
                numbers[month] = max(0, numbers[month] - missing)
            known[key] = numbers
        return known


class Country:
    """Counts of all benefits in all municipalities."""

    def __init__(self, calibration):
        self.calibration = calibration
        self.towns = [row["code"] for row in calibration.towns]
        self.population = {r["code"]: int(r["population_16_66_est"]) for r in calibration.towns}
        self.workforce = {r["code"]: int(r["labour_force_est"]) for r in calibration.towns}
        self.counts = {}
        self.make_benefits()
        self.make_unemployed()
        self.make_activation()

    def count(self, name, final, profile, later=None):
        first = self.calibration.assumed[("revision", profile, "1")]
        self.counts[name] = Count(name, final, first, later, self.calibration)

    def spread(self, name, path, weights):
        """A national series by municipality, not yet rounded."""
        result = {town: [] for town in self.towns}
        everybody = math.fsum(weights)
        for month, total in enumerate(path):
            pulls = []
            for town, weight in zip(self.towns, weights):
                size = max(1.0, total * weight / everybody)
                jitter = 0.5 * noise("month", name, town, month) / math.sqrt(size)
                pulls.append(max(0.0, weight * (1 + 0.12 * drift(month, name, town) + jitter)))
            whole = math.fsum(pulls)
            for town, pull in zip(self.towns, pulls):
                result[town].append(total * pull / whole if whole else 0.0)
        return result

    def weights(self, name):
        rows = self.calibration.towns
        if name == "DP":
            return [max(3.0, float(r["unemployed_fulltime_avg_2025M08_2026M07"])) for r in rows]
        cash = [float(r["cash_assistance_fulltime_avg_y60"]) for r in rows]
        if name in ("KTH", "UDH", "INT", "JOBREADY", "RES", "REV", "FREV"):
            return [
                value * (1 + 0.25 * noise("weight", name, row["code"]))
                for value, row in zip(cash, rows)
            ]
        mixed = []
        for value, row in zip(cash, rows):
            people = int(row["population_16_66_est"])
            base = 0.6 * people + 0.4 * value / 0.0221
            mixed.append(base * (1 + 0.25 * noise("weight", name, row["code"])))
        return mixed

    def paths(self):
        """Full-time persons and persons of each benefit in the whole country."""
        data = self.calibration
        ratio = lambda series: data.assumed[("ratio", series, "fulltimePerPerson")]
        full, persons = {}, {}
        full["DP"] = data.path("DP", "a_dagpenge_fulltime", "a_dagpenge_fulltime")
        level = [
            value / ratio("DP") * data.season["a_dagpenge_persons"][month % 12]
            / data.season["a_dagpenge_fulltime"][month % 12]
            for month, value in enumerate(full["DP"])
        ]
        persons["DP"] = data.filled(data.observed["a_dagpenge_persons"], level)
        family = data.path("KTH_ALL", "cash_fulltime_y60", "cash_fulltime")
        head = data.filled(
            data.observed["cash_persons_y60"], [value / ratio("KTH") for value in family]
        )
        whole = data.path("KTH_ALL")
        for code, series in (("UDH", "UDH"), ("INT", "INT_SHO")):
            part = data.path(series)
            # The level of 2025 is that of its first half: the benefit ended in June.
            part = [min(p, 0.4 * w) for p, w in zip(part, whole)]
            full[code] = [
                family[m] * part[m] / whole[m] if m < REFORM else 0.0 for m in range(MONTHS)
            ]
            persons[code] = [value / ratio("KTH") for value in full[code]]
        full["KTH_ALL"], persons["KTH_ALL"] = family, head
        full["SDP"] = data.path("SDP", None, "SDP")
        persons["SDP"] = [value / ratio("SDP") for value in full["SDP"]]
        full["EFT"] = data.path("EFT", "efterloen_fulltime")
        persons["EFT"] = [value / 0.95 for value in full["EFT"]]
        for code in ("JAF", "FREV", "REV", "RES", "LY", "FLX", "FOP", "SEN", "TID"):
            full[code] = data.path(code)
            persons[code] = [value / 0.985 for value in full[code]]
        for code, start in (("SEN", 2020), ("TID", 2022)):
            for month in range((start - FIRST_YEAR) * 12):
                full[code][month] = persons[code][month] = 0.0
        return full, persons

    def make_benefits(self):
        full, persons = self.paths()
        self.national = full
        women = {series: dict(self.calibration.shares("women", series)).get("share", 0.5)
                 for series in ("DP", "KTH", "SDP")}
        for code in ["KTH_ALL"] + [code for code, _ in BENEFITS if code != "KTH"]:
            base = "KTH" if code == "KTH_ALL" else code
            raw = self.spread(base, full[code], self.weights(base))
            part_full, part_persons = {}, {}
            for town in self.towns:
                share = women.get(base, 0.5) * (1 + 0.06 * noise("women", code, town))
                for gender in ("K", "M"):
                    numbers, heads = [], []
                    for month, value in enumerate(raw[town]):
                        all_of = rounded(value)
                        female = min(all_of, rounded(value * share))
                        own = female if gender == "K" else all_of - female
                        per = persons[code][month] / full[code][month] if full[code][month] else 1
                        lean = 1 + 0.3 * noise("heads", code, town, gender, month)
                        extra = own * (per - 1) * lean
                        numbers.append(own)
                        heads.append(own + max(0, rounded(extra)))
                    part_full[(town, gender)] = numbers
                    part_persons[(town, gender)] = heads
            profile = {"KTH_ALL": "KTH", "DP": "DP", "SDP": "SDP"}.get(code, "OTHER")
            twice = profile + ".persons" if profile != "OTHER" else "OTHER"
            self.count(code, part_full, profile)
            self.count(code + ".persons", part_persons, twice)

    def make_unemployed(self):
        data = self.calibration
        job_ready = data.path("JOBREADY", "unemployed_kontanthjaelp", "unemployed_kontanthjaelp")
        raw = self.spread("JOBREADY", job_ready, self.weights("JOBREADY"))
        final = {(t, "KTH"): [rounded(v) for v in raw[t]] for t in self.towns}
        heads = {
            key: [v + rounded(0.06 * v * (1 + noise("jr", key, m))) for m, v in enumerate(values)]
            for key, values in final.items()
        }
        self.count("JOBREADY", final, "KTH")
        self.count("JOBREADY.persons", heads, "KTH.persons")
        long = data.path("LONGTERM", "longterm_dagpenge_persons")
        per = data.assumed[("ratio", "LONGTERM_DP", "fulltimePerPerson")]
        weights = [max(1.0, float(row["longterm_unemployed_avg"])) for row in data.towns]
        insured = self.spread("LONGTERM", [value * per for value in long], weights)
        share = data.assumed[("ratio", "LONGTERM_KTH", "perJobReady")]
        other = self.spread("LONGKTH", [value * share for value in job_ready], weights)
        final = {}
        for town in self.towns:
            final[(town, "DP")] = [rounded(value) for value in insured[town]]
            final[(town, "KTH")] = [rounded(value) for value in other[town]]
        heads = {
            key: [v + rounded(0.12 * v * (1 + noise("lt", key, m))) for m, v in enumerate(values)]
            for key, values in final.items()
        }
        self.count("LONGTERM", final, "LONGTERM")
        self.count("LONGTERM.persons", heads, "LONGTERM")

    def make_activation(self):
        """Activation and ordinary hours of social assistance, as shares by town."""
        data = self.calibration
        later = {lag: data.assumed[("revision", "ACTIVATION", str(lag))] for lag in (2, 3)}
        full, heads = self.counts["KTH_ALL"].final, self.counts["KTH_ALL.persons"].final
        plans = [
            ("ACTIVATED", "cash_activation_degree", "activation_degree_pct_cash", full),
            ("TOUCHED", "cash_affected_share", "affected_share_pct_cash", heads),
            ("HOURS", "cash_ordinary_hours_share", "ordinary_hours_share_pct_cash", heads),
        ]
        for name, series, column, base in plans:
            profile = "HOURS" if name == "HOURS" else "ACTIVATION"
            country = data.filled(data.observed[series])
            newest = [country[month] for month in range(MONTHS - 15, MONTHS - 3)]
            mean = math.fsum(newest) / 12
            final = {}
            for row in data.towns:
                town = row["code"]
                numbers = []
                for month in range(MONTHS):
                    whole = base[(town, "K")][month] + base[(town, "M")][month]
                    if country[month] is None:
                        numbers.append(0)
                        continue
                    share = float(row[column]) * country[month] / mean / 100
                    share *= 1 + 0.15 * drift(month, name, town) + 0.05 * noise(name, town, month)
                    numbers.append(min(whole, rounded(whole * share)))
                final[(town, "ALL")] = numbers
            self.count(name, final, profile, later if profile == "ACTIVATION" else None)


# ---------------------------------------------------------------- a release

class Release:
    """All files of one release."""

    def __init__(self, country, day, offset, data_month, mode):
        self.country, self.day, self.offset, self.mode = country, day, offset, mode
        self.data_month = data_month
        self.newest = month_number(data_month)
        self.known = {}
        self.files = []

    def numbers(self, name):
        """A count as the release knows it; what comes after seven weeks is a month behind."""
        if name not in self.known:
            behind = 0 if name.split(".")[0] in PROMPT else 1
            self.known[name] = self.country.counts[name].at(self.newest - behind)
        return self.known[name]

    def months(self, newest, first=0):
        start = newest - WINDOW + 1 if self.mode == "window" else 0
        return range(max(first, start), newest + 1)

    def total(self, numbers, members, month, parts):
        return sum(numbers[(town, part)][month] for town in members for part in parts)

    def counted(self, name, members, month, parts=("K", "M")):
        """Persons by town, and full-time persons in all; nobody is less than full time."""
        full, heads = self.numbers(name), self.numbers(name + ".persons")
        ours, persons = 0, []
        for town in members:
            own = [full[(town, part)][month] for part in parts]
            ours += sum(own)
            persons.append(
                sum(max(a, heads[(town, part)][month]) for a, part in zip(own, parts))
            )
        return persons, ours

    def write(self, path, indicator, header, rows):
        text = "\n".join([",".join(header)] + [",".join(row) for row in rows]) + "\n"
        self.files.append((path, indicator, len(rows), text.encode()))

    def shown(self, persons, cells, level=None):
        """The cells of a row; all are withheld where too few persons are behind them.

        `persons` are those of each town. A shared job centre is withheld with its members, since
        it has only two.
        """
        fewest = min(persons) if level == "jobCentre" else sum(persons)
        return [""] * len(cells) if fewest < THRESHOLD else [str(cell) for cell in cells]

    def volume(self, indicator, name, newest):
        """Persons, full-time persons and their rates by area."""
        rows = []
        for code, level, members in self.country.calibration.areas:
            workforce = sum(self.country.workforce[town] for town in members)
            people = sum(self.country.population[town] for town in members)
            for month in self.months(newest):
                persons, ours = self.counted(name, members, month)
                cells = [sum(persons), ours, tenths(ours, workforce), tenths(ours, people)]
                rows.append([code, month_name(month)] + self.shown(persons, cells, level))
        header = ["area", "period", "persons", "fulltimePersons", "pctWorkforce", "pctPopulation"]
        self.write(f"{indicator}.csv", indicator, header, rows)

    def gender(self, indicator, name, newest, levels):
        rows = []
        for code, level, members in self.country.calibration.areas:
            if level not in levels:
                continue
            for month in self.months(newest):
                for part in ("K", "M"):
                    persons, ours = self.counted(name, members, month, (part,))
                    cells = self.shown(persons, [sum(persons), ours], level)
                    rows.append([code, month_name(month), part] + cells)
        header = ["area", "period", "gender", "persons", "fulltimePersons"]
        self.write(f"{indicator}-gender.csv", indicator, header, rows)

    def national_split(self, indicator, name, newest, dimension, weights):
        """The country by another dimension: its totals shared out by slowly drifting weights."""
        rows = []
        for month in self.months(newest):
            persons, ours = self.counted(name, self.country.towns, month)
            pulls = [
                weight * (1 + 0.08 * drift(month, name, dimension, code))
                for code, weight in weights
            ]
            full_parts = shared_out(ours, pulls)
            head_parts = shared_out(sum(persons) - ours, pulls)
            for (code, _), part, extra in zip(weights, full_parts, head_parts):
                cells = self.shown([part + extra], [part + extra, part])
                rows.append([month_name(month), code] + cells)
        header = ["period", dimension, "persons", "fulltimePersons"]
        self.write(f"{indicator}-{dimension}.csv", indicator, header, rows)

    def visitation(self, newest):
        """Social assistance by target group, town by town."""
        shares = self.country.calibration.shares("visitation", "KTH")
        months = self.months(newest, month_number("2023M01"))
        parts = {}
        for town in self.country.towns:
            for month in months:
                (persons,), ours = self.counted("KTH_ALL", [town], month)
                pulls = [
                    share
                    * (1 + 0.3 * noise("vis", town, code) + 0.1 * drift(month, "vis", town, code))
                    for code, share in shares
                ]
                full, more = shared_out(ours, pulls), shared_out(persons - ours, pulls)
                parts[(town, month)] = full, [a + b for a, b in zip(full, more)]
        rows = []
        for code, level, members in self.country.calibration.areas:
            for month in months:
                for index, (group, _) in enumerate(shares):
                    ours = sum(parts[(town, month)][0][index] for town in members)
                    persons = [parts[(town, month)][1][index] for town in members]
                    cells = self.shown(persons, [sum(persons), ours], level)
                    rows.append([code, month_name(month), group] + cells)
        header = ["area", "period", "visitation", "persons", "fulltimePersons"]
        self.write("y60a02-visitation.csv", "y60a02", header, rows)

    def unemployment(self, newest):
        rows = []
        for code, level, members in self.country.calibration.areas:
            workforce = sum(self.country.workforce[town] for town in members)
            for month in self.months(newest):
                insured = self.counted("DP", members, month)
                others = self.counted("JOBREADY", members, month, ("KTH",))
                both = [a + b for a, b in zip(insured[0], others[0])], insured[1] + others[1]
                for group, (persons, ours) in zip(("TOT", "DP", "KTH"), (both, insured, others)):
                    cells = [sum(persons), ours, tenths(ours, workforce)]
                    cells = self.shown(persons, cells, level)
                    rows.append([code, month_name(month), group] + cells)
        header = ["area", "period", "benefitGroup", "persons", "fulltimePersons", "pctWorkforce"]
        self.write("y25i01.csv", "y25i01", header, rows)

    def long_term(self, newest):
        rows = []
        for code, level, members in self.country.calibration.areas:
            for month in self.months(newest):
                for group, parts in (("TOT", ("DP", "KTH")), ("DP", ("DP",)), ("KTH", ("KTH",))):
                    persons, ours = self.counted("LONGTERM", members, month, parts)
                    cells = self.shown(persons, [ours, sum(persons)], level)
                    rows.append([code, month_name(month), group] + cells)
        header = ["area", "period", "benefitGroup", "longTermUnemployed", "longTermPersons"]
        self.write("y25i09.csv", "y25i09", header, rows)

    def activation(self, newest):
        active, touched = self.numbers("ACTIVATED"), self.numbers("TOUCHED")
        rows = []
        for code, level, members in self.country.calibration.areas:
            for month in self.months(newest, month_number("2021M08")):
                persons, ours = self.counted("KTH_ALL", members, month)
                busy = min(ours, self.total(active, members, month, ("ALL",)))
                seen = min(sum(persons), self.total(touched, members, month, ("ALL",)))
                cells = [tenths(busy, ours), tenths(seen, sum(persons))]
                rows.append([code, month_name(month)] + self.shown(persons, cells, level))
        header = ["area", "period", "activationDegree", "activatedShare"]
        self.write("y60c07.csv", "y60c07", header, rows)

    def ordinary_hours(self, newest):
        working = self.numbers("HOURS")
        rows = []
        for code, level, members in self.country.calibration.areas:
            for month in self.months(newest, month_number("2021M08")):
                persons, _ = self.counted("KTH_ALL", members, month)
                count = [min(p, working[(t, "ALL")][month]) for p, t in zip(persons, members)]
                cells = [sum(count), tenths(sum(count), sum(persons))]
                rows.append([code, month_name(month)] + self.shown(count, cells, level))
        header = ["area", "period", "personsWithOrdinaryHours", "shareWithOrdinaryHours"]
        self.write("y60j01.csv", "y60j01", header, rows)

    def graduates(self, newest):
        """Unemployed graduates by fund; the newest month lacks about a tenth of them."""
        data = self.country.calibration
        season = data.season["dimittend_persons"]
        rows = []
        for month in self.months(newest):
            lag = newest - month
            late = data.assumed[("revision", "GRADUATES", "1")] if lag == 0 else 0.0
            sums = [0, 0, 0, 0]
            lines = []
            for fund in data.funds:
                code = fund["star_code"]
                slow = 1 + 0.1 * drift(month, "graduates", code)
                size = self.country.national["DP"][month] / 76446
                full_all = rounded(float(fund["dagpenge_fulltime_avg12"]) * size * slow)
                head_all = rounded(float(fund["dagpenge_persons_avg12"]) * size * slow)
                share = float(fund["graduate_share_pct_avg12"]) / 100 * season[month % 12]
                share = min(0.95, share * (1 + 0.05 * noise("graduates", code, month)))
                persons = rounded(head_all * share * (1 - late))
                ours = min(persons, rounded(full_all * share * (1 - late / 2)))
                cells = [persons, ours, tenths(persons, head_all), tenths(ours, full_all)]
                lines.append([month_name(month), code] + self.shown([persons], cells))
                sums = [a + b for a, b in zip(sums, (persons, ours, head_all, full_all))]
            total = [sums[0], sums[1], tenths(sums[0], sums[2]), tenths(sums[1], sums[3])]
            rows.append([month_name(month), "TOT"] + self.shown([sums[0]], total))
            rows += lines
        header = ["period", "akasse", "persons", "fulltimePersons", "personShare", "fulltimeShare"]
        self.write("y01dia02.csv", "y01dia02", header, rows)

    def seasonally_adjusted(self, newest):
        data = self.country.calibration
        series = data.filled(data.observed["gross_unemployment_sa"])
        workforce = sum(self.country.workforce.values())
        rows = []
        for month in self.months(newest, month_number("2016M07")):
            value = series[month] * (1 + 0.0006 * noise("season", month))
            if newest - month < WINDOW:
                # The seasonal pattern is estimated anew with each release.
                value *= 1 + 0.0008 * noise("season", self.day, month)
            ours = rounded(value)
            rows.append([month_name(month), str(ours), tenths(ours, workforce)])
        header = ["period", "fulltimePersons", "pctWorkforce"]
        self.write("y25i03.csv", "y25i03", header, rows)

    def all_benefits(self, newest):
        """All benefits together: months, moving years and years by area."""
        names = ["KTH_ALL"] + [code for code, _ in BENEFITS if code not in ("KTH", "UDH", "INT")]
        per = self.country.calibration.assumed[("ratio", "PTV", "personsPerSum")]
        by_month, by_head = {}, {}
        for town in self.country.towns:
            by_month[town], by_head[town] = [], []
            for month in range(newest + 1):
                pairs = [self.counted(name, [town], month) for name in names]
                ours = sum(full for _, full in pairs)
                heads = rounded(per * sum(persons[0] for persons, _ in pairs))
                by_month[town].append(ours)
                by_head[town].append(max(ours, heads))
        rows = []
        for code, level, members in self.country.calibration.areas:
            workforce = sum(self.country.workforce[town] for town in members)
            people = sum(self.country.population[town] for town in members)
            for month in self.months(newest):
                ours = sum(by_month[town][month] for town in members)
                persons = [by_head[town][month] for town in members]
                cells = [sum(persons), ours, tenths(ours, workforce), tenths(ours, people)]
                rows.append([code, month_name(month)] + self.shown(persons, cells, level))
        header = ["area", "period", "persons", "fulltimePersons", "pctWorkforce", "pctPopulation"]
        self.write("ptv_a02.csv", "ptv_a02", header, rows)
        self.moving_years(by_month, newest)
        self.benefit_groups(newest)

    def moving_years(self, by_month, newest):
        periods = []
        for quarter in range((newest + 1) // 3):
            last = 3 * quarter + 2
            if last < 11:
                continue
            year, number = FIRST_YEAR + last // 12, last % 12 // 3 + 1
            periods.append((f"{year}QMAT{number:02d}", last))
            if number == 4:
                periods.append((f"{year}Y01", last))
        if self.mode == "window":
            periods = [entry for entry in periods if entry[1] > newest - WINDOW]
        means = {
            (town, last): rounded(sum(values[last - 11 : last + 1]) / 12)
            for town, values in by_month.items()
            for _, last in periods
        }
        rows = []
        for code, level, members in self.country.calibration.areas:
            people = sum(self.country.population[town] for town in members)
            for period, last in periods:
                ours = [means[(town, last)] for town in members]
                cells = [sum(ours), tenths(sum(ours), people)]
                rows.append([code, period] + self.shown(ours, cells, level))
        header = ["area", "period", "fulltimePersons", "pctPopulation"]
        self.write("ptv_a02-years.csv", "ptv_a02", header, rows)

    def benefit_groups(self, newest):
        """The country, regions and labour-market councils by benefit."""
        rows = []
        for code, level, members in self.country.calibration.areas:
            if level not in ("country", "region", "rar"):
                continue
            for month in self.months(newest):
                for benefit, _ in BENEFITS:
                    pair = self.benefit(benefit, members, month)
                    if pair is not None:
                        cells = self.shown([pair[0]], pair)
                        rows.append([code, month_name(month), benefit] + cells)
        header = ["area", "period", "benefitGroup", "persons", "fulltimePersons"]
        self.write("ptv_a02-benefits.csv", "ptv_a02", header, rows)

    def benefit(self, code, members, month):
        """Persons and full-time persons of a benefit; `None` where it is not in force."""
        year = FIRST_YEAR + month // 12
        if code in ("UDH", "INT") and month >= REFORM:
            return None
        if code == "SEN" and year < 2020 or code == "TID" and year < 2022:
            return None
        persons, ours = self.counted("KTH_ALL" if code == "KTH" else code, members, month)
        pair = [sum(persons), ours]
        if code == "KTH" and month < REFORM:
            for other in ("UDH", "INT"):
                persons, ours = self.counted(other, members, month)
                pair = [max(0, pair[0] - sum(persons)), max(0, pair[1] - ours)]
        return [max(pair), pair[1]]

    def make(self):
        """Computes all files; benefits with a lag of seven weeks are a month behind."""
        data = self.country.calibration
        now, behind = self.newest, self.newest - 1
        self.volume("y01a02", "DP", now)
        self.gender("y01a02", "DP", now, {"country", "region", "rar", "jobCentre", "municipality"})
        self.national_split("y01a02", "DP", now, "age", data.shares("age", "DP"))
        funds = [(row["star_code"], float(row["dagpenge_fulltime_avg12"])) for row in data.funds]
        self.national_split("y01a02", "DP", now, "akasse", funds)
        self.graduates(now)
        self.unemployment(now)
        self.seasonally_adjusted(now)
        self.long_term(now)
        self.volume("y60a02", "KTH_ALL", now)
        self.gender("y60a02", "KTH_ALL", now, {"country", "region"})
        self.national_split("y60a02", "KTH_ALL", now, "age", data.shares("age", "KTH"))
        self.visitation(now)
        self.activation(now)
        self.ordinary_hours(behind)
        self.volume("y07a02", "SDP", behind)
        self.gender("y07a02", "SDP", behind, {"country", "region"})
        self.national_split("y07a02", "SDP", behind, "age", data.shares("age", "SDP"))
        self.all_benefits(behind)
        return self.folder()

    def folder(self):
        """File names and bytes of the release, its manifest last."""
        entries = [
            {
                "path": path,
                "indicator": indicator,
                "rows": rows,
                "sha256": hashlib.sha256(content).hexdigest(),
            }
            for path, indicator, rows, content in self.files
        ]
        manifest = {
            "format": 1,
            "source": "demonstration",
            "sender": "demonstration",
            "kind": "aggregates",
            "mode": self.mode,
            "dataMonth": self.data_month,
            "cutAt": f"{self.day[:8]}{int(self.day[8:]) - 3:02d}T00:00:00{self.offset}",
            "releaseAt": f"{self.day}T08:00:00{self.offset}",
            "reason": "routine",
            "notes": [NOTE],
            "files": entries,
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        contents = {path: content for path, _, _, content in self.files}
        contents["delivery.json"] = text.encode()
        return contents


def main():
    country = Country(Calibration())
    check = sys.argv[1:] == ["--check"]
    unequal = []
    for release in RELEASES:
        contents = Release(country, *release).make()
        folder = HERE / release[0]
        if check:
            known = {p.name for p in folder.iterdir()} if folder.is_dir() else set()
            unequal += [f"{release[0]}/{name}" for name in known - set(contents)]
            for name, content in contents.items():
                path = folder / name
                if not path.is_file() or path.read_bytes() != content:
                    unequal.append(f"{release[0]}/{name}")
        else:
            folder.mkdir(exist_ok=True)
            for name, content in contents.items():
                (folder / name).write_bytes(content)
        cells = sum(len(c) for c in contents.values())
        print(f"{release[0]}: {len(contents)} files, {cells} bytes")
    if unequal:
        sys.exit("not as computed: " + ", ".join(sorted(unequal)))


if __name__ == "__main__":
    main()
