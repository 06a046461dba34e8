"""Django: the settings have a timeout for each name."""

import os

import django
from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.cache import cache_page

from ttls_proof import TtlApp

urlpatterns = []


def kept(name, make):
    """The TTL "default" is the TIMEOUT of the cache, so no timeout is given for it."""
    if name == "default":
        return cache.get_or_set(name, make)
    return cache.get_or_set(name, make, settings.CACHE_TIMEOUTS[name])


def kept_page(name, view):
    """None would be CACHE_MIDDLEWARE_SECONDS here, so this is for pages that expire."""
    return cache_page(settings.CACHE_TIMEOUTS[name])(view)


class App(TtlApp):
    def __init__(self, case):
        super().__init__()
        os.environ["DJANGO_SETTINGS_MODULE"] = "apps.django_cache_settings"
        django.setup()
        if "page" in settings.CACHE_TIMEOUTS:
            urlpatterns.append(path("page", kept_page("page", lambda request: HttpResponse(self.make("page")))))
        self.http = Client()

    def ask(self, name):
        if name == "page":
            return self.http.get("/page").content.decode()
        return kept(name, lambda: self.make(name))
