"""The tutorial article's way, in NumPy: a matrix of couplings, one neuron at a time in random order, each vote a
dot product; settled as soon as no neuron wants to flip.

Usage: article.py CELLS MEMORIES FLIPS SECONDS; prints whole recalls a second.
"""

import sys
import time

import numpy as np

cells, count, flips = (int(word) for word in sys.argv[1:4])
seconds = float(sys.argv[4])
rng = np.random.default_rng(1)
memories = rng.choice([-1, 1], size=(count, cells))
couplings = memories.T @ memories
np.fill_diagonal(couplings, 0)

recalls = 0
start = time.perf_counter()
while time.perf_counter() - start < seconds:
    memory = memories[recalls % count]
    state = memory.copy()
    state[rng.permutation(cells)[:flips]] *= -1
    while np.any(state * (couplings @ state) < 0):
        neuron = rng.integers(cells)
        field = couplings[neuron] @ state
        if field != 0:
            state[neuron] = 1 if field > 0 else -1
    recalled = np.array_equal(state, memory)
    recalls += 1
print(recalls / (time.perf_counter() - start))
