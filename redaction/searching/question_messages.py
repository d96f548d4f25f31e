"""What is asked before a sign-off, in words that hold none of what is asked about."""

from problems import Severity, Wording

_DECIDE = "`pages decide` lists the words with the commands that settle all their places at once."

KNOWN_WORDS = Wording(
    "known-words",
    "Here stand words that may mean something in {where}.{more}",
    f"Put a mark around them, or say that they mean something else. {_DECIDE}",
)
NAME_OF_COLLEAGUE = Wording(
    "name-of-colleague",
    "Here stands part of the name of somebody whom the public sees by role only: {where}.{more}",
    "Write the role, or put a mark around the name, or allow it if it means somebody or something else. "
    f"{_DECIDE}",
)
WITHHELD_NAME = Wording(
    "withheld-name",
    "A name stands here that also stands in what is withheld or private at {where}.{more}",
    f"Put a mark around it, or allow it if it gives nothing away. {_DECIDE}",
)
WITHHELD_NUMBER = Wording(
    "withheld-number",
    "A number stands here that also stands in what is withheld or private at {where}.{more}",
    f"Put a mark around it, or allow it if it gives nothing away. {_DECIDE}",
)
WITHHELD_RUN = Wording(
    "withheld-run",
    "Several words stand here in the order in which they stand in what is withheld or private at {where}, "
    "and nowhere else in public.{more}",
    f"Say it in other words, or allow them if they give nothing away. {_DECIDE}",
)
DECISION_EXPIRED = Wording(
    "decision-expired",
    "This decision held until {day}, and holds no longer.",
    "Decide again with `pages decide` where the words are asked about, or remove the entry.",
    Severity.WARNING,
)
NO_SUCH_QUESTION = Wording(
    "no-such-question",
    "No open question is about these words, or has this name.",
    "`pages decide` lists the open questions. Words that nobody asks about need no decision.",
)
