"""A line of the cell → the laws, labels and texts in it, put where they belong.

Knows that a line break is a hint only: several laws and labels can stand in one line, and a line, a note or a label
can be broken by a narrow column. Does not know how any of them looks.
"""

from __future__ import annotations

from typing import Final

from pipeline.basis.continuing import add_text, add_whole, breaks_off, goes_on, in_sentence, is_glued
from pipeline.basis.fields import read_fields, read_place_field
from pipeline.basis.finishing import finish
from pipeline.basis.glances import is_plain_text
from pipeline.basis.labels import glued_label, labelled, opens_next_paragraph, plain_label, starts_label
from pipeline.basis.laws import bare_law, heading_law, is_names, law_line, separated
from pipeline.basis.nothing import read_nothing
from pipeline.basis.nouns import BasisText, Draft, LawLine
from pipeline.basis.openings import law_follows, opening_law, opens_further_law, stated, told_label
from pipeline.basis.places import is_nothing_but_places, read_places
from pipeline.basis.sections import is_next_section
from pipeline.readers import content
from pipeline.words import basis as words
from pipeline.words import labels as label_words
from pipeline.words.fields import FIELD_NAME

_SEPARATORS: Final = "：:，,。；;、|｜》〉 \t\u3000\u00a0"
_COMMAS: Final = "，,、"
_PLUS: Final = ("+", "＋")
_TITLES: Final = "《〈<＜【[〔"
_BLANKS: Final = " \u3000\u00a0"
_BROKEN_LABEL: Final = 12
_BARE_REACH: Final = 2000
"""Characters a text may have before a law without marks: to look further would cost the square of a cell."""

_NAMES: Final = 20
"""Lines of a cell that is nothing but names of laws: more are not looked at."""
_FIELD: Final = 12
"""Characters of 12、法律法规名称, with which a law begins that has fields."""


