"""Columns in and out: NumPy arrays when NumPy is there, lists otherwise."""

import ctypes
import decimal
from typing import Any, Dict, List, NamedTuple, Optional, Sequence

from . import _abi
from ._library import bytes_of, call, whole

try:
    import numpy
except ImportError:  # every table comes as lists then
    numpy = None

_MASK = (1 << 64) - 1
# Wide enough for every number of the library: nothing is rounded on the way.
_EXACT = decimal.Context(prec=200, traps=[decimal.Inexact, decimal.InvalidOperation])


class Place(NamedTuple):
    """Where something stands in a document: 1-based line and column, bytes [offset, offset + length)."""

    line: int
    column: int
    offset: int
    length: int


class Table:
    """A table as columns, each an attribute; `len(table)` rows. `table.record(i)` is a row as a dictionary."""

    def __init__(self, columns: Dict[str, Any], count: int):
        self._columns = columns
        self._count = count
        self.__dict__.update(columns)

    def __len__(self) -> int:
        return self._count

    @property
    def columns(self) -> List[str]:
        """The names of the columns."""
        return list(self._columns)

    def record(self, i: int) -> Dict[str, Any]:
        """One row as a dictionary; `table.record(-1)` is the last."""
        if not -self._count <= i < self._count:
            raise IndexError(i)
        return {name: (column.record(i) if isinstance(column, Table) else column[i])
                for name, column in self._columns.items()}

    def __iter__(self):
        return (self.record(i) for i in range(self._count))

    def __repr__(self) -> str:
        return f"Table({self._count} rows: {', '.join(self._columns)})"


def decimal_out(value: _abi.yesan_decimal) -> decimal.Decimal:
    """yesan_decimal -> decimal.Decimal, digit for digit."""
    coefficient = (value.hi << 64) | value.lo
    return decimal.Decimal((int(coefficient < 0), tuple(map(int, str(abs(coefficient)))), -value.scale))


def decimal_in(value) -> _abi.yesan_decimal:
    """int, str or decimal.Decimal -> yesan_decimal. A float is refused: it is not the number that was written."""
    if isinstance(value, float):
        raise TypeError("a float is not exact; pass int, str or decimal.Decimal")
    if isinstance(value, bool):
        raise TypeError(f"a number was expected, not {value}")
    number = _EXACT.create_decimal(value)
    if not number.is_finite():
        raise ValueError(f"{value} is no finite number")
    sign, digits, exponent = number.as_tuple()
    coefficient = int("".join(map(str, digits)) or "0")
    scale = max(0, -exponent)
    if exponent > 0:
        coefficient *= 10 ** min(exponent, 64)
    if sign:
        coefficient = -coefficient
    if not -(1 << 127) <= coefficient < 1 << 127:
        raise OverflowError(f"{value} has more than 38 digits")
    return _abi.yesan_decimal(coefficient & _MASK, coefficient >> 64, scale, 0)


def decimals_in(values: Sequence) -> ctypes.Array:
    return (_abi.yesan_decimal * len(values))(*[decimal_in(value) for value in values])


# Of each type of number: NumPy's, and an array of one.
_NUMBERS = {ctype: (None if numpy is None else numpy.dtype(ctype), ctype * 1)
            for ctype in (ctypes.c_int32, ctypes.c_uint32, ctypes.c_int64, ctypes.c_uint64)}


def as_they_are(struct, columns, values):
    """Puts NumPy arrays that can be passed as they are into the fields `columns` of a struct, (name, type of number) each,
    and gives their length. None where one of them has to be copied: then nothing counts."""
    count = None
    try:
        for (name, ctype), array in zip(columns, values):
            if array is None:
                continue
            kind, one = _NUMBERS[ctype]
            if type(array) is not numpy.ndarray or array.dtype != kind or array.ndim != 1:
                return None
            if count is None:
                count = array.size
            elif array.size != count:
                return None
            setattr(struct, name, one.from_buffer(array))
    except (AttributeError, TypeError, ValueError, BufferError):
        return None  # no NumPy; an array that is empty, read only or has gaps
    return count


def ints_in(ctype, values: Optional[Sequence], name: str = "column"):
    """A column of integers: a NumPy array of that type is passed as it is, anything else is copied. None is NULL.
    Keep the second value alive until the call is over. `name` is what a refusal calls it."""
    if values is None:
        return None, None
    if numpy is not None and isinstance(values, numpy.ndarray):
        kind, one = _NUMBERS[ctype]
        if values.ndim != 1:
            raise TypeError(f"{name}: a column of whole numbers was expected, not an array of shape {values.shape}")
        if values.dtype == kind:
            try:
                return one.from_buffer(values), values  # a third of what a cast takes
            except (TypeError, ValueError, BufferError):
                pass  # empty, read only or with gaps
        if values.dtype == kind and values.flags.c_contiguous:
            return ctypes.cast(values.ctypes.data, ctypes.POINTER(ctype)), values
        if values.dtype.kind not in "iu":
            raise TypeError(f"{name}: a column of whole numbers was expected, not {values.dtype}")
        if values.dtype != kind and len(values):
            limits = numpy.iinfo(kind)
            if int(values.min()) < limits.min or int(values.max()) > limits.max:
                raise OverflowError(f"{name}: a number does not fit {kind}")
        array = numpy.ascontiguousarray(values, dtype=kind)
        return array.ctypes.data_as(ctypes.POINTER(ctype)), array
    numbers = []
    limit = 8 * ctypes.sizeof(ctype)
    signed = ctype(-1).value < 0
    low, high = (-(1 << (limit - 1)), 1 << (limit - 1)) if signed else (0, 1 << limit)
    if isinstance(values, (str, bytes, bytearray)):
        raise TypeError(f"{name}: a column of whole numbers was expected, not {values!r}")
    for i, value in enumerate(values):
        # Flags may be truth values, amounts never.
        if type(value) is int:
            number = value
        elif isinstance(value, bool) and ctype is not ctypes.c_int64:
            number = int(value)
        else:
            number = whole(value, f"{name}[{i}]")
        if not low <= number < high:
            raise OverflowError(f"{name}[{i}]: {number} does not fit {limit} bits")
        numbers.append(number)
    array = (ctype * len(numbers))(*numbers)
    return ctypes.cast(array, ctypes.POINTER(ctype)), array


