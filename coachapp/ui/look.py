"""The look of the whole program: our palette, typeface and small style sheet on Qt's Fusion style."""

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from coachapp import i18n
from coachapp.ui import fonts, sheet, theme
from coachapp.ui.settings import Settings
from coachapp.ui.theme import Theme

_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "cell",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
}
_WORDS = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Look(QObject):
    """Dresses the application, and again when the system turns dark or light or asks for high contrast."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self.worn = settings
        self._system_font = app.font()
        self._qt_words = QTranslator(self)
        self._hints = app.styleHints()  # Qt drops its signals without this reference
        fonts.load()
        self._system_palette = app.palette()
        self.wear(settings)
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def wear(self, settings: Settings) -> None:
        """Dress everything as these settings say; windows make their content anew after it."""
        self.worn = settings
        self._speak(settings.spoken)
        self._app.setFont(fonts.sized(self._system_font, settings.text_percent))
        strong = self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        self._app.setProperty("strong", strong)
        worn = theme.DARK if self._is_dark(settings.theme) else theme.LIGHT
        self._app.setPalette(self._system_palette if strong else palette(worn))
        self._app.setStyleSheet(sheet.sheet(theme.current()))

    def _is_dark(self, chosen: str) -> bool:
        return chosen == "dark" or (not chosen and self._hints.colorScheme() == Qt.ColorScheme.Dark)

    def _on_system_changed(self) -> None:
        self._system_palette = QStyleFactory.create("Fusion").standardPalette()
        self.wear(self.worn)

    def _speak(self, language: str) -> None:
        i18n.use(language)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._app.removeTranslator(self._qt_words)
        if self._qt_words.load(f"qtbase_{language}", folder):
            self._app.installTranslator(self._qt_words)


def palette(worn: Theme) -> QPalette:
    """The theme's colours for Qt's own widgets."""
    made = QPalette(QColor(worn.card), QColor(worn.paper))
    for role, token in _ROLES.items():
        made.setColor(role, QColor(getattr(worn, token)))
    for role in _WORDS:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(worn.muted))
    return made
