"""In which surroundings do Jupyter and its kernels run?

Jupyter writes in the home folder of whoever starts it, and stops when it may not. On a borrowed
machine the course folder may be the only place to write in: then what Jupyter needs goes there.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

__all__ = ["HOMELESS", "KERNELS", "surroundings"]

KERNELS = {"PYTHONSAFEPATH": "1"}
"""A file of the learner's called `types.py` or `helpkit.py`, beside a notebook, is not what Python
means by that name."""

HOMELESS = {
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTER_CONFIG_DIR": "config",
    "IPYTHONDIR": "ipython",
}
"""What says where Jupyter writes, and the folder in the course folder that takes its place."""


def surroundings(
    folder: Path, usual: Mapping[str, Path], may_write: Callable[[Path], bool]
) -> dict[str, str]:
    """The variables to set before Jupyter starts.

    Args:
        folder: where to keep what Jupyter cannot keep in its usual places.
        usual: the usual place for each variable of `HOMELESS`.
        may_write: whether something can be written in a place that may not exist yet.
    """
    moved = {
        name: str(folder / instead)
        for name, instead in HOMELESS.items()
        if not may_write(usual[name])
    }
    return KERNELS | moved
