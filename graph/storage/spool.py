"""Records of a large build on disk: in the order in which they came, a few at a time in memory.

A build of a few letters holds its records in lists. One of many letters would need most of a gigabyte for every
thousand; it writes them to a folder of its own in the system's temporary folder, which is gone when the build is.
Reading a row back costs some five microseconds, so the rows of tables, which every export runs through several times,
go there only where memory would not hold them.
"""

from __future__ import annotations

import contextlib
import weakref
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, overload

import msgspec

from ..errors import ExportError
from .record_bytes import packed, unpacked
from .temporary_folder import TemporaryFolder

Record = TypeVar("Record")

MANY = 200
"""From so many inputs on what stages hand to each other is kept on disk."""
MANY_ROWS = 400
"""From so many inputs on the rows of the tables are, too."""
CHUNK = 512
"""Records that are read and written together; single large records (a letter) take chunks of one."""


class PackedChunk(NamedTuple):
    """Some records as bytes, and how many they are."""

    data: bytes
    records: int


class Spool(Sequence[Record], Generic[Record]):
    """A sequence on disk that grows at its end; its file is removed when nothing refers to it any more.

    It can be sent to another process, which reads the same file for as long as the sender has it.
    """

    def __init__(
        self, path: Path, record_type: Any, chunk: int = CHUNK, home: TemporaryFolder | None = None
    ) -> None:
        self._path = path
        self._home = home  # the folder is there as long as something refers to it
        removed_with(self, path)
        self.record_type = record_type
        self._type = list[record_type]
        self._chunk = chunk
        self._ends = array("Q", [0])
        self._firsts = array("Q", [0])  # how many records stand before each chunk
        self._tail: list[Record] = []
        # chunks that hold a text which is no Unicode, by their number: see record_bytes
        self._odd: dict[int, list[Record]] = {}
        self._last: tuple[int, list[Record]] = (-1, [])

    def append(self, record: Record) -> None:
        """Add a record. Raises `ExportError` where the temporary folder is full."""
        self._tail.append(record)
        if len(self._tail) == self._chunk:
            self._write()

    def extend(self, records: Iterable[Record]) -> None:
        """Add several. Raises `ExportError` where the temporary folder is full."""
        for record in records:
            self.append(record)

    def extend_packed(self, chunks: Iterable[PackedChunk]) -> None:
        """Add chunks that were packed elsewhere. Raises `ExportError` where the temporary folder is full."""
        if self._tail:
            self._write()
        for chunk in chunks:
            self._write_chunk(chunk.data, chunk.records)

    def __len__(self) -> int:
        return self._firsts[-1] + len(self._tail)

    def extend_chosen(self, others: Spool[Record], keep: Callable[[Record], bool], narrow: Any) -> None:
        """Add those of other records that are to be kept, as they stand there; see `chosen`.

        Raises `ExportError` where the temporary folder is full.
        """
        for number, data in enumerate(others._data()):
            if number in others._odd:
                self.extend(filter(keep, others._odd[number]))
            elif some := _chosen(data, keep, narrow):
                self.extend_packed([PackedChunk(packed(some) or b"", len(some))])
        self.extend(filter(keep, others._tail))

    def chosen(self, keep: Callable[[Record], bool], narrow: Any) -> Iterator[Record]:
        """Yield the records that are to be kept. `keep` is shown them read as the type `narrow` alone."""
        for number, data in enumerate(self._data()):
            if number in self._odd:
                yield from filter(keep, self._odd[number])
            else:
                for one in _chosen(data, keep, narrow):
                    yield unpacked(one, self.record_type)
        yield from filter(keep, self._tail)

    def with_bytes(self, narrow: Any) -> Iterator[tuple[Any, msgspec.Raw | Record]]:
        """Yield every record read as the type `narrow`, and its bytes; itself where it is not there as bytes."""
        for number, data in enumerate(self._data()):
            if number in self._odd:
                yield from ((one, one) for one in self._odd[number])
            else:
                yield from zip(unpacked(data, list[narrow]), unpacked(data, list[msgspec.Raw]), strict=True)
        yield from ((one, one) for one in self._tail)

    def __iter__(self) -> Iterator[Record]:
        return self.read_as(self.record_type)

    def read_as(self, record_type: Any) -> Iterator[Record]:
        """Yield the records read as another type that their bytes have room for: see `narrow_records`."""
        for number, data in enumerate(self._data()):
            yield from self._odd.get(number) or unpacked(data, list[record_type])
        yield from self._tail

    def read_one(self, at: int, record_type: Any) -> Record:
        """Return one record read as another type, as `read_as`; it is not kept at hand."""
        number = bisect_right(self._firsts, at) - 1
        if number == len(self._ends) - 1 or number in self._odd:
            return self[at]
        with self._path.open("rb") as file:
            file.seek(self._ends[number])
            some: list[Record] = unpacked(file.read(self._size(number)), list[record_type])
        return some[at - self._firsts[number]]

    def _data(self) -> Iterator[bytes]:
        """Yield the bytes of chunk after chunk."""
        written = len(self._ends) - 1
        if written:
            with self._path.open("rb") as file:
                for number in range(written):
                    yield file.read(self._size(number))

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> list[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | list[Record]:
        if isinstance(at, slice):
            places = range(*at.indices(len(self)))
            return self._between(places) if places.step == 1 else [self[one] for one in places]
        at = at + len(self) if at < 0 else at
        if not 0 <= at < len(self):
            raise IndexError(f"record {at} of {len(self)}")
        number = bisect_right(self._firsts, at) - 1
        place = at - self._firsts[number]
        return self._tail[place] if number == len(self._ends) - 1 else self._read(number)[place]

    def _between(self, places: range) -> list[Record]:
        """The records at places that follow each other, chunk by chunk."""
        found: list[Record] = []
        at = places.start
        while at < places.stop:
            number = bisect_right(self._firsts, at) - 1
            first = self._firsts[number]
            some = self._tail if number == len(self._ends) - 1 else self._read(number)
            found += some[at - first : places.stop - first]
            at = first + len(some)
        return found

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"_home": None, "_last": (-1, [])}

    def _read(self, number: int) -> list[Record]:
        if self._last[0] != number:
            found = self._odd.get(number)
            if found is None:
                with self._path.open("rb") as file:
                    file.seek(self._ends[number])
                    found = unpacked(file.read(self._size(number)), self._type)
            self._last = (number, found)
        return self._last[1]

    def _size(self, number: int) -> int:
        return self._ends[number + 1] - self._ends[number]

    def _write(self) -> None:
        data = packed(self._tail)
        if data is None:
            self._odd[len(self._ends) - 1] = self._tail
        self._write_chunk(data or b"", len(self._tail))
        self._tail = []

    def _write_chunk(self, data: bytes, count: int) -> None:
        append_to(self._path, data)
        self._ends.append(self._ends[-1] + len(data))
        self._firsts.append(self._firsts[-1] + count)


