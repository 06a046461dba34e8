"""The settings module: the delivered file is mounted on the Python path."""

from limits_settings import THROTTLE_RATES

from apps.django_base import *  # noqa: F403

ROOT_URLCONF = "apps.rest_framework_app"
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_RATES": THROTTLE_RATES,
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
