"""Finds and loads libyesan, once, and turns refusals into exceptions."""

import ctypes
import datetime
import operator
import os
import pathlib
import sys
import threading

from . import _abi

_NAMES = {"win32": ["yesan.dll"], "darwin": ["libyesan.dylib", "libyesan.0.dylib"]}.get(
    sys.platform, ["libyesan.so", "libyesan.so.0"])

KOREAN = _abi.YESAN_LANGUAGE_KOREAN
ENGLISH = _abi.YESAN_LANGUAGE_ENGLISH

_lock = threading.Lock()
_loaded = None
_language = ENGLISH


class YesanError(Exception):
    """A refusal of the library. Nothing was changed by the call.

    code       one of yesan.E_*
    name       its stable English name, `wrong_grouping`
    rule       stable id of the rule that refused
    row        0-based row of a column, or None
    line, column, offset, length    the place in the text, or None
    available, asked    what there was and what was asked for, or None
    """

    def __init__(self, code, message, rule="", row=None, place=None, available=None, asked=None):
        super().__init__(message)
        self.code = code
        self.message = message
        self.name = _name_of(code)
        self.rule = rule
        self.row = row
        self.line, self.column, self.offset, self.length = place or (None,) * 4
        self.available = available
        self.asked = asked


class MisuseError(YesanError, ValueError):
    """An argument that the function does not take."""


class FigureError(YesanError, ValueError):
    """A figure that cannot be read, or cannot be had exactly."""


class DocumentError(YesanError, ValueError):
    """A document that cannot be read: too large, too deep, in another encoding."""


class BookError(YesanError, LookupError):
    """Something that is not in a book, or is there already; a total that is not the sum of its parts."""


class LedgerError(YesanError, ValueError):
    """What a ledger refuses: a rule of its own or of its policy. `row` names the first row refused; where it is a matter of
    money, `available` and `asked` say how much there was and how much was asked for."""


class StoreError(YesanError, OSError):
    """What the file of a book refuses: another program writes, the disk is full, it is damaged or no book."""


class LibraryError(YesanError, RuntimeError):
    """A fault of the library itself, or a part that was left out when it was built."""


def _class_of(code):
    if code == _abi.YESAN_E_INVALID_ARGUMENT:
        return MisuseError
    if code < 10:
        return LibraryError
    if code < 30:
        return FigureError
    if code < 50:
        return DocumentError
    if code < 200:
        return BookError if code < 100 else LedgerError
    return StoreError


def _candidates():
    if os.environ.get("YESAN_LIBRARY"):
        yield pathlib.Path(os.environ["YESAN_LIBRARY"])
        return
    here = pathlib.Path(__file__).resolve().parent
    folders = [here]
    # An installed prefix (<prefix>/lib/python3/dist-packages/yesan) or a source tree with builds.
    for parent in here.parents:
        folders += [parent, parent / "lib", parent / "lib64", parent / "bin", parent / "build"]
        folders += sorted((parent / "lib").glob("*-linux-gnu*"))
        if (parent / "include/yesan/capi.h").is_file():
            folders += sorted(path for path in (parent / "build").glob("*") if path.is_dir())
            break
    for folder in folders:
        for name in _NAMES:
            if (folder / name).is_file():
                yield folder / name
    for name in reversed(_NAMES):
        yield pathlib.Path(name)  # wherever the system looks


def _open(path):
    library = ctypes.CDLL(str(path))
    library.yesan_abi_version.restype = ctypes.c_uint32
    version = library.yesan_abi_version()
    if version != _abi.YESAN_ABI_VERSION:
        raise OSError(f"{path} speaks interface {version}, this package {_abi.YESAN_ABI_VERSION}")
    for name, (result, arguments) in _abi.FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


def load(path=None):
    """Loads the library at `path`; without one, that of the environment variable YESAN_LIBRARY, else one beside
    this package, in its prefix, in a build folder of its source tree, or where the system looks. Called without need:
    the first use loads it."""
    global _loaded
    with _lock:
        if path is not None:
            _loaded = _open(path)
        elif _loaded is None:
            tried = []
            for candidate in _candidates():
                try:
                    _loaded = _open(candidate)
                    break
                except OSError as refusal:
                    tried.append(str(refusal))
            else:
                raise OSError("libyesan was not found; name it in YESAN_LIBRARY:\n" + "\n".join(tried))
    return _loaded


