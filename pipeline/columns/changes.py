"""The Chinese names of changes between two lists.

Knows one name for each kind. Does not know how a change is found, nor where a name is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

VALUE_CHANGE_NAMES: Final[Mapping[str, str]] = {
    "renamed": "名称变更",
    "moved": "移表",
    "power_type": "类型变更",
    "sub_item": "子项变更",
    "department": "主体变更",
    "handling_unit": "承办机构变更",
    "level": "层级变更",
    "responsibilities": "责任事项变更",
    "accountability": "追责情形变更",
    "remarks": "备注变更",
}
"""Of cells; another column's change goes by its heading."""

PROVISION_CHANGE_NAMES: Final[Mapping[str, str]] = {
    "added": "条文增加",
    "removed": "条文减少",
    "reworded": "条文文字变更",
    "relabelled": "条款项变更",
    "role": "条文性质变更",
    "sanctions": "处罚变更",
}

LAW_CHANGE_NAMES: Final[Mapping[str, str]] = {
    "added": "依据增加",
    "removed": "依据减少",
    "replaced": "依据替换",
    "citation": "依据引用变更",
}
