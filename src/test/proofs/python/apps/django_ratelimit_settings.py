"""The settings module: the delivered file is mounted on the Python path."""

from limits_settings import *  # noqa: F403

from apps.django_base import *  # noqa: F403

ROOT_URLCONF = "apps.django_ratelimit_app"
