"""DjangoRestFramework: the settings have a rate for each scope."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "apps.rest_framework_settings"

import django  # noqa: E402

django.setup()

from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.settings import api_settings  # noqa: E402
from rest_framework.throttling import BaseThrottle, UserRateThrottle  # noqa: E402
from rest_framework.views import APIView  # noqa: E402

from limits_proof import LimitApp  # noqa: E402

urlpatterns = []


def throttle(name):
    """Each rate of a limit is a scope. The first has the limit's name, the others have their unit too."""
    scopes = [name, *(f"{name}/{unit}" for unit in ("minute", "hour", "day"))]
    known = [scope for scope in scopes if scope in api_settings.DEFAULT_THROTTLE_RATES]

    class Throttle(BaseThrottle):
        """A request that one rate refuses is not counted by the next. Several throttle_classes would count it."""

        rates = [type(scope, (UserRateThrottle,), {"scope": scope}) for scope in known]

        def allow_request(self, request, view):
            for rate in (made() for made in self.rates):
                self.wait = rate.wait
                if not rate.allow_request(request, view):
                    return False
            return True

    return Throttle


class App(LimitApp):
    def __init__(self, case):
        urlpatterns.extend(path(name, self.view(name)) for name in api_settings.DEFAULT_THROTTLE_RATES)
        self.http = Client()

    @staticmethod
    def view(name):
        class View(APIView):
            throttle_classes = [throttle(name)]

            def get(self, request):
                return Response({})

        return View.as_view()

    def held(self, name):
        return [(rate.num_requests, rate.duration) for rate in (made() for made in throttle(name).rates)]

    def ask(self, name, client):
        return self.http.get("/" + name, REMOTE_ADDR=client).status_code, False
