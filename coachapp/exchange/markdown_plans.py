"""What goes into the plan for each reader, in Markdown."""

from coachapp import formats
from coachapp.domain.escaping import line, within
from coachapp.domain.plan_parts import plan_parts
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.reader import Reader
from coachapp.domain.wording import reader_word
from coachapp.exchange import showing
from coachapp.exchange.markdown_blocks import Blocks, fields, heading
from coachapp.i18n import gettext as _


def blocks(portfolio: Portfolio) -> Blocks:
    yield from heading("##", _("Development plan"), portfolio.readers)
    for reader in portfolio.readers:
        yield f"### {line(reader_word(reader.id))}"
        yield from fields(portfolio, "readers", reader, but=("left_out",))
        if out := "; ".join(within(title) for title in _left_out(portfolio, reader)):
            yield f"- {showing.label('readers', 'left_out')}: {out}"


def _left_out(portfolio: Portfolio, reader: Reader) -> list[str]:
    """Parts, and lines of other parts; of what isn't there any more nothing is told."""
    titles: list[str] = []
    for part in plan_parts(portfolio, formats.day):
        if set(part.whole) <= set(reader.left_out):
            titles.append(part.title)
        else:
            out = part.out(reader.left_out)
            titles += [one.title for one in part.lines if one.key in out]
    return titles
