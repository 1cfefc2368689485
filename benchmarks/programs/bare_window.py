"""The floor of every start: a window of Qt with nothing in it. Prints the milliseconds to its first paint."""

import json
import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

SPAWNED = float(os.environ["SPAWNED"])


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        print(json.dumps({"painted": (time.monotonic() - SPAWNED) * 1000}), flush=True)
        os._exit(0)


app = QApplication(sys.argv)
window = Window()
window.resize(900, 600)
window.setCentralWidget(QLabel("Hello"))
window.show()
app.exec()
