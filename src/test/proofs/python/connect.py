"""Connects to the Redis behind each folder, in which the Secret of a profile is mounted.

Usage: [REDIS_URL=...] python connect.py <folder>...
"""

import os
import sys
from pathlib import Path

import redis

FILES = {"ssl_ca_certs": "ca.crt", "ssl_certfile": "tls.crt", "ssl_keyfile": "tls.key"}


def connect(url, folder):
    tls = {option: str(folder / file) for option, file in FILES.items() if (folder / file).exists()}
    return redis.Redis.from_url(url, **tls)


def connect_cluster(url, folder):
    tls = {option: str(folder / file) for option, file in FILES.items() if (folder / file).exists()}
    return redis.RedisCluster.from_url(url, **tls)


def check(folder):
    url = os.environ.get("REDIS_URL") or (folder / "url").read_text()
    # A cluster has no databases.
    client = (connect if (folder / "database").exists() else connect_cluster)(url, folder)
    client.ping()
    client.set("proof", "python", ex=60)
    return client.get("proof").decode()


def main():
    print("version redis-py", redis.__version__)
    for folder in map(Path, sys.argv[1:]):
        try:
            print("ok" if check(folder) == "python" else "WRONG", folder.name)
        except Exception as error:
            print("WRONG", folder.name, type(error).__name__, str(error).replace("\n", " "))


main()
