"""Bar charts as XML (ECMA-376 Part 1 §21.2), with the numbers they show, and their frames on a sheet (§20.5).

Knows how a chart is written so that it is seen in a preview too: names and numbers stand in it, besides the cells they
come from. Does not know what is counted, nor where on the sheet a chart stands.

openpyxl would leave the numbers out, and call each frame Chart 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.columns import Count
from pipeline.writers.ooxml import XML_DECLARATION, Fonts, attribute, clean_text
from pipeline.writers.sheet_xml import xml_text

_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU: Final = 12_700  # in a point
_BAR: Final = "1F4E78"
_AXIS: Final = "BFBFBF"
_TITLE_SIZE: Final = 1200  # hundredths of a point
_LABEL_SIZE: Final = 900
_AXES: Final = ("1", "2")  # names, numbers


class Bars(NamedTuple):
    """What a chart shows: a bar for the first number of each count, that number's heading, and their cells."""

    title: str
    heading: str
    counts: Sequence[Count]
    heading_at: str
    names_at: str
    numbers_at: str


class Frame(NamedTuple):
    """Where a chart stands: the cell of its upper left corner, counted from 0, and its size in points."""

    column: int
    row: int
    width: float
    height: float


def drawing(charts: Sequence[tuple[Bars, Frame]]) -> bytes:
    """The drawing part of a sheet with *charts*, whose relationships are rId1, rId2 …; each is named by its title."""
    return (
        XML_DECLARATION + f'<xdr:wsDr xmlns:xdr="{_MAIN}/spreadsheetDrawing" xmlns:a="{_MAIN}/main">'
        f"{''.join(_anchor(number, *each) for number, each in enumerate(charts, 1))}</xdr:wsDr>"
    ).encode()


def _anchor(number: int, bars: Bars, frame: Frame) -> str:
    title = attribute(clean_text(bars.title))
    return (
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>{frame.column}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{frame.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
        f'<xdr:ext cx="{round(frame.width * _EMU)}" cy="{round(frame.height * _EMU)}"/>'
        f'<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="{number + 1}" name={title} descr={title}/>'
        "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{_MAIN}/chart"><c:chart xmlns:c="{_MAIN}/chart"'
        f' xmlns:r="{_RELATED}" r:id="rId{number}"/></a:graphicData></a:graphic></xdr:graphicFrame>'
        "<xdr:clientData/></xdr:oneCellAnchor>"
    )


def bar_chart(bars: Bars, fonts: Fonts) -> bytes:
    """The chart part: one bar below the other, the first on top, each with its number at its end."""
    names, numbers = _AXES
    plain = _font(fonts.number, _LABEL_SIZE)
    line = f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{_AXIS}"/></a:solidFill></a:ln></c:spPr>'
    return (
        XML_DECLARATION + "<c:chartSpace "
        f'xmlns:c="{_MAIN}/chart" xmlns:a="{_MAIN}/main">'
        '<c:roundedCorners val="0"/><c:chart>'
        f"{_title(bars.title, fonts)}"
        '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx><c:strRef><c:f>{xml_text(bars.heading_at)}</c:f>{_strings([bars.heading])}</c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{_BAR}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{xml_text(bars.names_at)}</c:f>"
        f"{_strings([count.name for count in bars.counts])}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{xml_text(bars.numbers_at)}</c:f>"
        f"{_numbers([count.numbers[0] for count in bars.counts])}</c:numRef></c:val>"
        f'</c:ser><c:gapWidth val="60"/><c:axId val="{names}"/><c:axId val="{numbers}"/></c:barChart>'
        f'<c:catAx><c:axId val="{names}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{line}{plain}'
        f'<c:crossAx val="{numbers}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{numbers}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{names}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
        "</c:plotArea>"
        '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill>'
        f'<a:srgbClr val="{_AXIS}"/></a:solidFill></a:ln></c:spPr>{plain}</c:chartSpace>'
    ).encode()


def _title(text: str, fonts: Fonts) -> str:
    face = attribute(fonts.heading)
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr>"
        f'<a:r><a:rPr lang="zh-CN" sz="{_TITLE_SIZE}" b="0"><a:latin typeface={face}/><a:ea typeface={face}/></a:rPr>'
        f'<a:t>{xml_text(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def _font(name: str, size: int) -> str:
    face = attribute(name)
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{size}" b="0"><a:latin typeface={face}/><a:ea typeface={face}/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _strings(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{xml_text(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _numbers(values: Sequence[int]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in enumerate(values))
    return f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
