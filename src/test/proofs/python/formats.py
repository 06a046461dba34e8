"""Reads the delivered files of each format with the readers of its world, and compares what they hold.

Usage: python formats.py <folder of the formats>
"""

import json
import runpy
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

sys.dont_write_bytecode = True

import decouple  # noqa: E402
import environ  # noqa: E402
import yaml  # noqa: E402
from dotenv import dotenv_values  # noqa: E402
from environs import Env  # noqa: E402

TTLS = {"models": "never", "page": 60, "secrets": "disabled", "users_list": 5400}
LIMITS = {"query": "20/minute; 300/hour", "upload": "5 per 2 minutes"}
TREES = {
    "ttls": {"cache": {"enabled": True, "ttl": TTLS}},
    "limits": {"rate_limit": {"enabled": True, "mode": "Enforce", "limits": LIMITS}},
}
VARIABLES = {
    "ttls": {"CACHE_ENABLED": True} | {f"CACHE_TTL_{name.upper()}": value for name, value in TTLS.items()},
    "limits": {"RATE_LIMIT_ENABLED": True, "RATE_LIMIT_MODE": "Enforce"}
    | {f"RATE_LIMIT_{name.upper()}": value for name, value in LIMITS.items()},
}


def shell(program, file):
    """Returns what a shell exports after it has sourced the file."""
    said = subprocess.run(
        [program, "-c", 'set -a; . "$1"; env', program, str(file)], env={}, capture_output=True, text=True, check=True
    )
    return prefixed(dict(line.split("=", 1) for line in said.stdout.splitlines()))


def node(file):
    script = "console.log(JSON.stringify(process.env))"
    said = subprocess.run(
        [shutil.which("node"), f"--env-file={file}", "-e", script], env={}, capture_output=True, text=True, check=True
    )
    return prefixed(json.loads(said.stdout))


def with_environs(file):
    env = Env()
    env.read_env(str(file), recurse=False)
    return {name: env.str(name) for name in dotenv_values(file)}


def with_django_environ(file):
    environ.Env.ENVIRON = {}
    environ.Env.read_env(str(file))
    return dict(environ.Env.ENVIRON)


def prefixed(variables):
    return {name: value for name, value in variables.items() if name.startswith(("CACHE_", "RATE_LIMIT_"))}


def properties(file):
    return dict(line.split("=", 1) for line in file.read_text().splitlines())


def flat(tree, path=""):
    """Returns the names and texts of a properties file."""
    if not isinstance(tree, dict):
        return {path: text(tree)}
    return {name: value for key in tree for name, value in flat(tree[key], f"{path}.{key}" if path else key).items()}


def text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


READERS = {
    "Json": [("json", lambda file: json.loads(file.read_text()))],
    "Toml": [("tomllib", lambda file: tomllib.loads(file.read_text()))],
    "Yaml": [("PyYAML", lambda file: yaml.safe_load(file.read_text()))],
    "Python": [("import", lambda file: prefixed(runpy.run_path(str(file))))],
    "Properties": [("lines", properties)],
    "DotEnv": [
        ("bash", lambda file: shell(shutil.which("bash"), file)),
        ("sh", lambda file: shell("/bin/sh", file)),
        ("node --env-file", node),
        ("python-dotenv", lambda file: dict(dotenv_values(file))),
        ("environs", with_environs),
        ("django-environ", with_django_environ),
        ("python-decouple", lambda file: dict(decouple.RepositoryEnv(str(file)).data)),
    ],
}


def expected(form, case):
    if form == "DotEnv":
        return {name: text(value) for name, value in VARIABLES[case].items()}
    if form == "Properties":
        return flat(TREES[case])
    return VARIABLES[case] if form == "Python" else TREES[case]


def main():
    wrong = False
    for form, readers in READERS.items():
        for case in ("ttls", "limits"):
            (file,) = (Path(sys.argv[1]) / form / case).iterdir()
            for reader, read in readers:
                got = read(file)
                right = got == expected(form, case)
                wrong = wrong or not right
                print(f"ok {form}/{case}: {reader}" if right else f"WRONG {form}/{case}: {reader} holds {got}")
    for library in ("python-dotenv", "environs", "django-environ", "python-decouple", "PyYAML"):
        print(f"version formats {library} {version(library)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
