"""PydanticSettings: the environment has a map of all names, which a settings class checks at the start."""

from typing import Literal

import redis
from pydantic_settings import BaseSettings

from ttls_proof import TtlApp


class Settings(BaseSettings):
    cache_enabled: bool
    cache_ttl: dict[str, int | None | Literal["disabled"]]


def kept(settings, client, key, name, make):
    """None is no expiry to the client of Redis, and the word is no number, so it comes first."""
    ttl = settings.cache_ttl[name]
    if not settings.cache_enabled or ttl == "disabled":
        return make()
    value = client.get(key)
    if value is None:
        value = make()
        client.set(key, value, ex=ttl)
    return value


class App(TtlApp):
    def __init__(self, case):
        super().__init__()
        self.settings = Settings()
        self.prefix = case.prefix
        self.client = redis.Redis.from_url(case.redis_url, decode_responses=True)

    def ask(self, name):
        return kept(self.settings, self.client, self.prefix + name, name, lambda: self.make(name))
