"""The sample ward that `make run` creates in an empty database: a real place of 2020, invented people."""

from __future__ import annotations

WARD = "Phường Tân Quy Đông"
WARD_CODE = "TQD"
KHOM = "Khóm {number}"
KHOM_CODE = "K{number}"
OFFICER = "Nguyễn Thị Hoa"
OFFICER_PHONE = "0277 3861 001"
HEADS = ("Trần Thị Lan", "Lê Văn Bình", "Phạm Thị Cúc", "Võ Văn Dũng")
DEPUTY = "Nguyễn Văn Minh"
"""Deputy of the first khóm."""
SALUTATIONS = dict(zip((OFFICER, *HEADS, DEPUTY), ("chị", "cô", "bác", "bà", "chú", "anh"), strict=True))
"""How the invented people are addressed; everybody else is asked."""

TARGET_SOURCE = "Kế hoạch số 219/KH-BCT ngày 11/5/2020"