def texts_in(texts: Optional[Sequence[str]], name: str = "texts"):
    """A column of texts; keep the second value alive until the call is over. `name` is what a refusal calls it."""
    if texts is None:
        return _abi.yesan_text_column(), None
    if isinstance(texts, (str, bytes, bytearray)):
        raise TypeError(f"{name}: a column of texts was expected, not one text: {texts!r}")
    raw = [text.encode("utf-8", "surrogatepass") if type(text) is str else bytes_of(text, f"{name}[{i}]")
           for i, text in enumerate(texts)]
    offsets = (ctypes.c_int64 * (len(raw) + 1))()
    for i, text in enumerate(raw):
        offsets[i + 1] = offsets[i] + len(text)
    joined = ctypes.create_string_buffer(b"".join(raw))
    column = _abi.yesan_text_column(ctypes.cast(offsets, ctypes.POINTER(ctypes.c_int64)),
                                    ctypes.cast(joined, ctypes.POINTER(ctypes.c_char)))
    return column, (offsets, joined)


def texts_out(offsets, raw: bytes, count: int) -> List[str]:
    return [raw[offsets[i]:offsets[i + 1]].decode("utf-8") for i in range(count)]


def numbers_out(array, count: int):
    """A ctypes array of integers as a NumPy array, or as a list."""
    if numpy is None:
        return list(array[:count])
    return numpy.ctypeslib.as_array(array)[:count] if count else numpy.empty(0, array._type_)


def _make_room(struct, count, keep):
    """Gives every column of a struct room for `count` rows; nested structs too."""
    for name, kind in struct._fields_:
        if kind is _abi.yesan_text_out:
            column = getattr(struct, name)
            offsets = (ctypes.c_int64 * (count + 1))()
            raw = ctypes.create_string_buffer(max(1, column.bytes_length))
            column.offsets = offsets
            column.bytes = ctypes.cast(raw, ctypes.POINTER(ctypes.c_char))
            column.bytes_capacity = column.bytes_length
            keep[id(struct), name] = (offsets, raw, column.bytes_length)
        elif kind is _abi.yesan_figure_columns:
            inner = getattr(struct, name)
            keep[id(struct), name] = inner
            _make_room(inner, count, keep)
        elif hasattr(kind, "_length_"):  # nine columns in one field
            for i in range(kind._length_):
                array = (kind._type_._type_ * count)()
                keep[id(struct), name, i] = array
                getattr(struct, name)[i] = ctypes.cast(array, kind._type_)
        elif hasattr(kind, "_type_") and hasattr(kind, "contents"):
            array = (kind._type_ * count)()
            keep[id(struct), name] = array
            setattr(struct, name, ctypes.cast(array, kind))


def _column(kind, array, count):
    if kind is _abi.yesan_decimal:
        return [decimal_out(value) for value in array[:count]]
    if kind is _abi.yesan_place:
        return [Place(p.line, p.column, p.offset, p.length) for p in array[:count]]
    return numbers_out(array, count)


def _columns_of(struct, count, keep):
    columns = {}
    for name, kind in struct._fields_:
        if kind is _abi.yesan_text_out:
            offsets, raw, length = keep[id(struct), name]
            columns[name] = texts_out(offsets, raw.raw[:length], count)
        elif kind is _abi.yesan_figure_columns:
            columns[name] = Table(_columns_of(keep[id(struct), name], count, keep), count)
        elif hasattr(kind, "_length_"):
            columns[name] = [numbers_out(keep[id(struct), name, i], count)
                             for i in range(kind._length_)]
        elif hasattr(kind, "_type_") and hasattr(kind, "contents"):
            columns[name] = _column(kind._type_, keep[id(struct), name], count)
    return columns


def table_out(name: str, struct_type, *arguments) -> Table:
    """A function that ends in (table, error): asks for the sizes, makes room, and takes the columns."""
    struct = struct_type()
    struct.struct_size = ctypes.sizeof(struct_type)
    call(name, *arguments, ctypes.byref(struct))
    count = struct.count
    keep = {}
    if count:
        _make_room(struct, count, keep)
        struct.capacity = count
        call(name, *arguments, ctypes.byref(struct))
    else:
        _make_room(struct, 0, keep)
    return Table(_columns_of(struct, count, keep), count)
