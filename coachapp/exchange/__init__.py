"""Lists of activities from elsewhere: read, understood, shown in a preview, and taken over."""

from coachapp.exchange.preview import Preview, activities, understand
from coachapp.exchange.reading import read
from coachapp.exchange.roles import Role
from coachapp.exchange.rows import Reason

__all__ = ["Preview", "Reason", "Role", "activities", "read", "understand"]
