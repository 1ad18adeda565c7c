"""The folder of a build: one writer at a time, and a new build takes the place of the old one whole or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..errors import ExportError
from .lock_file import LockTaken, locked

MANIFEST = "manifest.json"
"""Lists every other file of a build with its hash."""
MARK = ".fuwen-build"
"""A file in every folder that is being written: `<out>.new` without it is somebody else's and is left alone."""


@contextmanager
def exclusively(out: Path) -> Iterator[None]:
    """Keep every other build from writing `out`. Raises `ExportError` at once where one is writing it."""
    real = _real(out)
    above = [folder for folder in real.parents if not folder.exists()]
    with ExitStack() as lock:
        try:
            real.parent.mkdir(parents=True, exist_ok=True)
            lock.enter_context(locked(_beside(out, "lock")))
        except LockTaken as error:
            raise ExportError(
                f"{out}: 另一次构建（进程 {error}）正在写入；请等它结束，或用 --out 另指文件夹 · "
                f"another build (process {error}) is writing it; wait until it ends, or name another --out"
            ) from error
        except OSError as error:
            raise ExportError(
                f"{out}: 无法写入；请用 --out 另指文件夹 · "
                f"cannot be written ({error.strerror}); name another folder with --out"
            ) from error
        try:
            yield
        finally:
            lock.close()
            for folder in above:  # only those in which nothing was written
                _quietly(Path.rmdir, folder)


def recover(out: Path) -> None:
    """Finish or undo a swap that was interrupted: the folder under its own name is always a whole build.

    Raises `ExportError` where what the interrupted build left cannot be cleared.
    """
    out = _real(out)
    old, fresh = _beside(out, "old"), _beside(out, "new")
    try:
        if old.exists() and not out.exists():
            (fresh if (fresh / MANIFEST).exists() else old).rename(out)
        if (out / MANIFEST).exists():
            _remove(old)
            (out / MARK).unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"{old}: 上次中断的构建清不掉；请关闭其中的文件后重试 · "
            f"an interrupted build cannot be cleared ({error.strerror}); close its files and retry"
        ) from error


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give a new folder beside `out` to be written; it takes the place of `out` unless something is raised.

    Then it is removed and `out` stays as it was. Files in `out` that are not of an older build are kept. Raises
    `ExportError`: `out` is no build of ours, no space, no right, a file held open.
    """
    refuse_foreign(out)
    fresh = _beside(out, "new")
    _refuse_in_the_way(fresh)
    _remove(fresh)
    try:
        fresh.mkdir(parents=True)
        (fresh / MARK).touch()
        yield fresh
    except OSError as error:
        _remove(fresh)
        raise ExportError(
            f"{fresh}: 写不下去；请腾出空间、检查权限，或用 --out 另指文件夹 · "
            f"{error.strerror or error}; free some space, check rights, or name another folder with --out"
        ) from error
    except BaseException:
        _remove(fresh)
        raise
    _swap(fresh, _real(out))


def read_manifest(folder: Path) -> dict[str, object] | None:
    """Return the manifest of a build folder; None where there is none or it is not ours."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and "fuwen" in found else None


def files_of(folder: Path) -> tuple[str, ...]:
    """Return the files of a build but its manifest, relative to the folder, sorted."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(name for name in found if name not in {MANIFEST, MARK}))


def refuse_incomplete(fresh: Path, written: Iterable[str]) -> None:
    """Raise `ExportError` where a file that was written is gone: the old build is not given up for part of one."""
    if gone := sorted({*written} - {*files_of(fresh)}):
        raise ExportError(
            f"{fresh / gone[0]}: 写出后不见了（{len(gone)} 个文件），可能有别的程序在动它；请重新构建 · "
            f"was written and is gone ({len(gone)} files), another program may be at work there; build again"
        )


def refuse_foreign(out: Path) -> None:
    """Raise `ExportError` where `out` is a file, or a folder with files and no build of ours."""
    if out.exists() and not out.is_dir():
        raise ExportError(f"{out}: 是文件；请用 --out 指定文件夹 · is a file; name a folder with --out")
    if out.is_dir() and any(out.iterdir()) and read_manifest(out) is None:
        raise ExportError(
            f"{out}: 已有别的文件，不是 fuwen 的输出；请用 --out 指定空文件夹或新文件夹 · "
            "holds files and no build of fuwen; name an empty or new folder with --out"
        )


def _refuse_in_the_way(fresh: Path) -> None:
    """Raise `ExportError` where the folder to write first holds what no interrupted build of ours left there."""
    if fresh.exists() and not (fresh / MARK).exists() and (not fresh.is_dir() or any(fresh.iterdir())):
        raise ExportError(
            f"{fresh}: 挡住了新的构建；请移走它，或用 --out 另指文件夹 · "
            "is in the way of the new build; move it, or name another folder with --out"
        )


def _swap(fresh: Path, out: Path) -> None:
    """Exchange the folders; a file held open by another program leaves the new build beside the old one."""
    old = _beside(out, "old")
    try:
        if out.exists():
            _keep_foreign_files(out, fresh)
            out.rename(old)
        fresh.rename(out)
        (out / MARK).unlink(missing_ok=True)
    except OSError as error:
        if old.exists() and not out.exists():
            _quietly(old.rename, out)
        raise ExportError(
            f"{out}: 无法替换，可能有程序打开着其中的文件；请关闭它再构建，新的输出已完整写在 {fresh} · "
            f"cannot be replaced ({error.strerror}), a program may hold one of its files open; "
            f"close it and build again; the new build is complete in {fresh}"
        ) from error
    _remove(old)


def _keep_foreign_files(out: Path, fresh: Path) -> None:
    """Copy what other hands put into the folder: only files of the old manifest are replaced."""
    manifest = read_manifest(out) or {}
    listed = manifest.get("files")
    ours = set(listed) if isinstance(listed, dict) else set()
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if (
            path.is_file()
            and name not in {MANIFEST, MARK}
            and name not in ours
            and not (fresh / name).exists()
        ):
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, fresh / name)


def _real(out: Path) -> Path:
    """Return the folder itself where a link names it: a link cannot be swapped. Raises `ExportError`."""
    try:
        real = out.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise ExportError(
            f"{out}: 路径走不通；请用 --out 另指文件夹 · "
            f"cannot be followed ({error}); name another folder with --out"
        ) from error
    if not real.name:
        raise ExportError(
            f"{out}: 是磁盘的根目录；请用 --out 指定其下的文件夹 · "
            "is the root of a file system; name a folder below it with --out"
        )
    return real


def _beside(out: Path, suffix: str) -> Path:
    """Return a path beside `out`, on the same file system.

    `old` and `lock` are hidden and have our name in theirs: nobody calls a copy of a build so.
    """
    real = _real(out)
    return real.with_name(f"{real.name}.{suffix}" if suffix == "new" else f".{real.name}.fuwen-{suffix}")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


def _quietly(action: Callable[[Path], object], target: Path) -> None:
    try:
        action(target)
    except OSError:
        return  # the error that is about to be raised says it all
