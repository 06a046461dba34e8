"""Results that are kept in Redis for as long as the CacheProfile says."""

import json
import logging
from collections.abc import Callable
from typing import Any

from redis import Redis, RedisError

import connection
import environment

log = logging.getLogger("uvicorn.error")


class Cache:
    """What is kept under one name of the profile's ttls. Without Redis each result is computed anew."""

    def __init__(self, name: str):
        self._name = name
        self._redis = Redis.from_url(environment.text("REDIS_URL"), **connection.OPTIONS)
        self._ttl = environment.ttl(f"CACHE_TTL_{name.upper()}")
        self._on = environment.flag("CACHE_ENABLED") and self._ttl != environment.DISABLED

    def get(self, key: str, compute: Callable[[], Any]) -> tuple[Any, str]:
        """The result, and where it is from: hit, miss (computed and kept) or bypass (computed, not kept)."""
        if not self._on:
            return compute(), "bypass"
        key = f"{self._name}:{key}"
        try:
            kept = self._redis.get(key)
        except RedisError as down:
            log.warning("cache of %s not reached: %s", self._name, down)
            return compute(), "bypass"
        return (json.loads(kept), "hit") if kept else self._keep(key, compute())

    def _keep(self, key: str, result: Any) -> tuple[Any, str]:
        try:
            # Without EX an entry has no expiry.
            self._redis.set(key, json.dumps(result), ex=None if self._ttl == environment.NEVER else self._ttl)
            return result, "miss"
        except RedisError as refused:
            log.warning("result of %s not kept: %s", self._name, refused)
            return result, "bypass"
