"""FlaskLimiter: the environment has the limits with Flask's own prefix."""

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from limits_proof import LimitApp


def wire(app, redis_url, prefix):
    """The limiter reads RATELIMIT_ENABLED and RATELIMIT_DEFAULT from the configuration."""
    app.config.from_prefixed_env()
    limiter = Limiter(get_remote_address, app=app, storage_uri=redis_url, storage_options={"key_prefix": prefix})

    def limit(name):
        return limiter.limit(app.config["RATE_LIMIT_" + name.upper()])

    return limiter, limit


class App(LimitApp):
    def __init__(self, case):
        self.app = Flask(__name__)
        self.limiter, limit = wire(self.app, case.redis_url, case.prefix)
        prefix = "FLASK_RATE_LIMIT_"
        for name in (key.removeprefix(prefix).lower() for key in case.files() if key.startswith(prefix)):
            route = self.route(name)
            self.app.route("/" + name, endpoint=name)(route if name == "default" else limit(name)(route))
        self.http = self.app.test_client()

    @staticmethod
    def route(name):
        def answer():
            return "{}"

        answer.__name__ = name
        return answer

    def held(self, name):
        """Asks the manager that the limiter itself asks. A route with a limit of its own has no default."""
        with self.app.test_request_context("/" + name):
            manager = self.limiter.limit_manager
            limits = manager.resolve_limits(self.app, name)[0 if name == "default" else 1]
            return [(limit.limit.amount, limit.limit.get_expiry()) for limit in limits]

    def ask(self, name, client):
        answer = self.http.get("/" + name, environ_overrides={"REMOTE_ADDR": client})
        return answer.status_code, False
