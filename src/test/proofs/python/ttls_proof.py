"""Checks what an application keeps in Redis under a delivered TTL."""

from cases import DISABLED, NEVER, Wrong, expect
from store import Store, expect_ttls


class TtlApp:
    """A small application with a cached function for each TTL."""

    # How many keys one cached result has.
    keys = 1

    def __init__(self):
        self.made = []

    def make(self, name):
        """Makes the result of a function, and notes that it did."""
        self.made.append(name)
        return f"result of {name}"

    def ask(self, name):
        """Calls the cached function once and returns its result."""
        raise NotImplementedError


def prove(case, ttls, app_class):
    app, store = app_class(case), Store(case)
    try:
        return [it_keeps(app, store, *item) for item in ttls.items()]
    finally:
        store.drop()


def it_keeps(app, store, name, ttl):
    """Calls twice: a kept result is made once."""
    before = store.ttls()
    for _ in range(2):
        expect(f"answer of {name}", f"result of {name}", app.ask(name))
    added = {key: left for key, left in store.ttls().items() if key not in before}
    made = app.made.count(name)
    if ttl == DISABLED:
        if made != 2 or added:
            raise Wrong(f"expected {name} not to be kept, got it made {made} times, TTLs {added}")
        return f"{name} is not kept: made twice, no key"
    expect(f"times that {name} is made", 1, made)
    wanted = -1 if ttl == NEVER else ttl
    expect_ttls(f"TTL of {name}", [wanted] * (len(added) or 1), added.values())
    return f"{name} is made once, TTL {sorted(set(added.values()))}" + (" (no expiry)" if wanted < 0 else "")
