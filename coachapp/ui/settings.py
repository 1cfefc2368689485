"""What this computer remembers of the person's choices; never anything of a portfolio."""

from typing import Any, Final, NamedTuple

from PySide6.QtCore import QLocale, QSettings

from coachapp import i18n, paths

TEXT_PERCENTS: Final = (80, 90, 100, 110, 125, 150, 175, 200)
ACROSS_A_TABLE: Final = 150  # per cent
BACKUP_MEGABYTES: Final = (200, 500, 1000, 5000)
IDLE_MINUTES: Final = (5, 10, 30, 0)
THEMES: Final = ("", "light", "dark")
_YES: Final = ("true", "1")


class Settings(NamedTuple):
    """`language` and `theme` are "" to follow the system; `text_percent` is 80 to 200.

    `paper`: the name of its size, "" for what is usual here.
    `recent`: paths of portfolios, the last first; `coach_book`: the path of the last one. `window`: where the
    window was, as Qt writes it.
    `backup_folder` is "" for the usual one. `idle_minutes` without a touch lock the screen; 0 is never.
    """

    language: str = ""
    theme: str = ""
    text_percent: int = 100
    reduced_motion: bool = False
    show_hours: bool = False
    remember_recent: bool = True
    recent: tuple[str, ...] = ()
    coach_book: str = ""
    window: str = ""
    idle_minutes: int = 10
    backup_folder: str = ""
    backup_megabytes: int = 1000
    tour_seen: bool = False
    paper: str = ""

    @property
    def spoken(self) -> str:
        """The language of the screen: the chosen one, else the system's when we speak it, else English."""
        system = QLocale.system().name()[:2]
        return self.language or (system if system in i18n.LANGUAGES else "en")


def read() -> Settings:
    """What was remembered; whatever can't be read is as at the first start."""
    kept = _store()
    usual = Settings()._asdict()
    given = {name: _value(kept.value(name), usual[name]) for name in usual if kept.contains(name)}
    return _sound(Settings(**given))


def write(settings: Settings) -> None:
    """Remember; a computer where that isn't possible forgets, without a word."""
    paths.data_dir().mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = _store()
    for name, value in settings._asdict().items():
        kept.setValue(name, list(value) if isinstance(value, tuple) else value)
    kept.sync()


def _store() -> QSettings:
    return QSettings(str(paths.data_dir() / "settings.ini"), QSettings.Format.IniFormat)


def _value(written: Any, default: Any) -> Any:
    """A text of the file as a value of the default's type; the default when it is none."""
    if isinstance(default, bool):
        return str(written).lower() in _YES
    if isinstance(default, int):
        return int(written) if str(written).isdecimal() else default
    if isinstance(default, tuple):
        return tuple(str(one) for one in (written if isinstance(written, list) else [written]) if one)
    return written if isinstance(written, str) else default


def _sound(settings: Settings) -> Settings:
    """The same with every choice among those there are."""
    least, most = TEXT_PERCENTS[0], TEXT_PERCENTS[-1]
    return settings._replace(
        language=settings.language if settings.language in i18n.LANGUAGES else "",
        idle_minutes=settings.idle_minutes if settings.idle_minutes in IDLE_MINUTES else 10,
        theme=settings.theme if settings.theme in THEMES else "",
        backup_megabytes=room if (room := settings.backup_megabytes) in BACKUP_MEGABYTES else 1000,
        text_percent=min(max(settings.text_percent, least), most),
    )
