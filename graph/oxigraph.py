"""pyoxigraph, which reads RDF and answers queries, and asks for a C++ runtime that not every Windows has."""

from __future__ import annotations

from .errors import MissingLibrary


def require_oxigraph(*, zh: str = "", en: str = "") -> None:
    """Raise `MissingLibrary` with the next step where pyoxigraph cannot be loaded. `zh`, `en`: what else would do."""
    try:
        import pyoxigraph  # noqa: F401, PLC0415  (only whether it loads is asked, and only where RDF is read)
    except ImportError as error:
        raise MissingLibrary(
            "pyoxigraph 无法载入；在 Windows 上须装 Microsoft Visual C++ Redistributable："
            f"winget install Microsoft.VCRedist.2015+.x64{zh and f'；{zh}'} · "
            f"pyoxigraph cannot be loaded ({error}); on Windows it needs the Microsoft Visual C++ Redistributable: "
            f"winget install Microsoft.VCRedist.2015+.x64{en and f'; {en}'}"
        ) from error


def has_oxigraph() -> bool:
    """Return whether pyoxigraph can be loaded."""
    try:
        require_oxigraph()
    except MissingLibrary:
        return False
    return True
