"""The settings that each of the Django applications has besides the delivered ones."""

import os

ALLOWED_HOSTS = ["testserver"]
SECRET_KEY = "proof"
USE_TZ = True
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": os.environ["REDIS_URL"],
        "KEY_PREFIX": os.environ["CASE_PREFIX"],
    }
}
