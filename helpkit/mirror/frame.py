"""The mirror in a notebook: the same page, in a frame that can reach nothing outside."""

from dataclasses import dataclass
from html import escape

__all__ = ["Frame"]


@dataclass(frozen=True)
class Frame:
    """Shows a page where it is the last line of a cell; its script runs apart from the notebook."""

    page: str
    title: str

    def _repr_html_(self) -> str:
        return (
            f'<iframe sandbox="allow-scripts" title="{escape(self.title)}" '
            'style="width: 100%; height: 80vh; border: 0" '
            f'srcdoc="{escape(self.page)}"></iframe>'
        )
