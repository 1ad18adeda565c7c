"""Makes the test letters of this folder, and what its tests share, importable by name."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = map(str, (HERE, *(HERE / name for name in ("commitments", "figures", "learned", "typed"))))
