"""What to say about a graded answer: the key's words if it has them, else the content's."""

from helpkit.content import Content
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import ClassifyKey, Key

__all__ = ["reason", "sentence"]


def sentence(row: ItemResult, key: Key, content: Content) -> str:
    """The sentence for an answer, in the language of the content."""
    mistake = key.parts[row.part].mistakes.get(row.message)
    if mistake is not None:
        return str(mistake.says[content.language])
    return content.ui["grading"][row.message]


def reason(row: ItemResult, key: Key, content: Content) -> str:
    """Why our answer is the answer, where the key gives a reason."""
    part = key.parts[row.part]
    item = row.item.partition(".")[0]
    if not isinstance(part, ClassifyKey) or item not in part.items:
        return ""
    return part.items[item].reason[content.language]
