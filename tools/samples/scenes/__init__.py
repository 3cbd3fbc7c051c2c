"""The one table of pictures: name under `content/hinh-anh/`, without ending, to scene."""

from __future__ import annotations

from collections.abc import Callable

from tools.samples.scenes import desk, flowers, halls, hills, land, school

SCENES: dict[str, Callable[[], str]] = {
    "2016/cong-truong": school.gate,
    "2017/thu-vien": halls.library,
    "2017/dam-sen": land.lotus_pond,
    "2017/ban-tron": desk.round_table,
    "2018/bieu-do": land.rising_columns,
    "2019/ruong-lua": land.rice_fields,
    "2019/sach": flowers.books_by_the_window,
    "2020/cao-nguyen": hills.highlands,
    "2020/giang-duong": halls.lecture_hall,
    "2020/hoc-truc-tuyen": desk.online_class,
    "2021/cua-so": school.morning_window,
    "2022/bo-bien": land.coast,
    "2022/doi-che": hills.tea_hills,
    "2022/duong-len-ban": hills.mountain_road,
    "2022/nha-san": hills.stilt_house,
    "2023/hoi-nghi-cum": halls.conference,
    "2023/bang-tot-nghiep": flowers.diplomas,
    "2023/san-truong": school.courtyard,
    "2023/le-dai": halls.stage,
    "2023/trong-cay": school.new_trees,
    "2024/giang-bai": halls.blackboard,
    "2024/hoang-hon-truong": school.dusk,
    "2024/giot-hong": flowers.rose_drop,
    "2025/so-tay": desk.notebook,
    "2025/hoa-ban-giang": flowers.teachers_desk,
}
