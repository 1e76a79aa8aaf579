"""Proves that a JSON file that does not agree with itself is not loaded, and that the schema says what the JSON is.

Every falsification below is one change to the annex's own JSON, which loads as it is.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any, Final

import jsonschema
import pytest
import regex
from pydantic import ValidationError

from pipeline.model import SCHEMA_VERSION, PowerList, json_schema
from pipeline.parse import parse
from tests.golden import ANNEX

Json = dict[str, Any]
Change = Callable[[Json], object]


def _with_register_and_text() -> Json:
    """The annex as a register and an official text would leave it.

    In item 24 第八条 is now 第九条, 第六十四条 now 71.1(2). Of 第四条 in item 1 a (made-up) text has its first word
    otherwise, and a second 款.
    """
    data: Json = json.loads(parse(ANNEX).model_dump_json())
    start = provision(data, 1, 1)["paragraphs"][0]["span"][0]
    data["texts"] = [
        {
            "id": "text-1",
            "law": item(data, 1)["basis"][0]["law"],
            "file": "规定.docx",
            "sha256": "0" * 64,
            "characters": 500,
            "name": "互联网新闻信息服务管理规定",
            "version": "2017-05-02",
            "effective_on": "2017-06-01",
            "chosen": "cited",
        }
    ]
    provision(data, 1, 1)["collation"] = {
        "text": "text-1",
        "outcome": "differs",
        "label": "too_wide",
        "addresses": [_address(4, 1, None)],
        "paragraphs": [1],
        "left_out": [
            {"address": _address(4, 2, None), "whole": True, "text": "（假想的第二款）", "official_span": [90, 98]}
        ],
        "differences": [
            {
                "quoted": provision(data, 1, 1)["text"][:2],
                "span": [start, start + 2],
                "official": "（假想）",
                "official_span": [40, 44],
                "address": _address(4, 1, None),
            }
        ],
    }
    data["as_of"] = "2026-11-23"
    for ordinal, quoted, change, now, also in (
        (1, (8, None, None), "renumbered", (9, None, None), []),
        (7, (64, 1, None), "moved_to_pointer", (71, 1, 2), [(71, 2, None)]),
    ):
        provision(data, 24, ordinal)["current"] = {
            "version": "2025-10-28",
            "quoted_version": "2016-11-07",
            "quoted_addresses": [_address(*quoted)],
            "change": change,
            "addresses": [_address(*now)],
            "also": [_address(*each) for each in also],
            "candidates": [],
            "numbers_changed": None,
            "note": None,
            "verified": True,
        }
    _add_sub_items(data)
    return data


def _add_sub_items(data: Json) -> None:
    """Item 1 has no sub-item; here its title is two, the first with a basis of its own."""
    start, end = item(data, 1)["spans"]["title"]
    for text, left, right, basis in (
        ("未履行", start, start + 3, [{"law": "law-1", "ordinals": [1]}]),
        ("义务的", end - 6, end - 3, None),
    ):
        sub_item = {"label": "", "number": None, "text": text, "span": [left, right], "spans": {"text": [left, right]}}
        item(data, 1)["sub_items"].append(sub_item | {"basis": basis})


def _address(article: int, paragraph: int | None, subparagraph: int | None) -> Json:
    levels = {"article": article, "paragraph": paragraph, "subparagraph": subparagraph}
    return levels | {"article_suffix": None, "point": None}


# --- places in the annex --------------------------------------------------------------------------------------------


def item(data: Json, number: int) -> Any:
    """Item *number*: 1 to 14 stand in the first table, 15 to 24 in the second."""
    return data["tables"][0]["items"][number - 1] if number <= 14 else data["tables"][1]["items"][number - 15]


def provision(data: Json, number: int, ordinal: int) -> Any:
    """A provision of an item that cites one law."""
    return item(data, number)["basis"][0]["provisions"][ordinal - 1]


def here(data: Json) -> Any:
    """第七条第二款 in item 1: quoted_here, in 1:2, once in the list."""
    return provision(data, 1, 3)["references"][0]


def elsewhere(data: Json) -> Any:
    """第八条 in item 1: quoted_elsewhere, in 2:2."""
    return provision(data, 1, 3)["references"][1]


def nowhere(data: Json) -> Any:
    """第二十二条第二款 in item 21: not_quoted."""
    return next(
        reference
        for each in item(data, 21)["basis"][0]["provisions"]
        for reference in each["references"]
        if reference["status"] == "not_quoted"
    )


def fine(data: Json) -> Any:
    """处五千元以上三万元以下罚款 in item 1, with its condition 情节严重或拒不改正."""
    return provision(data, 1, 3)["sanctions"][3]


def multiple(data: Json) -> Any:
    """处采购金额一倍以上十倍以下罚款 in item 20."""
    return provision(data, 20, 9)["sanctions"][1]


def at(item_number: int, ordinal: int) -> Json:
    """A location."""
    return {"item": item_number, "ordinal": ordinal}


def collated(data: Json) -> Any:
    """第四条 in item 1 beside its text."""
    return provision(data, 1, 1)["collation"]


def moved(data: Json) -> Any:
    """第八条 in item 24, now 第九条."""
    return provision(data, 24, 1)["current"]


ANNEX_JSON: Final = _with_register_and_text()


def test_the_places_are_what_they_are_said_to_be() -> None:
    assert (here(ANNEX_JSON)["status"], here(ANNEX_JSON)["found_in"]) == ("quoted_here", [at(1, 2)])
    assert (elsewhere(ANNEX_JSON)["status"], elsewhere(ANNEX_JSON)["found_in"]) == ("quoted_elsewhere", [at(2, 2)])
    assert nowhere(ANNEX_JSON)["found_count"] == 0
    assert (fine(ANNEX_JSON)["fine"]["max"], fine(ANNEX_JSON)["condition"]) == (30_000, "情节严重或拒不改正")
    assert (moved(ANNEX_JSON)["change"], moved(ANNEX_JSON)["addresses"][0]["article"]) == ("renumbered", 9)
    assert multiple(ANNEX_JSON)["fine"]["base"] == "采购金额"
    assert provision(ANNEX_JSON, 24, 1)["label"] == "第八条"
    assert item(ANNEX_JSON, 1)["basis"][0]["law"] != item(ANNEX_JSON, 24)["basis"][0]["law"]


# --- falsifications -------------------------------------------------------------------------------------------------

FALSE: Final[list[tuple[str, Change]]] = [
    # where a target is said to stand
    ("found in an item that is not there", lambda d: here(d).update(found_in=[at(25, 1)])),
    ("found in a provision that is not there", lambda d: here(d).update(found_in=[at(1, 4)])),
    ("found in another article", lambda d: here(d).update(found_in=[at(1, 1)])),
    ("found in the same article of another law", lambda d: elsewhere(d).update(found_in=[at(24, 1)])),
    ("a table that declares other items, and no finding says so", lambda d: d["tables"][0].update(declared_count=15)),
    ("found nowhere, yet quoted here", lambda d: here(d).update(found_in=[], found_count=0)),
    ("found at no place, though counted", lambda d: here(d).update(found_in=[])),
    ("counted less often than listed", lambda d: here(d).update(found_count=0)),
    ("counted more often than the list has provisions", lambda d: here(d).update(found_count=85)),
    ("one place listed twice", lambda d: here(d).update(found_in=[at(1, 2), at(1, 2)], found_count=2)),
    ("item 0", lambda d: here(d).update(found_in=[at(0, 2)])),
    ("a negative count", lambda d: nowhere(d).update(found_count=-1)),
    # status against the rest
    ("quoted_here, but found elsewhere", lambda d: elsewhere(d).update(status="quoted_here")),
    ("quoted_partly, but found elsewhere", lambda d: elsewhere(d).update(status="quoted_partly")),
    ("quoted_elsewhere, but found here", lambda d: here(d).update(status="quoted_elsewhere")),
    ("not_quoted, but found", lambda d: here(d).update(status="not_quoted")),
    ("quoted, but not found", lambda d: nowhere(d).update(status="quoted_elsewhere")),
    ("ambiguous, but not found", lambda d: nowhere(d).update(status="ambiguous")),
    ("not_quoted, but counted", lambda d: nowhere(d).update(found_count=1)),
    ("other_law, but the law is in the list", lambda d: nowhere(d).update(status="other_law")),
    ("a law outside the list, but not other_law", lambda d: nowhere(d).update(law=None, law_name="风铃管理办法")),
    ("unresolved, but with a target", lambda d: nowhere(d).update(status="unresolved")),
    ("no target, but not unresolved", lambda d: nowhere(d).update(target=None)),
    ("no target, but quoted", lambda d: here(d).update(target=None)),
    ("a status that does not exist", lambda d: here(d).update(status="quoted")),
    ("a base that does not exist", lambda d: here(d).update(base="own")),
    ("no status", lambda d: here(d).pop("status")),
    # laws
    ("a reference to a law that is not in laws", lambda d: here(d).update(law="law-4")),
    ("a basis of a law that is not in laws", lambda d: item(d, 1)["basis"][0].update(law="law-4")),
    ("two laws with one id", lambda d: d["laws"][1].update(id="law-1")),
    ("a law is gone", lambda d: d["laws"].pop()),
    ("an id of another shape", lambda d: d["laws"][0].update(id="网络安全法")),
    ("a date that is none", lambda d: d["laws"][0].update(effective_on="2017年6月1日")),
    # numbers
    ("an item's number skips one", lambda d: item(d, 24).update(number=25)),
    ("two items with one number", lambda d: item(d, 2).update(number=1)),
    ("two items change places", lambda d: d["tables"][0]["items"].reverse()),
    ("an item is gone", lambda d: d["tables"][0]["items"].pop(0)),
    ("two items with one id", lambda d: item(d, 2).update(id=item(d, 1)["id"])),
    ("an id of another shape", lambda d: item(d, 1).update(id="1")),
    ("an ordinal skips one", lambda d: provision(d, 1, 3).update(ordinal=4)),
    ("two provisions with one ordinal", lambda d: provision(d, 1, 2).update(ordinal=1)),
    ("a provision is gone", lambda d: item(d, 1)["basis"][0]["provisions"].pop(1)),
    ("article 0", lambda d: here(d)["target"].update(article=0)),
    ("paragraph 0", lambda d: provision(d, 1, 2)["paragraphs"][0].update(number=0)),
    ("a number in words", lambda d: item(d, 1).update(number="一")),
    ("a finding about an item that is not there", lambda d: d["findings"][0].update(items=[25])),
    ("a finding about item 0", lambda d: d["findings"][0].update(items=[0])),
    # spans
    ("the text is shorter than the spans say", lambda d: d["source"].update(characters=12_800)),
    ("an item past the end of the text", lambda d: item(d, 24).update(span=[12_000, 12_872])),
    ("a block past the end", lambda d: d["blocks"][0].update(span=[0, 12_872])),
    ("a caption past the end", lambda d: d["tables"][0].update(span=[12_871, 12_872])),
    ("a finding past the end", lambda d: d["findings"][0].update(span=[12_871, 12_872])),
    ("a span that runs backwards", lambda d: item(d, 1).update(span=[500, 200])),
    ("a negative span", lambda d: item(d, 1).update(span=[-1, 200])),
    ("a span of three numbers", lambda d: item(d, 1).update(span=[100, 200, 300])),
    ("a field outside its item", lambda d: item(d, 1)["spans"].update(title=[0, 4])),
    ("a basis outside its item", lambda d: item(d, 1)["basis"][0].update(span=item(d, 2)["span"])),
    ("a citation outside its basis", lambda d: item(d, 1)["basis"][0]["spans"].update(citation=[0, 4])),
    ("a provision outside its basis", lambda d: provision(d, 1, 1).update(span=[0, 4])),
    ("a label outside its provision", lambda d: provision(d, 1, 1)["spans"].update(label=[0, 4])),
    ("a paragraph outside its provision", lambda d: provision(d, 1, 1)["paragraphs"][0].update(span=[0, 4])),
    ("an item of a paragraph outside its provision", lambda d: _first_subparagraph(d).update(span=[0, 4])),
    ("a reference outside its provision", lambda d: here(d).update(span=[0, 4])),
    # fines
    ("a range of money that runs backwards", lambda d: fine(d)["fine"].update(min=30_001)),
    ("a fine without bounds", lambda d: fine(d)["fine"].update(min=None, max=None)),
    ("a fine of nothing", lambda d: fine(d)["fine"].update(min=0)),
    ("a fine that is no number", lambda d: fine(d)["fine"].update(max="三万元")),
    ("a fine in another unit", lambda d: fine(d)["fine"].update(unit="dollars")),
    ("money that is multiplied", lambda d: fine(d)["fine"].update(base="违法所得")),
    ("a warning with an amount", lambda d: provision(d, 1, 3)["sanctions"][0].update(fine=fine(d)["fine"])),
    ("a warning with its place", lambda d: provision(d, 1, 3)["sanctions"][0]["spans"].update(amount=[700, 702])),
    ("an amount without its place", lambda d: fine(d)["spans"].pop("amount")),
    ("a condition without its place", lambda d: fine(d)["spans"].pop("condition")),
    ("the place of a condition there is not", lambda d: fine(d).update(condition=None, tier="base")),
    ("a condition longer than its place", lambda d: fine(d).update(condition="情节特别严重或拒不改正")),
    ("an aggravated tier on no condition", lambda d: multiple(d).update(tier="aggravated")),
    ("an addressee that is not printed", lambda d: fine(d).update(who="单位")),
    ("another base than the one at its place", lambda d: multiple(d)["fine"].update(base="违法所得")),
    ("a ceiling without its place", lambda d: multiple(d)["fine"].update(cap=5)),
    ("a tier that does not exist", lambda d: fine(d).update(tier="heavy")),
    ("a sanction outside its provision", lambda d: provision(d, 1, 3)["sanctions"][0].update(span=[0, 4])),
    # penalties and the duties they reach
    ("a penalty's entry is gone", lambda d: item(d, 20)["penalties"].pop()),
    ("a penalty's entry twice", lambda d: item(d, 1)["penalties"].append(item(d, 1)["penalties"][0])),
    ("an entry for a provision that is no penalty", lambda d: item(d, 1)["penalties"][0].update(ordinal=2)),
    ("a duty that is none", lambda d: item(d, 1)["penalties"][0].update(duties=[1])),
    ("a duty that is not there", lambda d: item(d, 1)["penalties"][0].update(duties=[4])),
    ("a sanction of another provision", lambda d: item(d, 2)["penalties"][0].update(sanctions=_sanctions(d, 1))),
    # what the register says
    ("current, but as of no day", lambda d: d.update(as_of=None)),
    ("a day that is none", lambda d: d.update(as_of="today")),
    ("as of a day before the version in force", lambda d: d.update(as_of="2025-10-27")),
    ("two versions of one law in force", lambda d: moved(d).update(version="2019-01-01")),
    ("current of a provision without an address", lambda d: provision(d, 24, 1).update(addresses=[])),
    ("current of a provision without a law", lambda d: item(d, 24)["basis"][0].update(law=None)),
    ("current of another article", lambda d: moved(d).update(quoted_addresses=[_address(7, None, None)])),
    ("current of nothing", lambda d: moved(d).update(quoted_addresses=[])),
    ("a change that does not exist", lambda d: moved(d).update(change="improved")),
    ("moved to nowhere", lambda d: moved(d).update(addresses=[])),
    ("repealed, but still somewhere", lambda d: moved(d).update(change="repealed")),
    ("ambiguous without candidates", lambda d: moved(d).update(change="ambiguous", addresses=[])),
    ("candidates, but not ambiguous", lambda d: moved(d).update(candidates=moved(d)["addresses"])),
    ("the same, but elsewhere", lambda d: moved(d).update(change="same")),
    ("renumbered, but where it was", lambda d: moved(d).update(addresses=moved(d)["quoted_addresses"])),
    ("changed since the version in force", lambda d: moved(d).update(quoted_version="2025-10-28")),
    ("also where it stands itself", lambda d: moved(d).update(also=moved(d)["addresses"])),
    # sub-items
    ("a sub-item outside its item", lambda d: item(d, 1)["sub_items"][0].update(span=[0, 3])),
    ("a sub-item's basis of another law", lambda d: item(d, 1)["sub_items"][0]["basis"][0].update(law="law-2")),
    ("a sub-item's provision of no item", lambda d: item(d, 1)["sub_items"][0]["basis"][0].update(ordinals=[99])),
    ("a sub-item without its basis", lambda d: item(d, 1)["sub_items"][1].pop("basis")),
    # what official texts say
    ("beside a text that is not there", lambda d: d.update(texts=[])),
    ("a text of a law that is not there", lambda d: d["texts"][0].update(law="law-9")),
    ("a text of another law", lambda d: d["texts"][0].update(law="law-2")),
    ("two texts of one law", lambda d: d["texts"].append(d["texts"][0] | {"id": "text-2"})),
    ("texts not numbered through", lambda d: d["texts"][0].update(id="text-2") or collated(d).update(text="text-2")),
    ("a way of choosing that does not exist", lambda d: d["texts"][0].update(chosen="guess")),
    ("equal, but with a difference", lambda d: collated(d).update(outcome="equal")),
    ("differs, but in nothing", lambda d: collated(d).update(differences=[])),
    ("not found, but somewhere", lambda d: collated(d).update(outcome="not_found", label="wrong")),
    ("elsewhere, but the label fits", lambda d: collated(d).update(outcome="elsewhere", label="fits")),
    ("nowhere, but found", lambda d: collated(d).update(addresses=[])),
    ("nothing said of the label", lambda d: collated(d).update(label=None)),
    ("another number of 款", lambda d: collated(d).update(paragraphs=[1, 2])),
    ("款 zero", lambda d: collated(d).update(paragraphs=[0])),
    ("a difference outside its provision", lambda d: collated(d)["differences"][0].update(span=[0, 2])),
    ("a difference longer than its words", lambda d: collated(d)["differences"][0].update(quoted="国家的")),
    ("a difference between nothing", lambda d: collated(d)["differences"][0].update(quoted="", official="")),
    ("official words without a place", lambda d: collated(d)["differences"][0].update(official_span=None)),
    ("official words past the text", lambda d: collated(d)["differences"][0].update(official_span=[498, 502])),
    ("left out past the text", lambda d: collated(d)["left_out"][0].update(official_span=[498, 502])),
    # the contract's words and fields
    ("another version of the schema", lambda d: d.update(schema_version="2.0.0")),
    ("a severity that does not exist", lambda d: d["findings"][0].update(severity="fatal")),
    ("a code of another shape", lambda d: d["findings"][0].update(code="Row Incomplete")),
    ("a kind of block that does not exist", lambda d: d["blocks"][0].update(kind="footer")),
    ("a role that does not exist", lambda d: provision(d, 1, 1).update(role="power")),
    ("a condition outside its provision", lambda d: fine(d)["spans"].update(condition=[0, 9])),
    ("a sanction that does not exist", lambda d: provision(d, 1, 3)["sanctions"][0].update(kind="whipping")),
    ("a column for a field that does not exist", lambda d: d["tables"][0]["columns"][0].update(field="phone")),
    ("a digest that is none", lambda d: d["source"].update(sha256="abc")),
    ("no title of the list", lambda d: d.pop("title")),
    ("no place", lambda d: item(d, 1).pop("place")),
    ("null for a text", lambda d: provision(d, 1, 1).update(text=None)),
]  # fmt: skip


def _sanctions(data: Json, number: int) -> Any:
    return item(data, number)["penalties"][0]["sanctions"]


def _first_subparagraph(data: Json) -> Any:
    return next(
        part
        for number in range(1, 25)
        for each in item(data, number)["basis"][0]["provisions"]
        for paragraph in each["paragraphs"]
        for part in paragraph["subparagraphs"]
    )


def test_the_annex_loads_as_it_is() -> None:
    assert json.loads(PowerList.model_validate(copy.deepcopy(ANNEX_JSON)).model_dump_json()) == ANNEX_JSON


@pytest.mark.parametrize("change", [pytest.param(change, id=why) for why, change in FALSE])
def test_a_falsified_list_is_not_loaded(change: Change) -> None:
    data = copy.deepcopy(ANNEX_JSON)
    change(data)
    assert data != ANNEX_JSON, "the change changes nothing"
    with pytest.raises(ValidationError):
        PowerList.model_validate_json(json.dumps(data))


def _records(value: object, path: str = "") -> Iterator[tuple[str, Json]]:
    """Every JSON object of the list that is a record, the first of each kind; spans and extra are maps, no records."""
    if isinstance(value, list):
        for each in value:
            yield from _records(each, path)
    elif isinstance(value, dict):
        yield path, value
        for key, below in value.items():
            if key not in ("spans", "extra"):
                yield from _records(below, f"{path}.{key}")


RECORDS: Final = sorted({path for path, _ in _records(ANNEX_JSON)})


@pytest.mark.parametrize("path", RECORDS)
def test_an_unknown_key_is_not_loaded(path: str) -> None:
    """Whichever record it stands in: a misspelt key must not vanish."""
    data = copy.deepcopy(ANNEX_JSON)
    next(record for where, record in _records(data) if where == path)["colour"] = "红"
    with pytest.raises(ValidationError, match="colour"):
        PowerList.model_validate(data)


def test_all_records_were_tried() -> None:
    defined = {"PowerList", *json_schema()["$defs"]}
    addresses = {"addresses", "quoted_addresses", "also", "address"}
    assert "SubItemBasis" in defined  # at sub_items.basis, beside the item's own basis
    assert len({path.rsplit(".", 1)[-1] for path in RECORDS} - addresses) == len(defined) - 1
    assert any(path.endswith("sub_items.basis") for path in RECORDS)


def test_the_reason_names_the_place() -> None:
    data = copy.deepcopy(ANNEX_JSON)
    here(data)["found_in"] = [at(1, 4)]
    with pytest.raises(ValidationError, match=r"item 1, provision 3, reference 第七条第二款: .*provision 4.*not exist"):
        PowerList.model_validate(data)


def test_a_list_does_not_change() -> None:
    power_list = PowerList.model_validate(ANNEX_JSON)
    with pytest.raises(ValidationError, match="frozen"):
        power_list.items[0].title = "对悬挂重物的处罚"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        power_list.title = ""  # type: ignore[misc]


# --- the schema -----------------------------------------------------------------------------------------------------

SCHEMA: Final = json_schema()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"].endswith(f":{SCHEMA_VERSION}")
    assert list(SCHEMA)[:2] == ["$schema", "$id"]


def test_the_annex_fits_the_schema() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(ANNEX_JSON)


SHAPELESS: Final[list[tuple[str, Change]]] = [
    ("a key the contract does not name", lambda d: d.update(colour="红")),
    ("such a key deep inside", lambda d: here(d)["target"].update(chapter=1)),
    ("a status that does not exist", lambda d: here(d).update(status="quoted")),
    ("article 0", lambda d: here(d)["target"].update(article=0)),
    ("a span of one number", lambda d: item(d, 1).update(span=[3])),
    ("a key is missing", lambda d: item(d, 1).pop("remarks")),
    ("null where the contract has none", lambda d: item(d, 1).update(place=None)),
    ("another version", lambda d: d.update(schema_version="2.0.0")),
]


@pytest.mark.parametrize("change", [pytest.param(change, id=why) for why, change in SHAPELESS])
def test_the_schema_refuses_what_has_another_shape(change: Change) -> None:
    data = copy.deepcopy(ANNEX_JSON)
    change(data)
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(data)


def _properties() -> Iterator[tuple[str, Json]]:
    for name, definition in [("PowerList", SCHEMA), *SCHEMA["$defs"].items()]:
        for field, described in definition["properties"].items():
            yield f"{name}.{field}", described


@pytest.mark.parametrize(("name", "described"), [pytest.param(*each, id=each[0]) for each in _properties()])
def test_every_property_has_a_chinese_name_and_description(name: str, described: Json) -> None:
    assert regex.search(r"\p{Han}", described.get("title", "")), f"{name} is called {described.get('title')!r}"
    assert described.get("description"), f"{name} has no description"


def test_every_property_is_required_and_no_other_allowed() -> None:
    """An absent key would say nothing about whether there was nothing or nobody looked."""
    for definition in (SCHEMA, *SCHEMA["$defs"].values()):
        assert definition["additionalProperties"] is False
        assert set(definition["required"]) == set(definition["properties"])


CONTRACT: Final = {
    "PowerList": "schema_version title authority source as_of laws tables blocks findings",
    "Source": "file sha256 encoding format characters",
    "Law": "id name citation document_number effective_on adopted_on rank_label",
    "Table": "label caption power_type declared_count items",
    "Item": "id number serial title sub_item power_type basis department level remarks extra place span spans",
    "Basis": "law citation span provisions",
    "Provision": "ordinal label addresses role text paragraphs references sanctions current span spans",
    "Current": "version quoted_version quoted_addresses change addresses also candidates numbers_changed note verified",
    "Address": "article article_suffix paragraph subparagraph point",
    "Sanction": "kind text span fine who condition tier optional cumulation spans",
    "Fine": "unit min max base per cap",
    "Paragraph": "number text span subparagraphs",
    "Subparagraph": "label number text span",
    "Reference": "text span base law law_name target status found_in found_count",
    "Location": "item ordinal",
    "Block": "kind text span",
    "Finding": "code severity items message quote span place",
}
"""The names of design §4, which are fixed; more may be added."""


@pytest.mark.parametrize("noun", CONTRACT)
def test_the_names_of_the_contract_stand(noun: str) -> None:
    definition = SCHEMA if noun == "PowerList" else SCHEMA["$defs"][noun]
    assert set(CONTRACT[noun].split()) <= set(definition["properties"])
