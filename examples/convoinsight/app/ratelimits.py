"""The limits of the RateLimitPolicy, counted in Redis by slowapi.

If Redis fails, each process counts by itself until it is back: callers are limited on, and no route fails.
"""

import os

from limits import parse_many
from slowapi import Limiter
from slowapi.errors import RateLimitExceeded
from slowapi.util import get_remote_address

import connection
import environment


class RateLimits(Limiter):
    """slowapi's limiter, set up by the delivered variables alone, with the mode Shadow that it lacks."""

    def __init__(self):
        self._shadow = environment.choice("RATE_LIMIT_MODE", "Enforce", "Shadow", "Disabled") == "Shadow"
        super().__init__(
            key_func=get_remote_address,
            enabled=environment.flag("RATE_LIMIT_ENABLED"),
            headers_enabled=True,
            storage_uri=environment.text("RATE_LIMIT_STORAGE_URI"),
            storage_options=dict(connection.OPTIONS),
            in_memory_fallback_enabled=True,
            # Of headers that could not be written; what goes wrong while counting has the fallback.
            swallow_errors=True,
        )

    def named(self, name: str):
        """Limits a route by RATE_LIMIT_<NAME>, or by RATE_LIMIT_DEFAULT where the policy has no such name.

        Routes of one name share a counter. They have to be plain functions: slowapi waits for Redis, and FastAPI runs those
        outside of the event loop.
        """
        variable = f"RATE_LIMIT_{name.upper()}"
        if variable not in os.environ:
            variable = "RATE_LIMIT_DEFAULT"
        rates = environment.text(variable)
        try:
            parse_many(rates)
        except ValueError:
            # slowapi itself would log this and leave the route without a limit.
            environment.refuse(variable, "rates such as 20/minute;300/hour")
        return self.shared_limit(rates, scope=name)

    def get_app_config(self, key, default_value=None):
        """Nothing comes from RATELIMIT_* variables or a .env file, where "false" would be true."""
        return default_value

    def _check_request_limit(self, *args, **kwargs):
        try:
            super()._check_request_limit(*args, **kwargs)
        except RateLimitExceeded:
            # slowapi has counted and logged it.
            if not self._shadow:
                raise
