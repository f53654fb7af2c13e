"""A document: the position of an offset, and the counts of inputs."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.inputs import Document, Failed, Skipped
from shamsi.cli.inputs.document import NAMED, InputCounts
from tests.cli.inputs.read_files import read


class TestPosition:
    @given(st.text(st.sampled_from("ab\r\n\u2028م"), max_size=40), st.data())
    def test_is_what_counting_says(self, text: str, data: st.DataObject) -> None:
        offset = data.draw(st.integers(0, len(text)))
        line, column = 1, 1
        for at in range(offset):
            ends = text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n")
            line, column = (line + 1, 1) if ends else (line, column + 1)
        assert Document("x", text).position(offset) == (line, column)

    def test_counts_code_points_and_a_byte_order_mark(self, tmp_path: Path) -> None:
        path = tmp_path / "bom.txt"
        path.write_bytes("\ufeff😀م\r\n۱".encode())
        (document,) = read([path])
        assert isinstance(document, Document)
        assert document.text == "\ufeff😀م\r\n۱"
        assert document.position(2) == (1, 3)
        assert document.position(5) == (2, 1)


class TestAccount:
    def test_records_that_fail_alike_are_one_failure_with_a_count(self) -> None:
        counts = InputCounts()
        for number in range(5):
            counts.count(Failed(f"a.csv#{number}", "no field 'x'", "a.csv: no field 'x'"))
        counts.count(Failed("b.docx", "a Word document"))
        assert [one.summary() for one in counts.failures.values()] == [
            "a.csv#0: no field 'x' (and 4 more)",
            "b.docx: a Word document",
        ]
        assert [one.path for one in counts.failures.values()] == ["a.csv", "b.docx"]

    def test_the_parts_of_a_run_add_up_and_names_are_bounded(self) -> None:
        whole, part = InputCounts(), InputCounts()
        for number in range(NAMED):
            part.count(Skipped(f"{number}.pdf", "of unknown suffix .pdf", listed=True))
            part.count(Failed(f"{number}.txt", "not text"))
        part.count(Failed("a#1", "no id", "a: no id"))
        whole.add(part)
        whole.add(part)
        assert (whole.failed, len(whole.failures), len(whole.named)) == (2 * NAMED + 2, NAMED, NAMED)
        assert part.failures["0.txt"].more == 0
