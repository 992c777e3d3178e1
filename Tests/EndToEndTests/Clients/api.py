"""What the clients of the tests share: requests and the five ways to read an answer."""

import csv
import io
import json
import urllib.parse
import urllib.request
from decimal import Decimal


def get(base, path, **parameters):
    """Returns the body and the headers of an answer."""
    query = urllib.parse.urlencode(parameters, safe=":,*")
    url = base + path + ("?" + query if query else "")
    with urllib.request.urlopen(url) as response:
        return response.read(), response.headers


def cells(body, format, dimensions):
    """Returns {key: {measure: Decimal or status}} of an answer in any format of the API."""
    readers = {
        "json": from_json,
        "csv": from_csv,
        "csv-da": from_danish_csv,
        "ndjson": from_ndjson,
        "json-stat": from_json_stat,
    }
    return readers[format](body, dimensions)


def parse(text):
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def from_rows(rows, dimensions, measures):
    result = {}
    for row in rows:
        key = tuple(row[name] for name in dimensions)
        assert key not in result, f"{key} stands twice"
        result[key] = {
            name: row[name] if row[name] is not None else row["status"][name] for name in measures
        }
    return result


def from_json(body, dimensions):
    answer = parse(body)
    return from_rows(answer["rows"], dimensions, [measure["id"] for measure in answer["measures"]])


def from_ndjson(body, dimensions):
    lines = [parse(line) for line in body.decode().splitlines()]
    end = lines.pop()
    assert end["end"] is True and end["rows"] == len(lines), end
    known = {"status", "flags", "period", "date"} | set(dimensions)
    known |= {name + "Label" for name in dimensions}
    measures = [name for name in lines[0] if name not in known]
    return from_rows(lines, dimensions, measures)


def from_table(rows, dimensions, number):
    result = {}
    for row in rows:
        key = tuple(row[name] for name in dimensions)
        assert key not in result, f"{key} stands twice"
        result[key] = {}
        for name in row:
            if name + "Status" in row:
                value = row[name]
                result[key][name] = number(value) if value else row[name + "Status"]
    return result


def from_csv(body, dimensions):
    text = body.decode("utf-8")
    return from_table(csv.DictReader(io.StringIO(text, newline="")), dimensions, Decimal)


def from_danish_csv(body, dimensions):
    assert body.startswith(b"\xef\xbb\xbf"), "Danish CSV begins with a byte-order mark"
    text = body.decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    return from_table(rows, dimensions, lambda text: Decimal(text.replace(",", ".")))


def from_json_stat(body, dimensions):
    answer = parse(body)
    ids, sizes = answer["id"], answer["size"]
    codes = [answer["dimension"][name]["category"]["index"] for name in ids]
    result = {}
    for place, value in enumerate(answer["value"]):
        rest, places = place, []
        for size in reversed(sizes):
            rest, index = divmod(rest, int(size))
            places.append(index)
        names = dict(zip(ids, (codes[axis][index] for axis, index in enumerate(reversed(places)))))
        key = tuple(names[name] for name in dimensions)
        status = answer["status"].get(str(place))
        result.setdefault(key, {})[names["measure"]] = value if value is not None else status
    # A cube has a place for every combination; one without any cell is no row.
    return {
        key: row for key, row in result.items() if any(cell != "notAvailable" for cell in row.values())
    }
