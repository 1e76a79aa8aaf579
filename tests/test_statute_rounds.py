"""Proves of any statute that what its own writer printed is read back, and of any quotation from it that it is found
where it is from. The statutes are drawn; no law in them exists."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.address import Address
from pipeline.errors import SourceUnreadable
from pipeline.statutes import Collator, Quote, Statute, read_statute
from tests.statutes import NAME, ArticleData, Format, ParagraphData, Style, formats, rendered, statutes, styles, units

SLOW = settings(deadline=None, max_examples=60)


def printed(paragraph: ParagraphData) -> list[str]:
    """The lines of a 款 as a list quotes it."""
    return [unit.split(" ", 1)[1] for unit in units((ArticleData(1, 0, (paragraph,)),))]


def read(articles: tuple[ArticleData, ...]) -> Statute:
    return read_statute(rendered(articles, Style(), "text"), "条例.txt")


@SLOW
@given(statutes(), styles, formats)
def test_what_was_printed_is_read(articles: tuple[ArticleData, ...], style: Style, form: Format) -> None:
    statute = read_statute(rendered(articles, style, form), "条例")
    assert (statute.name, statute.dates.version) == (NAME, "2031-01-18")
    assert [f"{unit.address.compact()} {statute.text[slice(*unit.span)]}" for unit in statute.units] == units(articles)
    assert statute.faults == ()
    titles = [article.chapter for article in articles if article.chapter]
    assert [heading.title for heading in statute.headings] == titles


@SLOW
@given(st.data(), statutes())
def test_whole_paragraphs_are_found_under_their_numbers(data: st.DataObject, articles: tuple[ArticleData, ...]) -> None:
    """Whichever 款 of an article are quoted, under whichever label of it: nothing differs, and the numbers are true."""
    article = data.draw(st.sampled_from(articles))
    every = range(1, len(article.paragraphs) + 1)
    numbers = sorted(data.draw(st.sets(st.sampled_from(every), min_size=1)))
    label = data.draw(st.sampled_from([None, *every]))
    quoted = [line for number in numbers for line in printed(article.paragraphs[number - 1])]
    address = Address(article.number, article.suffix or None, label)
    collated = Collator(read(articles)).collate(Quote((address,), tuple(quoted)))
    assert (collated.outcome, collated.differences) == ("equal", ())
    assert list(dict.fromkeys(collated.paragraphs)) == numbers
    left = sorted(gap.address.paragraph or 0 for gap in collated.left_out)
    assert all(gap.whole for gap in collated.left_out)
    if label is None:
        assert left == [number for number in every if number not in numbers]
        assert collated.label == ("fits" if numbers == list(every) else "too_wide")
    else:
        assert left == [label] * (label not in numbers)
        assert collated.label == ("fits" if numbers == [label] else "wrong")


@SLOW
@given(st.data(), statutes())
def test_under_another_article_it_is_said_where_it_stands(
    data: st.DataObject, articles: tuple[ArticleData, ...]
) -> None:
    article = data.draw(st.sampled_from(articles))
    wrong = Address(article.number + 40)
    quoted = tuple(line for paragraph in article.paragraphs for line in printed(paragraph))
    collated = Collator(read(articles)).collate(Quote((wrong,), quoted))
    assert (collated.outcome, collated.label) == ("elsewhere", "wrong")
    assert collated.addresses == (Address(article.number, article.suffix or None),)


@SLOW
@given(st.data(), statutes())
def test_one_character_changed_is_found(data: st.DataObject, articles: tuple[ArticleData, ...]) -> None:
    """Where it was changed, with both characters, and nothing else."""
    article = data.draw(st.sampled_from(articles))
    lines = [line for paragraph in article.paragraphs for line in printed(paragraph)]
    index = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(3, len(lines[index]) - 2))
    was = lines[index][at]
    lines[index] = f"{lines[index][:at]}木{lines[index][at + 1 :]}"
    address = Address(article.number, article.suffix or None)
    statute = read(articles)
    collated = Collator(statute).collate(Quote((address,), tuple(lines)))
    (difference,) = collated.differences
    assert (difference.quoted, difference.official) == ("木", was)
    assert "\n".join(lines)[slice(*difference.span)] == "木"
    assert difference.official_span is not None
    assert statute.text[slice(*difference.official_span)] == was
    assert collated.left_out == ()


@settings(deadline=None, max_examples=150)
@given(st.text("第一二三条款章节（）《》的规定之、。：；\n\t 　1.①…年月日通过修正附件目录", max_size=300))
def test_any_text_is_a_statute_or_refused(text: str) -> None:
    """Total: whatever the file holds, it is read or refused; what is read lies in the text, in order."""
    with contextlib.suppress(SourceUnreadable):
        statute = read_statute(text.encode(), "条例.txt")
        spans = [unit.span for unit in statute.units]
        assert all(start <= end for start, end in spans)
        assert spans == sorted(spans)
        assert all(0 <= fault.span[0] <= fault.span[1] <= len(text) for fault in statute.faults)