def _chosen(data: bytes, keep: Callable[[Any], bool], narrow: Any) -> list[msgspec.Raw]:
    """Return the bytes of those records of a chunk that are to be kept."""
    looked_at = unpacked(data, list[narrow])
    return [*compress(unpacked(data, list[msgspec.Raw]), map(keep, looked_at))]


def append_to(path: Path, data: bytes | bytearray) -> None:
    """Add bytes to a file of a shelf. Raises `ExportError` where the temporary folder is full."""
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise ExportError(
            f"{path.parent}: 临时文件夹写不下去；请腾出空间，或用环境变量 TMPDIR 另指文件夹 · "
            f"{error.strerror or error}, the temporary folder holds the records of a large build; "
            "free space there, or name another folder with TMPDIR"
        ) from error


def removed_with(owner: object, path: Path) -> None:
    """Have a file of a shelf removed when nothing refers to its owner: what stages hand on is large, and read once."""
    weakref.finalize(owner, remove, path).atexit = False  # the whole folder goes then


def remove(path: Path) -> None:
    """Remove a file of a shelf; one that another process holds open goes with the folder."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


class Shelf:
    """Where the records of one build are: in lists, or in a folder that is removed when nothing refers to it.

    `inputs` is how many there are, which decides it.
    """

    def __init__(self, inputs: int = 0) -> None:
        self._folder = TemporaryFolder() if inputs >= MANY else None
        self._rows_on_disk = inputs >= MANY_ROWS
        self._spools = 0

    @property
    def on_disk(self) -> bool:
        """Whether records are written to disk."""
        return self._folder is not None

    def records(self, record_type: type[Record], chunk: int = CHUNK) -> list[Record] | Spool[Record]:
        """Return an empty sequence of such records that can be appended to."""
        return [] if self._folder is None else self.spool(record_type, chunk)

    def kept(self, record_type: type[Record], records: Iterable[Record]) -> Sequence[Record]:
        """Return these records, in memory or on disk."""
        if self._folder is None:
            return tuple(records)
        found = self.spool(record_type)
        found.extend(records)
        return found

    def spool(self, record_type: type[Record], chunk: int = CHUNK) -> Spool[Record]:
        """Return an empty sequence on disk."""
        self._folder = self._folder or TemporaryFolder()
        return Spool(self.new_path(), record_type, chunk, self._folder)

    def new_path(self) -> Path:
        """Return the path of a file that does not exist yet, in the folder of the shelf."""
        self._folder = self._folder or TemporaryFolder()
        self._spools += 1
        return self._folder.path / f"{self._spools}"

    def rows(self, row_type: type[Record], rows: Iterable[Record] = ()) -> list[Record] | Spool[Record]:
        """Return a sequence of rows of a table, which can be appended to and at first holds `rows`."""
        found = self.records(row_type) if self._rows_on_disk else []
        found.extend(rows)
        return found
