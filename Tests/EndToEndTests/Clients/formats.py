"""Reads answers with the libraries that readers use: pandas and pyjstat.

Usage: formats.py BASE-URL INDICATOR MEASURE
"""

import hashlib
import io
import json
import sys
import urllib.request

import pandas
from pyjstat import pyjstat

from api import get

base, indicator, measure = sys.argv[1:4]
path = f"/v1/indicators/{indicator}/data"
question = {"area": "level:municipality", "period": "latest:3", "measure": measure}

body, headers = get(base, path, format="csv", **question)
table = pandas.read_csv(io.BytesIO(body), dtype={"area": str})
assert len(table) > 50, len(table)
assert table[measure].dtype.kind in "if", table[measure].dtype
assert f'filename="{indicator}_' in headers["Content-Disposition"], headers["Content-Disposition"]

body, _ = get(base, path, format="csv-da", **question)
danish = pandas.read_csv(io.BytesIO(body), sep=";", decimal=",", encoding="utf-8-sig", dtype={"area": str})
pandas.testing.assert_frame_equal(table, danish)

body, _ = get(base, path, format="json-stat", lang="en", **question)
dataset = pyjstat.Dataset.read(body.decode())
frame = dataset.write("dataframe")
assert frame["value"].notna().sum() == table[measure].notna().sum(), "pyjstat reads other cells"
assert frame["value"].sum() == table[measure].sum(), "pyjstat reads other numbers"

body, _ = get(base, path, **question)
answer = json.loads(body)
plain, _ = get(base, path, format="csv", labels="none", snapshot=answer["snapshot"]["id"], **question)
assert answer["digest"] == "sha256:" + hashlib.sha256(plain).hexdigest(), "the digest is another"
with urllib.request.urlopen(answer["permalink"]) as response:
    again = json.loads(response.read())
assert again["rows"] == answer["rows"] and again["digest"] == answer["digest"]
print("pandas and pyjstat read the same figures")
