"""What has changed since the last period, beside each figure of a list: in the review, and for the officer."""

from __future__ import annotations

ROSE = "{shown} (kỳ trước {previous}, +{percent} %)"
FELL = "{shown} (kỳ trước {previous}, -{percent} %)"
# From three times as much on.
TIMES = "{shown} (kỳ trước {previous}, gấp {times} lần)"
# Less than a thousandth.
LITTLE = "{shown} (kỳ trước {previous})"
# Beside a report that counts at the same moment: the two should be the same.
DIFFERS = "{shown} (báo cáo {period}: {previous})"
