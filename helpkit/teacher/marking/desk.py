"""The one object the notebook of the desk talks to: `Desk("01")`.

Each verb returns one widget; a cell that ends with it shows it.
"""

from typing import TYPE_CHECKING

from helpkit.teacher.marking.session import MarkingSession

if TYPE_CHECKING:
    from helpkit.teacher.marking.agreement_table import AgreementTable
    from helpkit.teacher.marking.frame import Frame
    from helpkit.teacher.marking.marker import Marker
    from helpkit.teacher.marking.reading import TextReader

__all__ = ["Desk"]


class Desk(MarkingSession):
    """The texts of one exercise, with a verb for everything that can be done there.

    The command line asks a desk what there is to read and needs no widget, so each verb loads its
    own.
    """

    def marker(self) -> "Marker":
        """Say who marks: two people's marks stay apart."""
        from helpkit.teacher.marking.marker import Marker

        return self.show(Marker(self))

    def reflections(self) -> "TextReader":
        """Read one text after the other and give points, with the rubric beside it."""
        from helpkit.teacher.marking.reading import TextReader

        return self.show(TextReader(self))

    def agreement(self) -> "AgreementTable":
        """See how far markers agree, and where they differ."""
        from helpkit.teacher.marking.agreement_table import AgreementTable

        return self.show(AgreementTable(self))

    def mirror(self, names: bool = False) -> "Frame":
        """See where the class divides, without names unless you ask for them."""
        from helpkit.teacher.marking.frame import Frame
        from helpkit.teacher.mirror.page import html

        page = html(self.course, self.exercise, names, self._exercises)
        return self.show(Frame(self, page))
