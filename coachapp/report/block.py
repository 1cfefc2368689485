"""What all our parts of a page have in common."""

from typing import Any

from reportlab.platypus import Flowable


class Block(Flowable):
    """As wide as the page; it sets its text when it learns how wide that is."""

    canv: Any  # a PlanCanvas, which knows how to set text and how to tell what it is

    def measured(self, width: float) -> float:
        """The height it takes."""
        raise NotImplementedError

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        self.width, self.height = aW, self.measured(aW)
        return self.width, self.height

    def on_page(self, left: float, right: float, top: float, bottom: float = 0) -> tuple[float, ...]:
        """Left, bottom, right and top of a part of it, from the corner of the page."""
        return (*self.canv.absolutePosition(left, bottom), *self.canv.absolutePosition(right, top))

    def _drawOn(self, canv: Any) -> None:  # noqa: N802 - ReportLab's name
        with canv.tags.decoration():
            flowable: Any = super()
            flowable._drawOn(canv)  # noqa: SLF001
