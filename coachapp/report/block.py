"""What all our parts of a page have in common."""

from typing import Any

from reportlab.platypus import Flowable


class Block(Flowable):
    """As wide as the page; it sets its text when it learns how wide that is."""

    canv: Any  # a PlanCanvas, which knows how to set text

    def measured(self, width: float) -> float:
        """The height it takes."""
        raise NotImplementedError

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        self.width, self.height = aW, self.measured(aW)
        return self.width, self.height
