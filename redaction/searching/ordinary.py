"""Words that mean more than one thing: ordinary words that are names too, months, weekdays, titles."""

from __future__ import annotations

from records.months import NUMBERS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS = frozenset(NUMBERS)
WEEKDAYS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mondays
    tuesdays wednesdays thursdays fridays saturdays sundays
    """
)
FESTIVALS = _words(
    """
    christmas easter whitsun halloween diwali eid ramadan hanukkah advent lent bank holiday
    """
)
TITLES = _words(
    """
    mr mrs ms miss mx master dr doctor prof professor sir dame lord lady rev reverend fr father
    sister cllr councillor sgt sergeant pc dc ds di dci dsu supt superintendent constable
    inspector judge hon cbe obe mbe qpm
    """
)
"""What stands before or after a name and is no part of it."""

NAMES_TOO = _words(
    """
    abbey abbot ace amber angel apple april archer art ash august autumn baker bank banks barker
    bell berry best bill bird bishop black blossom bond bow brady bridge bright brook brooks
    brown bull bush butcher butler carpenter carter case cash castle chance chase chef cherry
    child christian church clay clement cliff coach cole cook cooper cross crown dale day dean
    dear destiny dove drake drew driver duke earl early east eden faith farmer field fields
    finch fisher flint flower flowers ford forest foster fountain fox frank freeman french frost
    gale gardener garner gate gates gene glen gold golden good grace grant gray green grey grove
    guy hall hand hardy harmony harper hawk hay hazel head heath heather hill hills holly holmes
    hood hope house hunt hunter iris ivory ivy jack jade jay jewel joy june justice keen key
    king knight knott lake lamb lance lane law lee liberty lily little lock long love lucky
    lynch mace major march mark marsh marshal martin mason may meadow melody mercy mill miller
    mills miles moon moor moss nash nest nick noble north olive page park parks parish parker
    peace peach pearl penny pepper pierce piper poppy porter potter power price prince queen
    rain raven ray read reed reeves rice rich ridge river rivers robin rock rod rose rowan royal
    ruby rush sage sand sandy saint sargent scarlet sharp shaw shepherd short silver sky slater
    small smart smith snow south spring squire star steel stern stone storm street strong summer
    summers sunny swan swift tanner taylor temple terry thorn tower town trinity turner violet
    wade walker wall walls ward waters weaver webb welch well wells west wheat wheeler white
    will willow winter wise wolf wood woods worth wren young
    """
)
"""Words of every day that are given or family names, streets, or projects as well."""

LITTLE = _words(
    """
    a about after again all also am an and another any are as asked at be because been before
    being both but by can could did do does each every few for from further had has have he her
    here hers him his how i if in into is it its last later less made make many me members might
    more most much must my new next no nobody none nor not nothing now of off on once one only
    or other our out over own partners per said same shall she should since so some such than
    that the their them then there these they this those though through to together too two
    three four five six seven eight nine ten under until up upon us very was we were what when
    where whether which while who whom whose why will with within without would yes yet you your
    first second third
    """
)
"""The little words of the language, which begin sentences and say nothing by themselves."""


NO_NAMES = LITTLE | MONTHS | WEEKDAYS | FESTIVALS | TITLES
"""Words that are written with a capital and name nobody."""


def is_ordinary(folded: str) -> bool:
    """Return whether folded words, with or without spaces around them, are an ordinary word or a date."""
    word = folded.strip()
    return word in NAMES_TOO or word in NO_NAMES
