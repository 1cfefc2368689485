"""The way in: a command for the command line, or else the window."""

import gc
import os
import sys

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


def main() -> int:
    _leave_no_memory_behind()
    _let_others_use_their_own_libraries()
    argv = sys.argv[1:]
    if argv[:1] == ["pdf-page"]:
        from coachapp.cli import pdf_page  # noqa: PLC0415 - the window asks for it

        return pdf_page.main(argv[1:])
    if argv or not _has_screen():
        from coachapp import cli  # noqa: PLC0415 - the window doesn't need it

        if cli.is_asked(argv):
            return cli.main(argv)
        if argv[:1] != ["demo"] and not _has_screen():
            return cli.without_screen()
    gc.disable()  # collecting while modules load is a tenth of the start; the app enables it again
    from coachapp import app  # noqa: PLC0415 - the command line works without Qt

    return app.main(argv)


def _has_screen() -> bool:
    """Without one Qt would end the program by force."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in _SCREENS)


def _leave_no_memory_behind() -> None:
    """A crash must not write an open portfolio to disk as a core dump."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _let_others_use_their_own_libraries() -> None:
    """The frozen program is started so that ours come first; what it opens would get them too."""
    if getattr(sys, "frozen", False) and sys.platform == "linux":
        os.environ.pop("LD_LIBRARY_PATH", None)
        if own := os.environ.pop("LD_LIBRARY_PATH_ORIG", None):
            os.environ["LD_LIBRARY_PATH"] = own


if __name__ == "__main__":
    sys.exit(main())
