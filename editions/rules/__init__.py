"""Rules: what law, guidance and the partnership itself ask for, and whether the public records show it.

A rule is data: the engine's stand in `law/`, those of the partnership in its policy. What decides it is a
small function with a name. All of it sees public values only, so that the page about it can be made of them.
"""
