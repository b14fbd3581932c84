"""Say in one sentence what this machine lacks, before anything fails with a traceback.

`python`: is this Python new enough, and can it make a virtual environment. `qt`: are the system
libraries there that Qt loads. `window`: those, the ones of a window on a screen, and the screen.
`bundle`: is there what PyInstaller needs beside Python.
Exit status 0: nothing is missing; 1: something is, and the sentence said it; 2: only the display is
missing. The Makefile runs this with whatever Python it finds, so the syntax is kept old.
"""

import ctypes
import os
import shutil
import sys
import sysconfig

# What Qt links to and no wheel carries: the library's name, and the Debian or Ubuntu package.
QT_LIBRARIES = {
    "libX11.so.6": "libx11-6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}

OLDEST_PYTHON = (3, 11)


def name_missing(libraries):
    # type: (dict[str, str]) -> list[str]
    """Return the packages of those libraries that the system's loader does not find."""
    missing = []
    for library, package in sorted(libraries.items()):
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def check_python():
    # type: () -> int
    """Complain about a Python that is too old, or that cannot make a virtual environment."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(str(part) for part in OLDEST_PYTHON)
        have = ".".join(str(part) for part in sys.version_info[:2])
        say(
            "Zhylnama needs Python " + wanted + " or newer and this is Python " + have + ". "
            "Where a newer one is installed, name it: make PYTHON=python" + wanted + " run"
        )
        return 1
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        say(
            "Python's virtual environments are missing on this machine. Install them with: "
            "sudo apt install python3-venv"
        )
        return 1
    return 0


def check_libraries(libraries):
    # type: (dict[str, str]) -> int
    """Name the packages of all missing libraries in one command."""
    missing = name_missing(libraries) if sys.platform.startswith("linux") else []
    if missing:
        say(
            "Qt, which draws the window, needs system libraries that are missing here. "
            "Install them with: sudo apt install " + " ".join(missing)
        )
        return 1
    return 0


def check_window():
    # type: () -> int
    """Check the screen first: where there is none, the libraries of a screen do not matter.

    Qt takes Wayland or X11, whichever it can load, so one complete set of libraries is enough.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return check_libraries(QT_LIBRARIES)
    screens = []
    if os.environ.get("WAYLAND_DISPLAY"):
        screens.append(WAYLAND_LIBRARIES)
    if os.environ.get("DISPLAY"):
        screens.append(X11_LIBRARIES)
    if not screens:
        say(
            "Everything is ready, but there is no display to open the window on: "
            "use the shell commands (.venv/bin/zhylnama search -- Mamay, "
            ".venv/bin/zhylnama --help), or a virtual display (xvfb-run make run)."
        )
        return 2
    usable = [screen for screen in screens if not name_missing(screen)]
    return check_libraries(dict(QT_LIBRARIES, **(usable or screens)[0]))


def check_bundle():
    # type: () -> int
    """Check for objdump, and for Python as a library, which Debian packs apart from Python."""
    if not sys.platform.startswith("linux"):
        return 0
    missing = [] if shutil.which("objdump") else ["binutils"]
    library = sysconfig.get_config_var("INSTSONAME") or ""
    folder = sysconfig.get_config_var("LIBDIR") or ""
    if ".so" in library and not os.path.exists(os.path.join(folder, library)):
        missing += ["libpython3-dev"] if name_missing({library: library}) else []
    if missing:
        say(
            "Bundling the application needs packages that are missing here. "
            "Install them with: sudo apt install " + " ".join(missing)
        )
        return 1
    return check_libraries(QT_LIBRARIES)


def say(sentence):
    # type: (str) -> None
    """Write to standard error, where make's own messages go."""
    sys.stderr.write(sentence + "\n")


def main():
    # type: () -> int
    """Run the check that is named on the command line."""
    checks = {
        "bundle": check_bundle,
        "python": check_python,
        "qt": lambda: check_libraries(QT_LIBRARIES),
        "window": check_window,
    }
    if len(sys.argv) != 2 or sys.argv[1] not in checks:
        say("usage: check_system.py " + "|".join(sorted(checks)))
        return 1
    return checks[sys.argv[1]]()


if __name__ == "__main__":
    sys.exit(main())
