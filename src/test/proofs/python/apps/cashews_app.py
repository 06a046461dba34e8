"""Cashews: the environment has a time for each name."""

import asyncio
import os

from cashews import Cache

from ttls_proof import TtlApp


def wire(redis_url, prefix):
    cache = Cache()
    cache.setup(redis_url, enable=os.environ["CACHE_ENABLED"] == "true")

    def kept(name):
        return cache(ttl=os.environ["CACHE_TTL_" + name.upper()], key=prefix + name)

    return kept


class App(TtlApp):
    def __init__(self, case):
        super().__init__()
        self.runner = asyncio.Runner()
        kept = wire(case.redis_url, case.prefix)
        prefix = "CACHE_TTL_"
        names = [key.removeprefix(prefix).lower() for key in case.files() if key.startswith(prefix)]
        self.functions = {name: kept(name)(self.function(name)) for name in names}

    def function(self, name):
        async def result():
            return self.make(name)

        return result

    def ask(self, name):
        return self.runner.run(self.functions[name]())
