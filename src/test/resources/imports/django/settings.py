"""Settings of a shop."""
import os
from datetime import timedelta

HOUR = 60 * 60
REDIS_PASSWORD = os.environ["REDIS_PASSWORD"]
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": os.getenv("REDIS_URL", "redis://:s3cr3t-word@redis:6379/2"),
        "TIMEOUT": 6 * HOUR,
        "OPTIONS": {"CLIENT_CLASS": "x", "MAX": 10},
    },
    "pages": {"BACKEND": "b", "LOCATION": f"redis://{HOST}/0", "TIMEOUT": None},
}
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_RATES": {"anon": "100/day", "user": "10/m"},
    "PAGE_SIZE": 20,
}
CACHE_TTL_SEARCH: int = int(os.getenv("SEARCH_TTL", "900"))
CACHE_TTL = {
    "a": timedelta(minutes=1, seconds=30),
    "b": compute(),
    "mode": 60 if DEBUG else 5,
    **MORE,
}
limiter = Limiter(key_func=get_remote_address, default_limits=["200/day", "50/hour"])


@limiter.limit("5/minute")
def login(request):
    ttl = 5
