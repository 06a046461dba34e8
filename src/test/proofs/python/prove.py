"""Hands the delivered files of the Python presets to the libraries that read them.

Usage: REDIS_URL=redis://... python prove.py <folder of the presets>
"""

import importlib
import logging
import multiprocessing
import os
import sys
import uuid
from importlib.metadata import version
from pathlib import Path

sys.dont_write_bytecode = True

from cases import LIMITS, TTLS, Case, Wrong  # noqa: E402

# The modules are loaded in the child of each case, since settings are read once in a process.
PRESETS = {
    "Slowapi": ("limits_proof", "apps.slowapi_app", ["slowapi", "limits"]),
    "FlaskLimiter": ("limits_proof", "apps.flask_limiter_app", ["Flask-Limiter", "limits", "Flask"]),
    "DjangoRatelimit": ("limits_proof", "apps.django_ratelimit_app", ["django-ratelimit", "Django"]),
    "DjangoRestFramework": ("limits_proof", "apps.rest_framework_app", ["djangorestframework", "Django"]),
    "FastapiLimiter": ("limits_proof", "apps.fastapi_limiter_app", ["fastapi-limiter", "pyrate-limiter"]),
    "Django": ("ttls_proof", "apps.django_cache_app", ["Django", "redis"]),
    "FlaskCaching": ("ttls_proof", "apps.flask_caching_app", ["Flask-Caching", "Flask"]),
    "PydanticSettings": ("ttls_proof", "apps.pydantic_settings_app", ["pydantic-settings", "pydantic", "redis"]),
    "Cashews": ("ttls_proof", "apps.cashews_app", ["cashews", "redis"]),
}


def cases(root, redis_url):
    """Yields the cases in the folder, and those that have a check but no folder."""
    run = "proof" + uuid.uuid4().hex[:12]
    for preset, (proof, _, _) in PRESETS.items():
        there = {folder.name for folder in (root / preset).glob("*") if folder.is_dir()}
        for name in sorted(there | set(LIMITS if proof == "limits_proof" else TTLS)):
            prefix = f"{run}:{preset}:{name}:"
            yield Case(preset, name, root / preset / name, redis_url, prefix)


def check(case):
    """Returns what was seen in this case, a text for each check."""
    proof, app, _ = PRESETS[case.preset]
    known = LIMITS if proof == "limits_proof" else TTLS
    if not case.folder.is_dir():
        raise Wrong("expected a folder, got none")
    if case.name not in known:
        raise Wrong("expected a check for this case, got none")
    if case.report().startswith("refused: "):
        if case.files():
            raise Wrong(f"expected no file, since it is refused, got {sorted(case.files())}")
        return ["it is refused, and no file is there"]
    prepare(case)
    return importlib.import_module(proof).prove(case, known[case.name], importlib.import_module(app).App)


def prepare(case):
    """Gives this process the environment of a container that has the delivered files."""
    logging.disable(logging.CRITICAL)
    sys.path.insert(0, str(case.folder))
    os.environ["CASE_PREFIX"] = case.prefix
    if not any("." in key for key in case.files()):
        os.environ.update(case.files())


def lines(case):
    label = f"{case.preset}/{case.name}"
    try:
        return [f"ok {label}: {seen}" for seen in check(case)]
    except Wrong as wrong:
        return [f"WRONG {label}: {wrong}"]
    except Exception as error:
        return [f"WRONG {label}: expected no error, got {type(error).__name__}: {error}".replace("\n", " ")]


def main():
    wrong = False
    todo = list(cases(Path(sys.argv[1]).resolve(), os.environ["REDIS_URL"]))
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        for seen in pool.imap(lines, todo, chunksize=1):
            print("\n".join(seen), flush=True)
            wrong = wrong or any(line.startswith("WRONG") for line in seen)
    for preset, (_, _, libraries) in PRESETS.items():
        for library in libraries:
            print(f"version {preset} {library} {version(library)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
