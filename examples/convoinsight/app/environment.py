"""The variables that the pod gets by envFrom. One that is missing or wrong ends the application at its start."""

import os
from typing import NoReturn

NEVER = "never"  # no expiry
DISABLED = "disabled"  # not cached


def text(name: str) -> str:
    """The value as it is; it may be a password, so no message quotes it."""
    value = os.environ.get(name, "")
    if not value:
        raise SystemExit(f"{name} is not set")
    return value


def flag(name: str) -> bool:
    """True or False; bool("false") would be True."""
    return choice(name, "true", "false") == "true"


def choice(name: str, *allowed: str) -> str:
    value = text(name)
    if value not in allowed:
        refuse(name, " or ".join(allowed))
    return value


def whole_number(name: str, at_least: int) -> int:
    try:
        number = int(text(name))
    except ValueError:
        refuse(name, "a whole number")
    if number < at_least:
        refuse(name, f"at least {at_least}")
    return number


def ttl(name: str) -> int | str:
    """Whole seconds, or one of the words for no expiry and for what must not be kept."""
    return os.environ[name] if text(name) in (NEVER, DISABLED) else whole_number(name, at_least=1)


def refuse(name: str, allowed: str) -> NoReturn:
    raise SystemExit(f"{name} is {os.environ[name]!r}, but has to be {allowed}")
