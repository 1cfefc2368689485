"""Framework packs: folders of TOML files that say what a board is made of."""

from coachapp.packs.faults import BadPack, Fault
from coachapp.packs.loader import default_framework, load

__all__ = ["BadPack", "Fault", "default_framework", "load"]
