"""The tutorial article's way, in NumPy: a matrix of couplings and a bias, one neuron at a time in random order, each vote a
dot product; settled as soon as no neuron wants to flip. As in the article the bias is stored, read by the energy and ignored
by the updates.

Usage: article.py CELLS MEMORIES FLIPS SECONDS; prints whole recalls a second twice: without the energy, and with the energy
of every update, as the article's curve needs it.
"""

import sys
import time

import numpy as np

cells, count, flips = (int(word) for word in sys.argv[1:4])
seconds = float(sys.argv[4])
rng = np.random.default_rng(1)
memories = rng.choice([-1.0, 1.0], size=(count, cells))
couplings = memories.T @ memories
np.fill_diagonal(couplings, 0)
bias = memories.sum(axis=0)


def recalls_a_second(curve_wanted):
    recalls = 0
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        memory = memories[recalls % count]
        state = memory.copy()
        state[rng.permutation(cells)[:flips]] *= -1
        curve = []
        while np.any(state * (couplings @ state) < 0):
            neuron = rng.integers(cells)
            field = couplings[neuron] @ state
            if field != 0:
                state[neuron] = 1 if field > 0 else -1
            if curve_wanted:
                curve.append(-0.5 * state @ couplings @ state - bias @ state)
        recalled = np.array_equal(state, memory)
        recalls += 1
    return recalls / (time.perf_counter() - start)


print(recalls_a_second(False), recalls_a_second(True))
