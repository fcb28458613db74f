"""What Zalo posts, as its documents and captures of others show it; each differs a little from the others in shape."""

from __future__ import annotations

import json
from typing import Any

OA = "388613280878808645"
LAN = "246845883529197922"

TEXT = (
    '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},'
    '"user_id_by_app":"552177279717587730","event_name":"user_send_text",'
    '"message":{"text":"message","msg_id":"96d3cdf3af150460909"},"timestamp":"154390853474"}'
)
IMAGE = (
    '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},'
    '"event_name":"user_send_image","message":{"attachments":[{"payload":{'
    '"thumbnail":"http://f6.photo.talk.zdn.vn/small.jpg","url":"http://f6.photo.talk.zdn.vn/photo.jpg"},'
    '"type":"image"}],"text":"Nhà văn hóa","msg_id":"96d3cdf3af150460910"},"timestamp":"1751272409784"}'
)
FILE = (
    '{"event_name":"user_send_file","app_id":"102719276611582260","sender":{"id":"246845883529197922"},'
    '"recipient":{"id":"388613280878808645"},"message":{"attachments":[{"payload":{"size":"24165",'
    '"name":"Danh sách hộ.xlsx","checksum":"2d018db1ed7ec464a85709c9c580d343","type":"xlsx",'
    '"url":"https://ot51.dlfl.vn/abc"},"type":"file"}],"msg_id":"f3af2263f0673c3f6570"},"timestamp":"1751272409784",'
    '"user_id_by_app":"7300442764876318465"}'
)
ECHO = (
    '{"event_name":"oa_send_file","app_id":"102719276611582260","sender":{"admin_id":"8309393969855402319",'
    '"id":"388613280878808645"},"recipient":{"id":"8309393969855402319"},"message":{"attachments":[{"payload":{'
    '"size":"24165","name":"20250625_084851.log","checksum":"2d018db1ed7ec464a85709c9c580d343","type":"log",'
    '"url":"https://ot51.dlfl.vn/abc"},"type":"file"}],"msg_id":"f3af2263f0673c3f6570"},"timestamp":"1751272409784"}'
)
LOCATION = (
    '{"event_name":"user_send_location","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},'
    '"message":{"attachments":[{"payload":{"coordinates":{"latitude":"10.7923119","longitude":"106.7820651"}},'
    '"type":"location"}],"text":"Cơm Coffee New Sky","msg_id":"b8de7d84fa1b3043690c"},"timestamp":"1751100041636"}'
)
FOLLOW = (
    '{"oa_id":"388613280878808645","follower":{"id":"246845883529197922"},"user_id_by_app":"552172779717587730",'
    '"event_name":"follow","source":"oa_profile","app_id":"36084652489903967","timestamp":"1543979782740"}'
)
UNFOLLOW = (
    '{"oa_id":"388613280878808645","follower":{"id":"246845883529197922"},"event_name":"unfollow","source":"zalo",'
    '"app_id":"36084652489903967","timestamp":"1543979782741"}'
)
INFO = (
    '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},'
    '"event_name":"user_submit_info","info":{"name":"Trần Thị Lan","phone":"84901234567","user_dob":"1/1/1960",'
    '"gender":"female","full_address":{"user_city":"Đồng Tháp","user_ward":"Tân Quy Đông",'
    '"user_address":"12 Nguyễn Huệ"}},"timestamp":"1751100041636"}'
)
CARD = (
    '{"event_name":"user_send_business_card","sender":{"id":"246845883529197922"},'
    '"recipient":{"id":"388613280878808645"},"message":{"attachments":[{"payload":{"thumbnail":"",'
    '"description":"{\\"phone\\":\\"84901234567\\",\\"qrCodeUrl\\":\\"https://qr.zalo.me/x\\"}","url":""},'
    '"type":"link"}],"text":"Minh","msg_id":"b8de7d84fa1b3043690d"},"timestamp":"1751100041636"}'
)
SEEN = (
    '{"event_name":"user_seen_message","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},'
    '"message":{"msg_ids":["a","b"]},"timestamp":"1751100041636"}'
)


def message(event: str, payload: dict[str, Any] | None = None, **more: Any) -> str:
    """Another message of Lan's, in the shape of the ones above."""
    attachments = {} if payload is None else {"attachments": [{"payload": payload, "type": "x"}]}
    return json.dumps(
        {
            "event_name": event,
            "sender": {"id": LAN},
            "recipient": {"id": OA},
            "message": {**attachments, "msg_id": "m1", **more},
            "timestamp": "1751100041636",
        }
    )
