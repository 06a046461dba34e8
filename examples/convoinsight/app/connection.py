"""How this application talks to its Redis, for the cache and for the counters of the limits alike."""

import os

from redis.backoff import NoBackoff
from redis.retry import Retry

TIMEOUT = float(os.environ.get("REDIS_TIMEOUT", "0.5"))

# The defaults of redis-py wait for seconds and retry with pauses, in every request, while a Redis does not answer. One
# retry at once is enough for a connection that a restart of the server has closed.
OPTIONS = {
    "socket_connect_timeout": TIMEOUT,
    "socket_timeout": TIMEOUT,
    "retry": Retry(NoBackoff(), retries=1),
}
