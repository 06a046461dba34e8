"""The settings behind the delivered files, and the reading of these files."""

from dataclasses import dataclass
from pathlib import Path

MINUTE, HOUR, DAY = 60, 3600, 86400
NEVER, DISABLED = "Never", "Disabled"

PLAIN = {"default": [(120, HOUR)], "query": [(20, MINUTE)]}
LIMITS = {
    "plain": PLAIN,
    "several": {"default": [(120, HOUR)], "query": [(20, MINUTE), (300, HOUR)], "upload_file": [(50, DAY)]},
    "multiples": {"default": [(120, HOUR)], "query": [(5, 2 * MINUTE)]},
    "tight": {"query": [(20, MINUTE), (10, HOUR)]},
    "long": {"query": [(20, 30 * DAY)]},
    "shadow": PLAIN,
    "disabled": PLAIN,
}

TIMES = {"default": HOUR, "users_list": HOUR + 30 * MINUTE, "page": MINUTE}
TTLS = {
    "plain": TIMES,
    "never": {"users_list": 5 * MINUTE, "models": NEVER},
    "disabled": {"users_list": 5 * MINUTE, "secrets": DISABLED},
    "off": dict.fromkeys(TIMES, DISABLED),
}


@dataclass(frozen=True)
class Case:
    """One case of one preset. Its prefix belongs to this run alone."""

    preset: str
    name: str
    folder: Path
    redis_url: str
    prefix: str

    def report(self):
        return (self.folder / "REPORT").read_text()

    def files(self):
        """Returns the delivered texts by their key."""
        return {
            path.name: path.read_text()
            for path in sorted(self.folder.iterdir())
            if path.is_file() and path.name != "REPORT"
        }


class Wrong(Exception):
    """The library holds or does something else than the settings mean."""


def expect(what, expected, got):
    if expected != got:
        raise Wrong(f"expected {what} {expected}, got {got}")
