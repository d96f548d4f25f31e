"""The command `pages`: one thin file for each verb."""

import gc

RARELY = 1_000_000
"""New objects between two looks for garbage. A run is short and keeps nearly all that it makes, its modules
first of all."""

gc.set_threshold(RARELY)
