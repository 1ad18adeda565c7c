"""Time and memory of the linker on many distinct names.

    python tests/benchmarks/bench_link.py [--names 100000] [--profile]

Names are made up the way real ones are built: places, fields, heads; level words, short forms, company names with
their short forms, editions and phases. Issue: 100,000 distinct names in less than 60 s and 1 GB.
"""

import argparse
import cProfile
import pstats
import random
import resource
import sys
import time
from itertools import islice
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from linking import letter, linked  # noqa: E402  (the script runs from any folder)

from ontology import places  # noqa: E402  (the path comes first: a benchmark runs from a bare checkout)

FIELDS = (
    "科技",
    "创新",
    "知识产权",
    "生物医药",
    "数字经济",
    "新能源",
    "人工智能",
    "集成电路",
    "智能制造",
    "现代农业",
    "文化旅游",
    "海洋经济",
    "低空经济",
    "跨境电商",
    "新材料",
    "量子信息",
    "脑科学",
    "养老服务",
    "职业教育",
    "乡村振兴",
    "水利",
    "交通",
    "住房",
    "医疗保障",
    "应急",
    "就业",
    "中医药",
    "体育",
)
HEADS = {
    "organisation": (
        "局",
        "研究院",
        "研究所",
        "医院",
        "大学",
        "协会",
        "联盟",
        "有限公司",
        "集团有限公司",
        "服务中心",
        "委员会",
        "银行",
        "学会",
    ),
    "fund": ("产业基金", "引导基金", "专项资金", "子基金", "天使基金", "种子基金", "风险补偿资金池"),
    "platform": (
        "公共服务平台",
        "产业园",
        "中试基地",
        "重点实验室",
        "工程研究中心",
        "示范区",
        "交易中心",
        "孵化器",
        "合作区",
    ),
    "policy": ("行动计划", "实施方案", "若干措施", "管理办法", "发展规划", "条例", "工作方案", "指导意见"),
}
SYLLABLES = (
    "安邦博昌达德东方福光广海恒弘华汇慧佳嘉健金锦精科康蓝联利凌龙隆美铭南能诺鹏普启谦勤瑞润森盛拓泰天通同万维"
)


def names(count, generator):
    """Yield distinct (name, kind) without end in sight of `count`."""
    cities = sorted(
        place.name for place in places.load().by_canonical.values() if place.level in {"prefecture", "county"}
    )
    seen = set()
    while len(seen) < count:
        kind = generator.choice(tuple(HEADS))
        head = generator.choice(HEADS[kind])
        place = generator.choice((*cities[:400], "", "", "市", "区", "省"))
        field = generator.choice(FIELDS) + (generator.choice(FIELDS) if generator.random() < 0.5 else "")
        core = "".join(generator.choice(SYLLABLES) for _ in range(generator.choice((2, 3, 3, 4))))
        name = place + (core if generator.random() < 0.6 else "") + field + head
        if kind == "policy":
            name = f"《{name}（{generator.choice(range(2018, 2026))}年）》"
        elif kind == "organisation" and head.endswith("公司") and generator.random() < 0.3:
            name = core + field[:2]
        if name not in seen:
            seen.add(name)
            yield name, kind


def letters(count, per_letter=50):
    """Return letters of many places that hold `count` distinct names; every third letter repeats some."""
    generator = random.Random(5)  # noqa: S311 - invented names, no secret depends on it
    homes = sorted(place.canonical for place in places.load().by_canonical.values())[::7]
    found = names(count, generator)
    made = []
    while batch := list(islice(found, per_letter)):
        number = len(made)
        date = f"20{18 + number % 8}-0{1 + number % 9}-15"
        made.append(
            letter(f"l{number:05}", generator.choice(homes), *batch, department="市科技局", date=date)
        )
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    made = letters(options.names)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    profile = cProfile.Profile()
    if options.profile:
        profile.enable()
    start, used = time.perf_counter(), time.process_time()
    linking = linked(*made)
    seconds, used = time.perf_counter() - start, time.process_time() - used
    profile.disable()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{options.names} distinct names in {len(made)} letters: {seconds:.1f} s ({used:.1f} s of CPU), "
        f"peak {peak / 1024:.0f} MB ({before / 1024:.0f} MB before linking); {len(linking.entities)} entities, "
        f"{len(linking.suggestions)} suggestions"
    )
    if options.profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(25)


if __name__ == "__main__":
    main()
