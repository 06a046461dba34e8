"""FastapiLimiter: a file has the arguments of each Rate."""

import json
import time

from fastapi import Depends, FastAPI
from fastapi_limiter.callback import default_callback
from fastapi_limiter.depends import RateLimiter
from pyrate_limiter import BucketFactory, Limiter, Rate, RateItem, RedisBucket
from redis.asyncio import Redis

from apps.asgi import Asgi
from limits_proof import LimitApp


class ExpiringBucket(RedisBucket):
    """The bucket of one client. The library itself would keep it for ever."""

    async def put(self, item):
        await self.leak(item.timestamp)
        admitted = await super().put(item)
        await self.redis.pexpire(self.bucket_key, self.rates[0].interval)
        return admitted


class BucketOfClient(BucketFactory):
    """Finds the bucket of a client. Without it all clients share one."""

    def __init__(self, rate, redis, prefix):
        self.rate, self.redis, self.prefix = rate, redis, prefix

    def wrap_item(self, name, weight=1):
        return RateItem(name, time.time_ns() // 1_000_000, weight)

    async def get(self, item):
        return await ExpiringBucket.init([self.rate], self.redis, f"{self.prefix}{item.name}:{self.rate.interval}")


async def let_through(request, response):
    """Says what would be refused, and lets it through."""
    response.headers["X-Over"] = "True"


def wire(text, redis_url, prefix):
    """Each rate is a limiter of its own, since a bucket refuses some lists, such as 20 a minute with 10 an hour."""
    delivered = json.loads(text)
    redis = Redis.from_url(redis_url)
    callback = default_callback if delivered["enforce"] else let_through

    def limit(name):
        rates = [Rate(**rate) for rate in delivered["limits"][name] if delivered["enabled"]]
        limiters = [Limiter(BucketOfClient(rate, redis, f"{prefix}{name}:")) for rate in rates]
        return [Depends(RateLimiter(limiter, callback=callback)) for limiter in limiters]

    return limit


class App(LimitApp):
    shadows = True

    def __init__(self, case):
        text = case.files()["limits.json"]
        self.limit = wire(text, case.redis_url, case.prefix)
        app = FastAPI()
        for name in json.loads(text)["limits"]:
            app.get("/" + name, dependencies=self.limit(name))(self.answer)
        self.asgi = Asgi(app)

    @staticmethod
    async def answer():
        return {}

    def held(self, name):
        rates = [depends.dependency.limiter.bucket_factory.rate for depends in self.limit(name)]
        return [(rate.limit, rate.interval // 1000) for rate in rates]

    def ask(self, name, client):
        answer = self.asgi.get("/" + name, client)
        return answer.status_code, answer.headers.get("X-Over") == "True"
