"""Proves that a law is one under all its names when two lists are compared. No law here exists."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from pipeline.compare import compare
from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.register import Register
from tests.rows import listed, parsed, row
from tests.test_compare import kinds, said
from tests.test_texts_and_register import SHORT

FULL: Final = "《云溪市古桥守护条例》（2031年1月18日通过）"
BY_SHORT: Final = "《古桥条例》（2031年1月18日通过）"
NINE: Final = "第九条　任何单位不得在古桥上悬挂重物。"
TEN: Final = "第十条　任何单位不得在古桥上停放车辆。"


def asked(basis: str, register: Register | None = SHORT) -> PowerList:
    """A list of one item with this basis, of whose laws *register* was asked."""
    return parse_source(
        listed(row(basis, law="")).encode(), "list.txt", register=register, as_of=date(2040, 1, 1)
    ).power_list


NAMES: Final = [
    ("its short name in the register", f"{FULL}\n\n{NINE}", f"{BY_SHORT}\n\n{NINE}", ["law citation"]),
    ("the other way round", f"{BY_SHORT}\n\n{NINE}", f"{FULL}\n\n{NINE}", ["law citation"]),
    (
        "both names in one item",
        f"{FULL}\n\n{NINE}\n\n{TEN}",
        f"{FULL}\n\n{NINE}\n\n{BY_SHORT}\n\n{TEN}",
        ["law citation"],
    ),
    (
        "an article reworded under another name",
        f"{FULL}\n\n{NINE}",
        f"{BY_SHORT}\n\n{NINE.replace('重物', '灯笼')}",
        ["law citation", "provision reworded"],
    ),
    (
        "the nation left out, of a law that the register does not hold",
        f"《中华人民共和国灯笼法》\n\n{NINE}",
        f"《灯笼法》\n\n{NINE}",
        ["law citation"],
    ),
    ("the version behind the name", f"《灯笼法（2035年修正）》\n\n{NINE}", f"《灯笼法》\n\n{NINE}", ["law citation"]),
    (
        "a short name that nobody knows",
        f"《云溪市风铃管理办法》\n\n{NINE}",
        f"《风铃办法》\n\n{NINE}",
        ["law replaced"],
    ),
    ("试行 is a part of the name", f"《灯笼办法（试行）》\n\n{NINE}", f"《灯笼办法》\n\n{NINE}", ["law replaced"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_another_name_of_a_law_is_no_other_law(old: str, new: str, expected: list[str]) -> None:
    comparison = compare(asked(old), asked(new))
    assert [kind for _, _, kind in kinds(comparison)] == expected


def test_what_the_register_said_of_one_list_holds_for_both() -> None:
    """The other may be a JSON of a day on which the register did not hold the law yet."""
    for old, new in ((FULL, BY_SHORT), (BY_SHORT, FULL)):
        comparison = compare(asked(f"{old}\n\n{NINE}", None), asked(f"{new}\n\n{NINE}"))
        expected = "law citation" if new == BY_SHORT else "law replaced"  # of the short name nobody asked a register
        assert [kind for _, _, kind in kinds(comparison)] == [expected]
    comparison = compare(asked(f"{BY_SHORT}\n\n{NINE}", None), asked(f"{BY_SHORT}\n\n{NINE}\n\n{FULL}\n\n{TEN}"))
    assert [kind for _, _, kind in kinds(comparison)] == ["law citation", "provision added"]


def test_a_changed_name_is_told_as_it_is_printed() -> None:
    lines = said(compare(asked(f"{FULL}\n\n{NINE}"), asked(f"{BY_SHORT}\n\n{NINE}")))
    assert lines[1:] == [f"  依据引用变更：{FULL}→{BY_SHORT}"]


def test_the_register_tells_the_name_in_full() -> None:
    (law,) = asked(f"{BY_SHORT}\n\n{NINE}").laws
    assert (law.name, law.registered_name) == ("古桥条例", "云溪市古桥守护条例")
    (law,) = parsed(listed(row(f"{BY_SHORT}\n\n{NINE}", law=""))).laws
    assert law.registered_name is None, "no register was asked"


LATER: Final = "《云溪市古桥守护条例》（2033年5月6日修正）"
OTHER: Final = "第九条　桥户每月检查桥面并且记录裂缝。"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            f"{FULL}\n\n{NINE}",
            f"{LATER}\n\n{OTHER}",
            ["law citation", "provision added", "provision removed"],
            id="of two versions, nothing in common: 第九条 of one is another article of the next",
        ),
        pytest.param(
            f"{FULL}\n\n{NINE}",
            f"{LATER}\n\n{NINE.replace('重物', '灯笼')}",
            ["law citation", "provision reworded"],
            id="of two versions, nearly the same words",
        ),
        pytest.param(f"{FULL}\n\n{NINE}", f"{FULL}\n\n{OTHER}", ["provision reworded role"], id="of one version"),
    ],
)
def test_one_label_in_two_versions_is_not_one_provision(old: str, new: str, expected: list[str]) -> None:
    assert sorted(kind for _, _, kind in kinds(compare(asked(old), asked(new)))) == expected
