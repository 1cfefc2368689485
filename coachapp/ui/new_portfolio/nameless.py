"""A portfolio of nobody in particular, for a guest or to look at the board."""

from coachapp import i18n
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.packs import default_framework


def portfolio() -> Portfolio:
    return Portfolio(id=new_id(), owner=_("Guest"), framework=default_framework(), language=i18n.language())
