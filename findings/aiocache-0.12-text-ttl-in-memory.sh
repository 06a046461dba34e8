#!/usr/bin/env bash
# aiocache 0.12.3 and a TTL that is still text ("1", as it comes from the environment), needs bash and Python 3.11 with pip.
#
# Expected (found by the way, so this was written after the first run): with Redis a TTL of "1" is one second, so it is in memory too; or it is refused and nothing is kept.
# Seen: the memory back end stores the value first and starts its timer afterwards. loop.call_later("1") raises a TypeError, and the
# value stays without a timer, for ever. set() shows the error, and get() gives the value all the same; an older value with a
# right TTL is replaced by one without. @cached(ttl="1") logs "Couldn't set" and goes on answering from the cache it could not set.
# What it means for this project: an error at the call does not mean that nothing is kept. delivery.md says where to
# convert: before the library sees the value, where the word disabled stops the application.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check aiocache==0.12.3
"$tmp/venv/bin/python" - <<'X'
import asyncio
import logging

from aiocache import SimpleMemoryCache, cached

logged = []
handler = logging.Handler()
handler.emit = lambda record: logged.append(record.getMessage())
logging.getLogger("aiocache").addHandler(handler)
calls = {"number": 0, "text": 0}


@cached(ttl=1)
async def number():
    calls["number"] += 1


@cached(ttl="1")
async def text():
    calls["text"] += 1
    return "a value"


async def main():
    await number(), await text()
    cache = SimpleMemoryCache()
    await cache.set("replaced", "old", ttl=1)
    errors = {}
    for key in ("new", "replaced"):
        try:
            await cache.set(key, "x", ttl="1")
        except TypeError as error:
            errors[key] = str(error)
    await asyncio.sleep(2.5)
    await number(), await text()
    found = {key: await cache.get(key) for key in errors}
    print("set(ttl='1') raised:", errors)
    print("2.5 seconds later get() gives:", found)
    print("calls of the decorated functions, 2.5 seconds apart:", calls)
    print("logged:", logged)
    assert len(errors) == 2, "set() takes the text now"
    assert found == {"new": "x", "replaced": "x"}, "nothing is kept after the error now"
    assert calls == {"number": 2, "text": 1}, "the decorator does otherwise now"


asyncio.run(main())
print("as seen")
X
