"""Flask-Caching and Flask-Limiter with what the operator delivers."""

import os
import time

from flask import Flask
from flask_caching import Cache
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

app = Flask(__name__)
app.config.update(
    CACHE_TYPE="RedisCache",
    CACHE_REDIS_URL=os.environ["REDIS_URL"],
    # Without it Flask-Limiter counts in the memory of each process, and says nothing.
    RATELIMIT_STORAGE_URI=os.environ["RATE_LIMIT_STORAGE_URI"],
)
# After the lines above, since enabled: false of the profile delivers another CACHE_TYPE.
app.config.from_prefixed_env()
cache = Cache(app)
limiter = Limiter(get_remote_address, app=app)


@app.get("/query")
@limiter.limit(app.config["RATE_LIMIT_QUERY"])
@cache.cached(timeout=app.config["CACHE_TTL_PAGE"])
def query():
    return {"made": time.time()}


@app.get("/health")
@limiter.exempt
def health():
    return {}
