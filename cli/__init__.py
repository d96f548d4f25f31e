"""The command `pages`: a file for each verb in `cli/verbs/`, and here what several of them share."""

import gc

RARELY = 1_000_000
"""New objects between two looks for garbage. A run is short and keeps nearly all that it makes, its modules
first of all."""

gc.set_threshold(RARELY)
