"""The shipped forms as people fill them in."""

from __future__ import annotations

ASKED_IN_A_QUARTER = (
    "tong_so_ho",
    "tong_nhan_khau",
    "ho_dang_ky_gdvh",
    "so_buoi_tuyen_truyen",
    "kp_nsnn",
    "kp_xa_hoi_hoa",
    "kp_da_chi",
    "so_khen_tap_the",
    "so_khen_gia_dinh",
    "so_khen_ca_nhan",
    "kho_khan_vuong_mac",
)
"""What a quarter that does not end the year asks, in that order."""

ANSWERS: dict[str, dict[str, str]] = {
    "khom_dinh_ky": {
        "tong_so_ho": "412 hộ",
        "tong_nhan_khau": "1.650",
        "ho_dang_ky_gdvh": "410 hộ",
        "ho_dat_gdvh": "389",
        "ho_khong_xet_gdvh": "12",
        "ho_gdvh_3nam": "120",
        "ho_gia_dinh_the_thao": "96",
        "ho_gia_dinh_hoc_tap_dk": "350",
        "ho_gia_dinh_hoc_tap_dat": "320",
        "da_co_ke_hoach_nam": "có",
        "dang_ky_khom_vmdt": "dạ có",
        "so_buoi_tuyen_truyen": "3",
        "so_luot_nguoi_du": "150",
        "kp_nsnn": "2 triệu",
        "kp_xa_hoi_hoa": "1tr2",
        "kp_da_chi": "850 ngàn",
        "cong_trinh_xhh": "Đèn đường hẻm 12",
        "so_khen_tap_the": "0",
        "so_khen_gia_dinh": "5",
        "so_khen_ca_nhan": "không phát sinh",
        "kho_khan_vuong_mac": "Nhà văn hóa bị dột",
        "kien_nghi": "không có",
    },
    "hoan_canh_kho_khan": {
        "dong_y": "đồng ý",
        "cach_hoi": "1",
        "ngay_dong_y": "hôm qua",
        "nguoi_dai_dien": "Nguyễn Thị Bảy",
        "nam_sinh": "1962",
        "dia_chi_to": "tổ 5, số nhà 12/3A",
        "so_nhan_khau": "4",
        "dien_ho": "hộ cận nghèo",
        "nhom_hoan_canh": "1, 8",
        "nhu_cau": "nhà ở",
        "muc_do_gap": "rất gấp",
        "mo_ta_ngan": "Nhà bị tốc mái sau mưa bão",
    },
    "guong_ntvt": {
        "loai": "cá nhân",
        "ten": "Trần Văn Út",
        "viec_lam": "Hiến 40 mét đất làm đường hẻm 12 cho 15 hộ đi lại",
        "ngay_viec": "1/12",
        "linh_vuc": "hiến đất",
        "gia_tri_uoc": "60 triệu",
        "dong_y_anh": "đồng ý",
        "dong_y_neu_guong": "đồng ý",
    },
}
"""By family, what is typed to each question."""