class Cell:
    """A cell that is being read: what is finished, and the law whose provisions come now."""

    __slots__ = (
        "_drafts",
        "_end",
        "_law",
        "_names",
        "_notice",
        "_opened",
        "_result",
        "_runs_on",
        "_start",
        "_stated",
        "_text",
    )

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._runs_on = words.RUN_ON.search(text, start, end) is not None
        self._result: list[BasisText] = []
        self._law: LawLine | None = None
        self._names: bool | None = None
        self._drafts: list[Draft] = []
        self._opened = self._stated = self._notice = False

    def finished(self) -> list[BasisText]:
        """What was read, the last law included."""
        if self._opened:
            self._result.append(finish(self._text, self._law, self._drafts))
            self._opened = False
        return self._result

    def _open(self, law: LawLine) -> None:
        self.finished()
        self._law, self._drafts, self._opened = law, [], True
        self._notice = words.NOTICE_ENDS.search(law.name) is not None

    def read_line(self, left: int, right: int) -> int:
        """Read a line that is not blank, and what it needs of those below; gives where the reading ended."""
        if not self._runs_on and self._read_plain(left, right):
            return right
        inside = labelled_now = False
        while left < right:
            after = None
            if not labelled_now:
                after = self._read_law(left, right, inside=inside)
                if after is None:
                    self._opened = True
                    after = self._read_places(left, right)
            if after is None and not labelled_now:
                after = self._read_label(left, right)
                labelled_now = after is not None and not law_follows(
                    self._text, after, right, self._end, bare=self._is_bare()
                )
            after = after or add_whole(self._text, self._drafts, left, right)
            if after is None:
                after = self._next_start(left, right)
                add_text(self._text, self._drafts, left, after)
                labelled_now = False
            if after > right:
                right = self._line_end(after)
            left = content(self._text, after, right)[0] if after < right else right
            inside = True
        return right

    def _read_plain(self, left: int, right: int) -> bool:
        """Read a line that is a label with its text, or text, and nothing else, as most are: it saves half the time."""
        text, drafts = self._text, self._drafts
        lines = drafts[-1].lines if drafts else None
        if lines and text[lines[-1][1] - 1] not in words.ENDS:
            return False
        if text[left] == "第":
            read = plain_label(text, left, right)
            if read is None:
                return False
            draft, start = read
            draft.lines.append((start, right))
            drafts.append(draft)
            self._opened = True
            return True
        if lines is None or (self._notice and text[left] in "（(") or not is_plain_text(text, left, right):
            return False
        lines.append((left, right))
        return True

    def _line_end(self, position: int) -> int:
        """The end of the line that *position* stands in."""
        found = self._text.find("\n", position, self._end)
        return content(self._text, position, self._end if found < 0 else found)[1]

    # --- what a piece of a line can be: each gives where it ends, or None ---

    def _read_law(self, left: int, right: int, *, inside: bool) -> int | None:
        text = self._text
        if (nothing := read_nothing(text, left, (self._start, self._end))) is not None:
            self._open(nothing)
            self.finished()
            self._law, self._drafts = None, []
            return separated(text, nothing.span[1], self._end)
        if text.find(FIELD_NAME, left, left + _FIELD) >= 0:
            fields = read_fields(text, left, self._end)
            if fields is not None:
                self._open(fields.law)
                if fields.provision is not None:
                    self._drafts.append(fields.provision)
                return fields.end
        law = None if inside and text[left] in _TITLES and not self._stated else opening_law(text, left, right)
        if law is not None and (not (self._opened or self._result) or self._opens(law, right)):
            self._open(law)
            self._stated = True
            return self._read_stated(law.span[1], right)
        law = law_line(text, left, right, self._end)
        if law is None and self._is_alone(left, right, inside=inside):
            law = bare_law(text, left, right)
        if law is None and not (self._opened or self._result):
            law = heading_law(text, left, right)
        if law is None or in_sentence(self._text, self._drafts, law, (left, right), self._end, inside=inside):
            return None
        self._open(law)
        after = separated(text, law.span[1], self._end)
        field = read_place_field(text, after, self._end)
        if field is not None:
            self._drafts.append(field[0])
            return field[1]
        joined = words.NEXT_TITLE.match(text, after, self._end)
        return joined.end() if joined else after

    def _is_alone(self, left: int, right: int, *, inside: bool) -> bool:
        """Whether a line is nothing but a name, as all of the cell's are, or numbered: 3.风铃管理办法; or whether what
        is left of a line that is several names is."""
        if inside:
            return not self._drafts and self._is_bare()
        if not self._drafts and words.COUNTED.match(self._text, left, right) is not None:
            return True
        if self._names is None:
            lines = self._text[self._start : self._end].split("\n", _NAMES)
            self._names = len(lines) <= _NAMES and all(map(is_names, filter(None, map(str.strip, lines))))
        return self._names

    def _opens(self, law: LawLine, right: int) -> bool:
        """Whether a sentence opens a further law."""
        return not goes_on(self._text, self._drafts, law.span[0]) and opens_further_law(
            self._text, law, right, stated=self._stated
        )

    def _read_stated(self, after: int, right: int) -> int:
        """The article in 根据《甲法》第四十一条规定，…, whose text begins with 规定; another label is read as ever."""
        while after < right and self._text[after] in _SEPARATORS:
            after += 1
        label = stated(self._text, after, right)
        if label is None:
            return after
        draft, after = label
        self._drafts.append(draft)
        following = self._next_start(after, right)
        add_text(self._text, self._drafts, after, following)
        return following

    def _read_places(self, left: int, right: int) -> int | None:
        text, drafts = self._text, self._drafts
        if (text[left] != "第" and drafts) or breaks_off(text, drafts, left):
            return None
        read = read_places(text, left, right, self._end, drafts)
        if read is None:
            return None
        drafts += read[0]
        return read[1]

    def _read_label(self, left: int, right: int) -> int | None:
        text, drafts = self._text, self._drafts
        strict = text[left] in "第【（(“" and breaks_off(text, drafts, left)
        read = told_label(text, left, right, drafts) or labelled(
            text, left, right, drafts, strict=strict, of_law=self._law is not None, notice=self._notice
        )
        if read is None and right - left < _BROKEN_LABEL and right < self._end and text[left] == "第":
            # 第四⏎十四条：… in a narrow column
            read = labelled(text, left, min(self._end, right + 40), drafts, strict=True, of_law=False)
            if read is not None and (read[0].label is None or read[0].label[1] <= right):
                read = None
        if read is None:
            return None
        drafts.append(read[0])
        return read[1]

    # --- text ---

    def _next_start(self, left: int, right: int) -> int:
        """Where in the line a label or a law begins after text at *left*; its end where none does."""
        right = self._bare_law(left, right)
        position = left
        glued = bool(self._drafts) and is_glued(self._drafts[-1], left)
        while match := words.RUN_ON.search(self._text, position, right):
            start = match.start("start")
            if start > left and self._starts(start, right, before=self._text[match.start()], glued=glued):
                right = start
                break
            position = start
        if self._notice:
            for match in words.NEXT_SECTION.finditer(self._text, left, right):
                if self._drafts and is_next_section(self._text, match.start("start"), right, self._drafts):
                    return match.start("start")
        return right

    def _bare_law(self, left: int, right: int) -> int:
        """Where in the line a law without marks begins, in a cell whose laws have none; its end where none does."""
        if self._is_bare():
            for match in words.BARE_RUN_ON.finditer(self._text, left, min(right, left + _BARE_REACH)):
                if law_line(self._text, match.start("start"), right, self._end) is not None:
                    return match.start("start")
        return right

    def _is_bare(self) -> bool:
        """Whether the law read last has no marks around its name."""
        return self._law is not None and words.TITLE_MARK.search(self._law.citation) is None

    def _starts(self, start: int, right: int, *, before: str, glued: bool) -> bool:
        """Whether a label or a law begins at *start*; *before* parts it from the text: a stop, blank, comma.

        *glued* where the label before has nothing between it and its text: then this one may have nothing either.
        """
        text = self._text
        in_gap = before in _BLANKS
        if text[start] != "第" and text[start] != "附":
            law = None if text[start] in _TITLES and not self._stated else opening_law(text, start, right)
            if law is not None and opens_further_law(text, law, right, stated=self._stated):
                return True
            law = law_line(text, start, right, self._end)
            if law is not None:
                # （二）《乙条例》第六条的规定, the second of what a text lists
                item = text[start] in "（(" and before in "；;"
                sure = law.rank_label is not None or law.document_number is not None
                if item or before in _COMMAS or (in_gap and not sure):
                    after = content(text, law.span[1], right)[0]
                    # 《甲法》+第三条+甲，《乙条例》+第五条: the parts of a citation
                    parts = text.startswith(_PLUS, after, right)
                    return parts or starts_label(text, after, right, strict=True, colon=True)
                return not in_sentence(self._text, self._drafts, law, (start, right), self._end, inside=True)
            cell = self._start, self._end
            if read_fields(text, start, self._end) is not None or read_nothing(text, start, cell) is not None:
                return True
            if text[start] in _TITLES:
                return False
        parted = before in "。；;" if text[start] != "第" else before in "。."
        # a blank behind the stop was a line break
        counts_on = glued or text[start - 1] in _BLANKS or opens_next_paragraph(text, start, right, self._drafts)
        if parted and counts_on and glued_label(text, start, right):
            return True
        if before in "。；;" and is_nothing_but_places(text, start, right):
            return True
        if told_label(text, start, right, self._drafts):
            return True
        if before == "。" and label_words.SEMICOLON_LABEL.match(text, start, right):
            return True
        return starts_label(text, start, right, strict=True, colon=in_gap, drafts=self._drafts)
