"""Proves that the file is a Word document by the letter of ECMA-376, clean, and the same on every day."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from pipeline.model import PowerList
from pipeline.writers.to_docx import to_docx
from tests.word import W, annex, everything, part, parts, reopened, small

# ECMA-376 Part 1: the order of children, as far as this writer uses them and their neighbours; | stands between those
# that may come in any order.
ORDER: Final = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore autoSpaceDE autoSpaceDN spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b strike color sz szCs u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "tcBorders": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "style": "name basedOn uiPriority semiHidden qFormat pPr rPr tblPr tcPr tblStylePr",
    "tblStylePr": "tcPr",
    "styles": "docDefaults style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "zoom evenAndOddHeaders characterSpacingControl compat",
    "sectPr": "footerReference pgSz pgMar",
    "font": "altName charset",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "p": "pPr bookmarkStart bookmarkEnd r|hyperlink",
    "hyperlink": "r",
}


PLACES: Final = {
    W + name: {W + child: place for place, either in enumerate(order.split()) for child in either.split("|")}
    for name, order in ORDER.items()
}


def out_of_order(root: etree._Element) -> Iterator[str]:
    """Each element whose children do not come in the order of ECMA-376, with what they are."""
    for element in root.iter(*PLACES):
        allowed = PLACES[str(element.tag)]
        places = [allowed.get(str(child.tag), -1) for child in element]
        if -1 in places or places != sorted(places):
            yield f"{etree.QName(element).localname}: {[etree.QName(child).localname for child in element]}"


@pytest.mark.parametrize("make", [everything, annex])
def test_elements_come_in_the_order_the_standard_asks_for(make: Callable[[], PowerList]) -> None:
    for name, root in parts(to_docx(make(), with_findings=True)).items():
        assert list(out_of_order(root)) == [], name


def test_the_check_of_order_finds_what_is_out_of_order() -> None:
    wrong = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r/><w:pPr/></w:p>'.encode())
    assert list(out_of_order(wrong)) == ["p: ['r', 'pPr']"]


def test_every_cell_ends_with_a_paragraph_and_so_does_the_body() -> None:
    for with_findings in (False, True):
        document = part(to_docx(everything(), with_findings=with_findings), "word/document.xml")
        assert all(cell[-1].tag == f"{W}p" for cell in document.iter(f"{W}tc"))
        assert [etree.QName(element).localname for element in list(document[0])[-3:]] == ["tbl", "p", "sectPr"]


def test_the_package_is_whole() -> None:
    found = parts(to_docx(small()))
    types = {each.get("PartName") for each in found["[Content_Types].xml"] if each.get("PartName")}
    assert types == {f"/{name}" for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for rels, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        assert {folder + str(each.get("Target")) for each in found[rels]} <= found.keys()
    ids = {each.get("Id") for each in found["word/_rels/document.xml.rels"]}
    assert not [each for name in found if name.endswith(".rels") for each in found[name] if each.get("TargetMode")]
    namespace = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    used = {each.get(f"{namespace}id") for each in found["word/document.xml"].iter(f"{W}footerReference")}
    assert used <= ids


def test_properties_name_the_list_and_no_author() -> None:
    properties = reopened(small()).core_properties
    assert (properties.title, properties.subject, properties.language) == (
        "云溪市古桥管理局权责清单", "云溪市古桥管理局", "zh-CN",
    )  # fmt: skip
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.created, properties.modified) == (None, None)


def test_nothing_of_the_template_and_nothing_of_a_session_is_left() -> None:
    with zipfile.ZipFile(BytesIO(to_docx(everything(), with_findings=True))) as package:
        names = package.namelist()
        content = b"".join(package.read(name) for name in names)
    assert names[0] == "[Content_Types].xml"  # as packages begin
    assert sorted(names) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml", "word/settings.xml",
        "word/styles.xml",
    ]  # fmt: skip
    assert not re.findall(rb"python-docx|rsid|<dc:creator|<dcterms:|<Application|<Company", content)


def test_the_same_list_gives_the_same_bytes_on_another_day_in_another_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = to_docx(everything(), with_findings=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        second = to_docx(everything(), with_findings=True)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert second == first
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
