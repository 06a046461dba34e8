"""DjangoRatelimit: the settings have a list of rates for each limit."""

import os
import time

import django
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django_ratelimit import core
from django_ratelimit.decorators import ratelimit

from limits_proof import LimitApp
from store import SLACK

urlpatterns = []


def wire(name, view):
    """Each rate is a decorator. The outermost has the shortest window: what it refuses is not counted by the others."""
    for rate in reversed(settings.RATELIMIT_RATES[name]):
        view = ratelimit(group=name, key="ip", rate=rate, block=settings.RATELIMIT_BLOCK)(view)
    return view


def handler403(request, exception=None):
    """A refused request is answered with 403, unless this says otherwise."""
    return HttpResponse(status=429)


def answer(request):
    """In mode Shadow the view hears of what would be refused."""
    return HttpResponse("{}", headers={"X-Over": str(request.limited)})


class App(LimitApp):
    longer = core.EXPIRATION_FUDGE
    shadows = True

    def __init__(self, case):
        os.environ["DJANGO_SETTINGS_MODULE"] = "apps.django_ratelimit_settings"
        django.setup()
        urlpatterns.extend(path(name, wire(name, answer)) for name in settings.RATELIMIT_RATES)
        self.http = Client()

    def client(self, number, rates):
        """Takes an address whose windows do not end soon, since each address has windows of its own."""
        for last in range(1, 255):
            address = f"10.0.{number}.{last}"
            ends = [core._get_window(address, seconds) - time.time() for _, seconds in rates]
            if min(ends) > SLACK:
                return address
        raise LookupError("every window ends soon")

    def held(self, name):
        return [core._split_rate(rate) for rate in settings.RATELIMIT_RATES[name]]

    def ask(self, name, client):
        response = self.http.get("/" + name, REMOTE_ADDR=client)
        return response.status_code, response.headers.get("X-Over") == "True"
