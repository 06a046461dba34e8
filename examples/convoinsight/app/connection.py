"""How this application talks to its Redis, for the cache and for the counters of the limits alike."""

from redis.backoff import NoBackoff
from redis.retry import Retry

# The defaults of redis-py wait for seconds and retry with pauses, in every request, while a Redis does not answer. One
# retry at once is enough for a connection that a restart of the server has closed.
OPTIONS = {
    "socket_connect_timeout": 0.5,
    "socket_timeout": 0.5,
    "retry": Retry(NoBackoff(), retries=1),
}
