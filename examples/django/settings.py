"""Django's settings with what the operator delivers: both modules are mounted on the Python path."""

import os

from cache_settings import *  # noqa: F403
from limits_settings import *  # noqa: F403

ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "urls"
SECRET_KEY = os.environ.get("SECRET_KEY", "only-for-the-example")
# django-ratelimit counts in this cache.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": os.environ["REDIS_URL"],
    }
}
SILENCED_SYSTEM_CHECKS = ["django_ratelimit.E003", "django_ratelimit.W001"]
