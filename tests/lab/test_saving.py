import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpkit.lab.saving import WIDGET, drop_widgets

WIDGET_OUTPUT = {"output_type": "display_data", "data": {WIDGET: {"model_id": "a"}}, "metadata": {}}
PRINTED = {"output_type": "stream", "name": "stdout", "text": "mine\n"}
RESULT = {
    "output_type": "execute_result",
    "execution_count": 7,
    "data": {"text/plain": "2"},
    "metadata": {},
}


def code(*outputs: dict[str, Any]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "source": "1 + 1",
        "metadata": {"jupyter": {"source_hidden": True}},
        "execution_count": 7,
        "outputs": copy.deepcopy(list(outputs)),
    }


def saved(*cells: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    model = {"type": "notebook", "content": {"cells": list(cells), "metadata": metadata}}
    drop_widgets(model=model, path="en/01.ipynb", contents_manager=None)
    content: dict[str, Any] = model["content"]  # type: ignore[assignment]
    return content


def test_a_widget_is_not_saved() -> None:
    assert saved(code(WIDGET_OUTPUT))["cells"][0]["outputs"] == []


def test_what_the_learner_printed_and_computed_stays() -> None:
    (cell,) = saved(code(PRINTED, WIDGET_OUTPUT, RESULT))["cells"]
    assert cell["outputs"] == [PRINTED, RESULT | {"execution_count": None}]


def test_what_the_learner_wrote_stays() -> None:
    note = {"cell_type": "markdown", "source": "my note", "metadata": {}}
    written = saved(note, code())["cells"]
    assert written[0] == note
    assert written[1]["source"] == "1 + 1"
    assert written[1]["metadata"] == {"jupyter": {"source_hidden": True}}


def test_the_order_of_running_is_forgotten() -> None:
    assert saved(code())["cells"][0]["execution_count"] is None


def test_the_state_of_widgets_is_not_saved_in_the_metadata() -> None:
    assert saved(widgets={WIDGET: {}}, kernelspec={"name": "python3"})["metadata"] == {
        "kernelspec": {"name": "python3"}
    }


def test_other_files_and_folders_are_left_alone() -> None:
    for model in ({"type": "file", "content": "text"}, {"type": "notebook"}, {"type": "directory"}):
        before = copy.deepcopy(model)
        drop_widgets(model=model)
        assert model == before


@given(st.lists(st.lists(st.sampled_from([WIDGET_OUTPUT, PRINTED, RESULT]))))
def test_saving_twice_is_saving_once(outputs: list[list[dict[str, Any]]]) -> None:
    once = saved(*(code(*output) for output in outputs))
    again = saved(*copy.deepcopy(once)["cells"])
    assert again["cells"] == once["cells"]
