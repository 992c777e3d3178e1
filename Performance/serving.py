#!/usr/bin/env python3
"""Measures how fast the same table is served by us, roapi, Datasette and nginx.

    serving.py PROGRAM FOLDER       FOLDER is what table.py --peers made, its deliveries published

Prints Markdown. BENCH_SECONDS is the length of a run (10), BENCH_RUNS how many make a median (3).
"""

import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
SECONDS = os.environ.get("BENCH_SECONDS", "10")
RUNS = int(os.environ.get("BENCH_RUNS", "3"))
PROGRAM, FOLDER = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
PEERS = Path(sys.executable).parent

CASES = ["hot series", "random series", "60,125 rows as JSON", "658,970 rows as CSV"]
CONNECTIONS = [32, 32, 4, 2]
ROWS = [274, 274, 60_125, 658_970]
FIRST_OF_SLICE = "2024M10"  # 25 months of 185 areas and 13 age groups
ACCEPT_CSV = "application/csv"
DATA = "/v1/indicators/bench/data"
OLDEST = "2020-01-15"
RANDOM = {
    "jobindsats": f"{DATA}?area={{area}}&age={{age}}&period=2004M01..2026M10",
    "roapi": "/api/tables/bench?columns=period,persons,fulltimePersons,pctWorkforce"
    "&filter%5Barea%5D=%27{area}%27&filter%5Bage%5D=%27{age}%27",
    "datasette": "/table/bench.json?area={area}&age={age}&_shape=array&_size=max&_nocount=1",
    "nginx": "/{area}-{age}.json",
}
SLICE = {
    "jobindsats": f"{DATA}?area=*&age=*&period={FIRST_OF_SLICE}..2026M10",
    "roapi": f"/api/tables/bench?filter%5Bperiod%5Dgte=%27{FIRST_OF_SLICE}%27",
    "datasette": f"/table/bench.json?period__gte={FIRST_OF_SLICE}"
    "&_shape=array&_size=max&_nocount=1",
    "nginx": "/slice.json",
}
WHOLE = {
    "jobindsats": f"{DATA}?area=*&age=*&period=2004M01..2026M10&format=csv&labels=none",
    "roapi": "/api/tables/bench",
    "datasette": "/table/bench.csv?_stream=on",
    "nginx": "/table.csv",
}


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def command(name, port):
    if name == "jobindsats":
        database = FOLDER / "bench.sqlite"
        return [PROGRAM, "serve", "--database", database, "--port", str(port),
                "--log-level", "error"]
    if name == "roapi":
        table = f"bench={FOLDER / 'table.csv'},format=csv"
        return [PEERS / "roapi", "--addr-http", f"127.0.0.1:{port}",
                "--addr-postgres", f"127.0.0.1:{free_port()}", "--table", table]
    if name == "datasette":
        return [PEERS / "datasette", "serve", "--immutable", FOLDER / "table.db",
                "--host", "127.0.0.1", "--port", str(port),
                "--setting", "max_returned_rows", "700000",
                "--setting", "sql_time_limit_ms", "60000",
                "--setting", "max_csv_mb", "0"]
    text = (HERE / "nginx.conf").read_text().replace("PORT", str(port))
    (FOLDER / "nginx.conf").write_text(text)
    return ["nginx", "-p", FOLDER, "-c", FOLDER / "nginx.conf"]


