"""Which unknowns of linear equations have one solution only, and which value it is."""

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

PRIME = 2_147_483_629


def settled(equations):
    """Returns {unknown: value} of all unknowns that the equations settle.

    An equation is ({unknown: coefficient}, right side). Elimination is exact modulo a prime: a
    random solution of the homogeneous equations is zero exactly where an unknown is settled.
    Values that contradict each other (persons are not quite additive) are those of one elimination.
    """
    rows = [dict(terms) for terms, _ in equations]
    sides = [side % PRIME for _, side in equations]
    users = {}
    for index, row in enumerate(rows):
        for name in row:
            users.setdefault(name, set()).add(index)
    buckets = {}
    for index, row in enumerate(rows):
        buckets.setdefault(len(row), set()).add(index)
    active = set(range(len(rows)))
    order = []
    while active:
        size = min(size for size, members in buckets.items() if members)
        index = buckets[size].pop()
        active.discard(index)
        row = rows[index]
        if not row:
            continue
        pivot = min(row, key=lambda name: len(users[name]))
        order.append((pivot, index))
        inverse = pow(row[pivot], PRIME - 2, PRIME)
        for name in row:
            users[name].discard(index)
        for other in list(users[pivot]):
            target = rows[other]
            buckets[len(target)].discard(other)
            ratio = -target[pivot] * inverse % PRIME
            for name, factor in row.items():
                value = (target.get(name, 0) + ratio * factor) % PRIME
                if value:
                    if name not in target:
                        users[name].add(other)
                    target[name] = value
                elif name in target:
                    del target[name]
                    users[name].discard(other)
            sides[other] = (sides[other] + ratio * sides[index]) % PRIME
            buckets.setdefault(len(target), set()).add(other)
    return back_substituted(rows, sides, order, users)


def back_substituted(rows, sides, order, names):
    random = numpy.random.default_rng(1)
    pivots = {pivot for pivot, _ in order}
    free = [name for name in names if name not in pivots]
    drawn = random.integers(1, PRIME, size=len(free))
    moves = {name: int(value) for name, value in zip(free, drawn)}
    values = dict.fromkeys(free, 0)
    for pivot, index in reversed(order):
        row = rows[index]
        inverse = pow(row[pivot], PRIME - 2, PRIME)
        others = [(name, factor) for name, factor in row.items() if name != pivot]
        moves[pivot] = -sum(f * moves[n] for n, f in others) * inverse % PRIME
        values[pivot] = (sides[index] - sum(f * values[n] for n, f in others)) * inverse % PRIME
    result = {}
    for name, move in moves.items():
        if move == 0:
            value = values[name]
            result[name] = value if value < PRIME // 2 else value - PRIME
    return result


class Bounds:
    """The least and the greatest value of unknowns that are not negative."""

    def __init__(self, equations):
        names = {}
        entries, rows, columns, sides = [], [], [], []
        for index, (terms, side) in enumerate(equations):
            for name, factor in terms.items():
                columns.append(names.setdefault(name, len(names)))
                rows.append(index)
                entries.append(factor if factor < PRIME // 2 else factor - PRIME)
            sides.append(side)
        self.names = names
        shape = (len(equations), len(names))
        self.matrix = csr_matrix((entries, (rows, columns)), shape=shape)
        self.sides = numpy.array(sides, dtype=float)

    def of(self, name):
        """Returns (least, greatest); None when the equations contradict each other."""
        result = []
        for sign in (1, -1):
            cost = numpy.zeros(len(self.names))
            cost[self.names[name]] = sign
            answer = linprog(cost, A_eq=self.matrix, b_eq=self.sides, method="highs")
            if answer.status == 3:
                result.append(float("inf"))
            elif answer.status != 0:
                return None
            else:
                result.append(sign * answer.fun)
        return tuple(result)
