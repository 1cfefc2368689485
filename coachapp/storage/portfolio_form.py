"""The form of a portfolio's file."""

from typing import Final

from coachapp.domain.portfolio import Portfolio
from coachapp.storage import rows
from coachapp.storage.form import Form
from coachapp.storage.migrations import APPLICATION_ID, MIGRATIONS
from coachapp.storage.tables import METADATA, OPENED

PORTFOLIO: Final[Form[Portfolio]] = Form(
    APPLICATION_ID, MIGRATIONS, METADATA, OPENED, rows.read, rows.write, rows.clock
)
