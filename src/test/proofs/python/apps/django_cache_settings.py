"""The settings module: the delivered file is mounted on the Python path."""

from cache_settings import *  # noqa: F403

from apps.django_base import *  # noqa: F403

ROOT_URLCONF = "apps.django_cache_app"
CACHES["default"]["TIMEOUT"] = CACHE_TIMEOUTS.get("default", 300)  # noqa: F405
