"""Text with marks above and below its letters, after which other text stands on its line again."""

from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.textobject import PDFTextObject


class TextObject(PDFTextObject):
    """ReportLab forgets a rise that follows right upon another, so that all the rest of a page goes up."""

    def setRise(self, rise: float) -> None:  # noqa: N802 - ReportLab's name
        code: Any = vars(self)["_code"]
        self._rise = rise
        code.append(f"{fp_str(rise)} Ts")
