"""Checks what an application refuses under a delivered limit."""

from cases import Wrong, expect
from store import Store, expect_ttls

# The default limit is asked to its end in this case only, to save time.
WHOLE = "plain"


class LimitApp:
    """A small application with a route for each limit."""

    # How much longer than its window a counter is kept.
    longer = 0

    # Whether it can let a request through and say that it would be refused.
    shadows = False

    def client(self, number, rates):
        """Returns an address that has not asked before."""
        return f"10.0.0.{number}"

    def held(self, name):
        """Returns the rates that the library holds, as pairs of a count and seconds."""
        raise NotImplementedError

    def ask(self, name, client):
        """Returns the status of one request, and whether it is over the limit."""
        raise NotImplementedError

    def counters(self, rates):
        """Returns the TTLs of the keys that one client has."""
        return [seconds + self.longer for _, seconds in rates]

    def pass_shortest_window(self, store, keys):
        """Makes the shortest window end, by taking away its counter."""
        store.client.delete(min(keys, key=keys.get))


def prove(case, limits, app_class):
    app, store = app_class(case), Store(case)
    try:
        if case.name in ("shadow", "disabled"):
            return [nothing_is_refused(case, app, store, *item) for item in limits.items()]
        seen = []
        for name, rates in limits.items():
            seen.append(it_holds(app, name, rates))
            seen.append(it_refuses(app, store, name, rates, name != "default" or case.name == WHOLE))
            if len(rates) > 1 and rates[1][0] > rates[0][0]:
                seen.append(each_rate_counts(app, store, name, rates))
        return seen
    finally:
        store.drop()


def it_holds(app, name, rates):
    held = app.held(name)
    expect(f"{name} to be", rates, held)
    return f"{name} is held as " + " and ".join(f"{count} in {seconds} s" for count, seconds in held)


def it_refuses(app, store, name, rates, whole):
    """Asks once more than the tightest rate allows; then the counters are in Redis."""
    client = app.client(1, rates)
    before = store.ttls()
    times = min(count for count, _ in rates) + 1 if whole else 1
    statuses = [app.ask(name, client)[0] for _ in range(times)]
    expect(f"statuses of {name}", [200] * (times - 1) + [429 if whole else 200], statuses)
    added = new(store, before)
    expect_ttls(f"TTLs of the counters of {name}", app.counters(rates), added.values())
    other = app.client(2, rates)
    expect(f"status of {name} for another client", 200, app.ask(name, other)[0])
    what = f"request {times} of {name} gets 429" if whole else f"request 1 of {name} is counted"
    return f"{what}, TTL {sorted(added.values())}, another client gets 200"


def each_rate_counts(app, store, name, rates):
    """Uses up the second rate by rounds that each use up the first. What the first refuses must not count for the second."""
    client = app.client(3, rates)
    (first, _), (second, seconds) = rates
    before = store.ttls()
    for _ in range(second // first):
        statuses = [app.ask(name, client)[0] for _ in range(first + 1)]
        expect(f"statuses of {name} in each window", [200] * first + [429], statuses)
        app.pass_shortest_window(store, new(store, before))
    expect(f"status of {name} after {second} in {seconds} s", 429, app.ask(name, client)[0])
    return f"{name} gets 429 after {second} in {seconds} s, though its shortest window is new; refused ones do not count"


def nothing_is_refused(case, app, store, name, rates):
    client = app.client(1, rates)
    count = rates[0][0]
    answers = [app.ask(name, client) for _ in range(count + 2)]
    expect(f"statuses of {name}", {200}, {status for status, _ in answers})
    over = [is_over for _, is_over in answers]
    if case.name == "shadow" and app.shadows:
        expect(f"requests of {name} over the limit", [False] * count + [True] * 2, over)
        return f"{count + 2} requests of {name} get 200, the last 2 are marked as over the limit"
    if any(over) or store.ttls():
        raise Wrong(f"expected no counter of {name}, got {list(store.ttls())}")
    return f"{count + 2} requests of {name} get 200, and none is counted"


def new(store, before):
    return {key: ttl for key, ttl in store.ttls().items() if key not in before}
