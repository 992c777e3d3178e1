"""What the public API tells about indicators: cubes, members, and which members add up."""

import csv
import io
import json
import urllib.parse
import urllib.request


class API:
    """Requests to one server."""

    def __init__(self, base):
        self.base = base.rstrip("/")
        self.requests = 0

    def get(self, path, **parameters):
        query = urllib.parse.urlencode(parameters, safe=":,*")
        self.requests += 1
        with urllib.request.urlopen(self.base + path + ("?" + query if query else "")) as answer:
            return answer.read().decode()

    def json(self, path, **parameters):
        return json.loads(self.get(path, **parameters))

    def rows(self, path, **parameters):
        text = self.get(path, format="csv", labels="none", **parameters)
        return csv.DictReader(io.StringIO(text))

    def items(self, path, **parameters):
        """All items of a list, page by page."""
        cursor = {}
        while True:
            answer = self.json(path, limit=100, **cursor, **parameters)
            yield from answer["items"]
            following = (answer.get("links") or {}).get("next")
            if not following:
                return
            query = urllib.parse.parse_qs(urllib.parse.urlparse(following).query)
            cursor = {"cursor": query["cursor"][0]}


class Dimension:
    """The members of a dimension and the sums they form."""

    def __init__(self, api, snapshot, name, day):
        path = f"/v1/snapshots/{snapshot}/dimensions/{name}"
        self.name = name
        answer = api.json(path)
        self.total = answer["total"]
        self.members = {member["code"]: member for member in answer["members"]}
        own = {c: m for c, m in self.members.items() if not m["sharesCellWith"]}
        valid = {c for c, m in own.items() if name != "area" or in_force(m, day)}
        parents = {m["parent"] for m in own.values() if m["parent"]}
        groups = [c for c in valid if c in parents or (not own[c]["parent"] and c != self.total)]
        groups += [c for c in valid if own[c]["level"] in ("region", "rar", "jobCentre")]
        self.parts = {}
        for group in dict.fromkeys(groups):
            filters = {"validOn": day} if name == "area" else {}
            found = api.json(path, parent=group, **filters)["members"]
            # Parts that are a subset, and parents with a single part, do not exhaust the whole.
            self.parts[group] = [m["code"] for m in found if m["code"] in valid]
        if self.total in own:
            self.parts[self.total] = [c for c in valid if own[c]["parent"] == self.total]
        self.valid = valid

    def sums(self, used):
        """Pairs of a total and its parts among the members that have cells.

        For each total and division there are two: the coarsest parts, and the finest.
        """
        order = {code: place for place, code in enumerate(self.members)}
        finest = self.finest()
        sets = {code: finest(code) for code in used}
        result = []
        for total, parts in self.parts.items():
            if total not in used:
                continue
            for division in self.divisions(total, parts):
                if not division or (len(division) < 2 and self.name != "area"):
                    continue
                whole = frozenset().union(*(finest(code) for code in division))
                inner = [
                    code
                    for code in used
                    if code != total
                    and sets[code] <= whole
                    and (sets[code] != whole or order[code] > order[total])
                ]
                for sign in (-1, 1):
                    inner.sort(key=lambda code: (sign * len(sets[code]), order[code]))
                    cut = tuple(disjoint(inner, sets))
                    if cut and (total, cut) not in result:
                        result.append((total, cut))
        return result

    def divisions(self, total, parts):
        """Parts on several levels, none with parts of its own, are divisions beside each other."""
        least = 1 if self.name == "area" else 2
        nested = any(len(self.parts.get(code, [])) >= least for code in parts)
        if nested or self.name == "area":
            return [parts]
        levels = {}
        for code in parts:
            levels.setdefault(self.members[code]["level"], []).append(code)
        return list(levels.values())

    def finest(self):
        least = 1 if self.name == "area" else 2

        def atoms(code, seen=()):
            parts = [p for p in self.parts.get(code, []) if p not in seen]
            if len(parts) < least:
                return frozenset([code])
            return frozenset().union(*(atoms(part, seen + (code,)) for part in parts))

        return atoms


def disjoint(members, sets):
    """The members, in order, that overlap none taken before."""
    taken = set()
    for code in members:
        if not sets[code] & taken:
            taken |= sets[code]
            yield code


def in_force(member, day):
    return (member["validFrom"] or "") <= day <= (member["validTo"] or "9999")
