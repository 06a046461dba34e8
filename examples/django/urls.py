"""The cache framework and django-ratelimit with what the operator delivers."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import JsonResponse
from django.urls import path
from django_ratelimit.decorators import ratelimit


def limited(name):
    """A decorator for each rate, the shortest window outermost: what it refuses is not charged to the others."""

    def decorate(view):
        for rate in reversed(settings.RATELIMIT_RATES[name]):
            view = ratelimit(group=name, key="ip", rate=rate, block=settings.RATELIMIT_BLOCK)(view)
        return view

    return decorate


@limited("query")
def query(request, name):
    """The result of this name, kept for as long as its TTL says. Without a time it is kept for ever, with 0 not at all."""
    return JsonResponse({"made": cache.get_or_set(name, time.time, settings.CACHE_TIMEOUTS[name])})


def health(request):
    return JsonResponse({})


def handler403(request, exception=None):
    """A refused request is answered with 403, unless this says otherwise."""
    return JsonResponse({}, status=429)


urlpatterns = [path("query/<name>", query), path("health", health)]
