"""Slowapi: the environment has the limits as the library writes them."""

import os

from fastapi import FastAPI, Request
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded
from slowapi.middleware import SlowAPIMiddleware
from slowapi.util import get_remote_address

from apps.asgi import Asgi
from limits_proof import LimitApp


def wire(app, redis_url, prefix):
    """The limiter itself reads RATELIMIT_ENABLED and RATELIMIT_DEFAULT, so enabled= and default_limits= are not given."""
    limiter = Limiter(get_remote_address, storage_uri=redis_url, storage_options={"key_prefix": prefix})
    app.state.limiter = limiter
    app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)
    app.add_middleware(SlowAPIMiddleware)

    def limit(name):
        return limiter.limit(os.environ["RATE_LIMIT_" + name.upper()])

    return limiter, limit


class App(LimitApp):
    def __init__(self, case):
        app = FastAPI()
        self.limiter, limit = wire(app, case.redis_url, case.prefix)
        prefix = "RATE_LIMIT_"
        for name in (key.removeprefix(prefix).lower() for key in case.files() if key.startswith(prefix)):
            route = self.route(name)
            app.get("/" + name)(route if name == "default" else limit(name)(route))
        self.asgi = Asgi(app)

    @staticmethod
    def route(name):
        async def answer(request: Request):
            return {}

        answer.__name__ = name
        return answer

    def held(self, name):
        if name == "default":
            limits = [limit for group in self.limiter._default_limits for limit in group]
        else:
            limits = self.limiter._route_limits[f"{__name__}.{name}"]
        return [(limit.limit.amount, limit.limit.get_expiry()) for limit in limits]

    def ask(self, name, client):
        return self.asgi.status("/" + name, client), False