def library():
    """The loaded library itself, as ctypes knows it."""
    return _loaded or load()


def set_language(language):
    """The language of the messages of exceptions: KOREAN or ENGLISH (at first)."""
    global _language
    if language not in (KOREAN, ENGLISH):
        raise ValueError("language is KOREAN or ENGLISH")
    _language = language


def _name_of(code):
    return library().yesan_status_name(code).decode()


# Copied, for to fill a struct field by field takes longer than the call.
_ERRORS = {language: bytes(_abi.yesan_error(struct_size=ctypes.sizeof(_abi.yesan_error), language=language, row=-1))
           for language in (KOREAN, ENGLISH)}


def new_error():
    return _abi.yesan_error.from_buffer_copy(_ERRORS[_language])


def refusal(error):
    place = (error.line, error.column, error.offset, error.length) if error.line else None
    return _class_of(error.code)(
        error.code, error.message.decode("utf-8"), error.rule.decode("utf-8"),
        error.row if error.row >= 0 else None, place,
        error.available if error.present & _abi.YESAN_ERROR_HAS_AVAILABLE else None,
        error.asked if error.present & _abi.YESAN_ERROR_HAS_ASKED else None)


# Which arguments of a function are whole numbers.
_WHOLE = {name: [(place, kind) for place, kind in enumerate(kinds) if kind in _abi.LIMITS]
          for name, (_, kinds) in _abi.FUNCTIONS.items()}


def call(name, *arguments):
    """Calls a function that can refuse; its last argument, the error, is added here."""
    for place, kind in _WHOLE[name]:
        _abi.check(f"argument {place + 1} of {name}", kind, arguments[place])
    error = new_error()
    status = getattr(library(), name)(*arguments, ctypes.byref(error))
    if status != _abi.YESAN_OK:
        if error.code != status:
            raise LibraryError(status, _name_of(status))
        raise refusal(error)


def bytes_of(text, name):
    """A text as bytes in UTF-8; nothing but a text is made one. Bytes are taken as they are: the library refuses what is no
    UTF-8, and says where."""
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    if isinstance(text, (bytes, bytearray)):
        return bytes(text)
    raise TypeError(f"{name}: a text was expected (str, or bytes in UTF-8), not {text!r}")


def text_in(text, name="text"):
    """str (or bytes in UTF-8) as pointer and length; `name` is what a refusal calls it."""
    raw = bytes_of(text, name)
    return raw, len(raw)


def text_out(name, *arguments):
    """A function that ends in (out_text, capacity, out_length, error): its text. One call as a rule, two for long ones."""
    size = ctypes.c_uint64(0)
    buffer = ctypes.create_string_buffer(256)
    try:
        call(name, *arguments, buffer, len(buffer), ctypes.byref(size))
    except LibraryError as error:
        if error.code != _abi.YESAN_E_BUFFER_TOO_SMALL:
            raise
        buffer = ctypes.create_string_buffer(error.asked)
        call(name, *arguments, buffer, error.asked, ctypes.byref(size))
    return buffer.raw[: size.value].decode("utf-8")


class Owned:
    """An object of the library, freed by `close`, at the end of a `with`, or with the last reference to it."""

    _handle = None
    _destroy = ""  # the library's function

    def close(self) -> None:
        """Frees it; it is of no use afterwards. What was made from it stays."""
        handle, self._handle = self._handle, None
        if handle:
            getattr(library(), self._destroy)(handle)

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


EPOCH = datetime.date(1970, 1, 1)


def date_of(days):
    return EPOCH + datetime.timedelta(days=days)


def days_of(day, name="day", row=None):
    if isinstance(day, datetime.date) and not isinstance(day, datetime.datetime):
        return (day - EPOCH).days
    name = name if row is None else f"{name}[{row}]"
    if isinstance(day, datetime.datetime):
        raise TypeError(f"{name}: a day was expected, not a time: {day} (its day is .date())")
    return whole(day, name, "a day (datetime.date, or days since 1970-01-01)")


def whole(number, name, what="a whole number"):
    """A number that is one: no float, no text, and no truth value."""
    if not isinstance(number, bool):
        try:
            return operator.index(number)
        except TypeError:
            pass
    raise TypeError(f"{name}: {what} was expected, not {number!r}")
