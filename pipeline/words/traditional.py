"""Traditional characters beside the simplified ones that the other tables are written in.

Knows those that the words for laws, labels and references are made of, one for one. Does nothing.
"""

from __future__ import annotations

from typing import Final

# 第三十二條第二項 · 國務院令第235號 · 違反本規定 · 辦法 · 決定 · 前兩款 · 前數款 · 該款 · 第三點: a text without any of these is read as it stands.
# 款 and 通知 are the same in both.
MARKS: Final = "條項號規辦決兩數該點"

# 條 → 条: a character for a character, so that places in the text stay what they are
SIMPLIFIED: Final = str.maketrans(
    "條項號規違國關辦決編節與業兩嚴個為義書於產億從價會傷體償黨內準幾劃則別製劇務動勵醫華協單廳參發變臺後員響場壞聲"
    "處備復獎學實審憲對導將屆屬屢幣並併應開強當錄徹徵總惡懲戶託執報擔損據數無時顯暫術機權極構標樣檔檢歐沒滿災點"
    "狀獨現監確種稱稅籌類係約級紀綱納線組細織終經給絕統繼續締繳網罰職腳範藥營補裝見觸計訂認議記許設證評識試該說"
    "課調負責貨質貫貳費資賠賽車輕較達過運還進適採釋銷長門閉陸難須頓額駛駕驗萬縣區鄉鎮團讓點",
    "条项号规违国关办决编节与业两严个为义书于产亿从价会伤体偿党内准几划则别制剧务动励医华协单厅参发变台后员响场坏声"
    "处备复奖学实审宪对导将届属屡币并并应开强当录彻征总恶惩户托执报担损据数无时显暂术机权极构标样档检欧没满灾点"
    "状独现监确种称税筹类系约级纪纲纳线组细织终经给绝统继续缔缴网罚职脚范药营补装见触计订认议记许设证评识试该说"
    "课调负责货质贯贰费资赔赛车轻较达过运还进适采释销长门闭陆难须顿额驶驾验万县区乡镇团让点",
)
