"""The work of benches/charts.rs by pyqicharts: its tables and run rules, without its drawing."""

import statistics
import time

import pandas as pd
from pyqicharts import anhoej_rules, qic_table


def noise(count):
    """As in benches/charts.rs."""
    state = 42
    values = []
    for _ in range(count):
        total = 0.0
        for _ in range(3):
            state = state * 48_271 % 2_147_483_647
            total += state / 2_147_483_647
        values.append(50.0 + 10.0 * (total - 1.5))
    return values


def measure(name, work, times):
    took = []
    for _ in range(times):
        start = time.perf_counter_ns()
        work()
        took.append(time.perf_counter_ns() - start)
    spread = max(took) - min(took)
    print(f"test charts/{name} ... bench: {statistics.median(took):.0f} ns/iter (+/- {spread})", flush=True)


def frame(values):
    return pd.DataFrame({"x": range(1, len(values) + 1), "y": values})


def read(table, chart):
    qic_table(table, x="x", y="y", chart=chart)
    if chart == "run":
        anhoej_rules(table["y"])


values = noise(24_000)
few = [frame(values[24 * at : 24 * at + 24]) for at in range(1_000)]
measure("1,000 run charts of 24 points", lambda: [read(table, "run") for table in few], 1)
# A chart of 100,000 points did not end within five minutes, so there is no figure for it.
