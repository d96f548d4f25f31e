"""What can be wrong, said so that a business manager can mend it.

Every room of the house reports with the one type of this one: a `Problem` made from a `Wording`.
A problem names keys and known ids and never quotes a value, because messages end in the logs of
continuous integration, which are kept and widely read.
"""

from problems.places import Place
from problems.wordings import Problem, Severity, Wording, catalogue, errors, in_order

__all__ = ["Place", "Problem", "Severity", "Wording", "catalogue", "errors", "in_order"]
