"""What a case has left in Redis."""

import redis

from cases import Wrong

SLACK = 30


class Store:
    def __init__(self, case):
        self.client = redis.Redis.from_url(case.redis_url)
        self.prefix = case.prefix

    def ttls(self):
        """Returns the TTL of each key of the case; -1 is a key that does not expire."""
        keys = sorted(self.client.scan_iter(match=self.prefix + "*", count=1000))
        return {key: self.client.ttl(key) for key in keys}

    def drop(self):
        keys = list(self.ttls())
        if keys:
            self.client.delete(*keys)


def expect_ttls(what, expected, got):
    """Compares TTLs, of which a few seconds may have passed. The expected -1 is exact."""
    ordered = sorted(got)
    near = len(expected) == len(ordered) and all(
        seen == want if want < 0 else want - SLACK < seen <= want
        for want, seen in zip(sorted(expected), ordered)
    )
    if not near:
        raise Wrong(f"expected {what} {sorted(expected)}, got {ordered}")