class Server:
    """One server on a free port; `start_milliseconds` is from its start to its first answer."""

    def __init__(self, name):
        self.name, self.port = name, free_port()
        self.whole = WHOLE[name]
        environment = dict(os.environ, RUST_LOG="error")
        begin = time.monotonic()
        self.process = subprocess.Popen(
            list(map(str, command(name, self.port))), env=environment, cwd=FOLDER,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        self.await_answer(self.path_of("150", "A03"))
        self.start_milliseconds = (time.monotonic() - begin) * 1000

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            # Datasette first finishes the answers whose readers have gone.
            self.process.kill()
            self.process.wait()

    def path_of(self, area, age):
        return RANDOM[self.name].format(area=area, age=age)

    def get(self, path, accept="*/*"):
        url = f"http://127.0.0.1:{self.port}{path}"
        request = urllib.request.Request(url, headers={"Accept": accept})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.read()

    def await_answer(self, path):
        while self.process.poll() is None:
            try:
                return self.get(path)
            except urllib.error.HTTPError as error:
                sys.exit(f"{self.name} answers {error.code}: {error.read()[:300]}")
            except OSError:
                time.sleep(0.002)
        sys.exit(f"{self.name} ended at once")

    def resident_megabytes(self):
        """The resident memory of the process and its children."""
        listed = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.process.pid), "--ppid", str(self.process.pid)],
            capture_output=True, text=True, check=True,
        )
        return sum(map(int, listed.stdout.split())) / 1024

    def load(self, path, connections, seconds, pattern=None, accept="*/*"):
        """One run of wrk: requests a second, p99 in milliseconds, failed requests."""
        environment = dict(os.environ)
        arguments = ["wrk", "-t", "2", "-c", str(connections), "-d", f"{seconds}s",
                     "--timeout", "60s", "--latency", "-H", f"Accept: {accept}"]
        if pattern:
            environment["PATTERN"] = pattern
            arguments += ["-s", str(HERE / "random-series.lua")]
        text = subprocess.run(
            arguments + [f"http://127.0.0.1:{self.port}{path}"],
            env=environment, capture_output=True, text=True, check=True,
        ).stdout
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
        value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", text).groups()
        p99 = float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]
        failures = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", text)))
        failures += sum(map(int, re.findall(r"(?:read|write|timeout) (\d+)", text)))
        return rate, p99, failures

    def median(self, *arguments, **options):
        self.load(*arguments, 1, **options)
        runs = [self.load(*arguments, SECONDS, **options) for _ in range(RUNS)]
        rates, p99s, failures = zip(*runs)
        return statistics.median(rates), statistics.median(p99s), sum(failures)

    def measure(self):
        """Requests a second, p99, failures, seconds of one request, memory: for each case."""
        paths = [self.path_of("150", "A03")] * 2 + [SLICE[self.name], self.whole]
        for number, path in enumerate(paths):
            accept = ACCEPT_CSV if number == 3 else "*/*"
            alone = self.check(path, accept, ROWS[number])
            pattern = RANDOM[self.name] if number == 1 else None
            load = self.median(path, CONNECTIONS[number], pattern=pattern, accept=accept)
            yield *load, alone, self.resident_megabytes()

    def check(self, path, accept, rows):
        """Makes sure that the answer has all rows in the right form; returns its seconds."""
        begin = time.monotonic()
        body = self.get(path, accept)
        seconds = time.monotonic() - begin
        if accept == ACCEPT_CSV:
            found = body.count(b"\n") - 1
        else:
            answer = json.loads(body)
            found = len(answer["rows"] if isinstance(answer, dict) else answer)
        if found != rows:
            sys.exit(f"{self.name}: {path} has {found} rows, not {rows}: {body[:100]}")
        return seconds

    def megabytes_with_slow_readers(self):
        """The most memory within ten seconds of eight readers of the whole table at 1 MB/s."""
        url = f"http://127.0.0.1:{self.port}{self.whole}"
        readers = [
            subprocess.Popen(
                ["curl", "--silent", "--limit-rate", "1M", "--header", f"Accept: {ACCEPT_CSV}",
                 "--output", "/dev/null", url]
            )
            for _ in range(8)
        ]
        most = 0
        for _ in range(50):
            time.sleep(0.2)
            most = max(most, self.resident_megabytes())
        for reader in readers:
            reader.terminate()
            reader.wait()
        return most


def save_answers(server):
    """Keeps our answers as files for nginx."""
    static = FOLDER / "static"
    static.mkdir(exist_ok=True)
    (static / "slice.json").write_bytes(server.get(SLICE["jobindsats"]))
    (static / "table.csv").write_bytes(server.get(WHOLE["jobindsats"]))
    for area in ["DK"] + [str(100 + n) for n in range(1, 185)]:
        for age in ["TOT"] + [f"A{n:02d}" for n in range(1, 13)]:
            (static / f"{area}-{age}.json").write_bytes(server.get(server.path_of(area, age)))


def measure_as_of(server):
    """Random series and slices of the oldest snapshot beside those of the newest."""
    print("\n| the oldest snapshot beside the newest | newest req/s | oldest req/s | ratio |")
    print("|---|---:|---:|---:|")
    old = f"&snapshot={OLDEST}"
    pattern, table = RANDOM["jobindsats"], SLICE["jobindsats"]
    hot = server.path_of("150", "A03")
    pairs = [
        (CASES[1], 32, hot, hot, {"pattern": pattern}, {"pattern": pattern + old}),
        (CASES[2], 4, table, table + old, {}, {}),
    ]
    for title, connections, now, then, plain, past in pairs:
        server.load(now, connections, 1, **plain)
        server.load(then, connections, 1, **past)
        # Newest and oldest take turns, so that a busy machine slows both alike.
        newest, oldest = [], []
        for _ in range(RUNS):
            newest.append(server.load(now, connections, SECONDS, **plain)[0])
            oldest.append(server.load(then, connections, SECONDS, **past)[0])
        new, old_rate = statistics.median(newest), statistics.median(oldest)
        print(f"| {title} | {new:,.1f} | {old_rate:,.1f} | {new / old_rate:.2f} |", flush=True)


def main():
    with Server("jobindsats") as server:
        save_answers(server)
    rows, rests = [[] for _ in CASES], []
    for name in RANDOM:
        with Server(name) as server:
            memories = []
            for row, (rate, p99, failures, alone, memory) in zip(rows, server.measure()):
                note = f", {failures} failed" if failures else ""
                finished = f"{rate:,.1f} / {p99:,.1f}" if rate else f"none; alone {alone:.1f} s"
                row.append(finished + note)
                memories.append(f"{memory:.0f}")
            slow = server.megabytes_with_slow_readers()
            rests.append((f"{server.start_milliseconds:.0f}", " · ".join(memories), f"{slow:.0f}"))
    print("| requests a second / p99 ms | connections | " + " | ".join(RANDOM) + " |")
    print("|---|---:|" + "---:|" * len(RANDOM))
    for title, connections, row in zip(CASES, CONNECTIONS, rows):
        print(f"| {title} | {connections} | " + " | ".join(row) + " |")
    titles = ["start to first answer, ms", "MB after each case", "MB with 8 slow readers"]
    for title, cells in zip(titles, zip(*rests)):
        print(f"| {title} | | " + " | ".join(cells) + " |")
    with Server("jobindsats") as server:
        measure_as_of(server)


if __name__ == "__main__":
    main()
