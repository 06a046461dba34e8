"""FlaskCaching: the environment has a timeout for each name, with Flask's own prefix."""

from flask import Flask
from flask_caching import Cache

from ttls_proof import TtlApp


def wire(app, redis_url, prefix):
    """The environment comes last, since it may switch the cache off by another CACHE_TYPE."""
    app.config.from_mapping(CACHE_TYPE="RedisCache", CACHE_REDIS_URL=redis_url, CACHE_KEY_PREFIX=prefix)
    app.config.from_prefixed_env()
    cache = Cache(app)

    def kept(name):
        """The TTL "default" is the default timeout of the cache."""
        timeout = None if name == "default" else app.config["CACHE_TTL_" + name.upper()]
        return cache.cached(timeout=timeout)

    return kept


class App(TtlApp):
    def __init__(self, case):
        super().__init__()
        app = Flask(__name__)
        kept = wire(app, case.redis_url, case.prefix)
        prefix = "FLASK_CACHE_TTL_"
        for name in (key.removeprefix(prefix).lower() for key in case.files() if key.startswith(prefix)):
            app.route("/" + name, endpoint=name)(kept(name)(lambda name=name: self.make(name)))
        self.http = app.test_client()

    def ask(self, name):
        return self.http.get("/" + name).text
