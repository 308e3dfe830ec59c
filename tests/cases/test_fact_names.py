"""What facts of old speeches are called, and what is none: one sentence each, with the words and the name."""

from __future__ import annotations

import pytest

from drafter.desk.distil import blueprint_file
from drafter.model.signs import NAMES, PATTERNS
from drafter.notation.signs import read_signs
from drafter.yamltext.parse import parse
from tests.cases.distilling import distilled
from tests.conftest import ROOT

SPEECH = "在全市工作会议上的讲话\n同志们：\n今天开会。\n一、好\n{}\n二、快\n要快。\n谢谢大家！\n"
NAMED = (
    ("反馈的9个问题，还有2个没有销号。", "2", "未销号问题数"),
    ("67户危房里，有41户住的是独居老人。", "41", "独居老人危房户数"),
    ("今年42个项目开工31个。", "31", "开工项目数"),
    ("推动12家化工、铸造企业入园。", "12", "铸造企业数"),
    ("达标断面由4个增加到7个。", "4", "原达标断面数"),
    ("达标断面由4个增加到7个。", "7", "现达标断面数"),
    ("每月抽查不少于25家。", "25", "抽查单位数"),
    ("为加装电梯跑了两个多月。", "两个多月", "月数"),
    ("8月底前封堵3个直排口。", "8月底", "直排口封堵时限"),
    ("清除阻碍行洪的障碍14处，4月30日前一处不留。", "4月30日", "障碍清除时限"),
    ("矿山修复今年秋季完成覆土和栽植。", "今年秋季", "栽植时限"),
    ("国庆节前向群众开放。", "国庆节", "开放时限"),
    ("把三项制度落到实处。", "三项", "制度数"),
    ("印发《全市防汛工作方案》。", "全市防汛工作方案", "方案名称"),
    ("全县还有四分之一的末级渠系没有配套。", "四分之一", "末级渠系占比"),
    ("牵头单位是县水利建设投资公司，要倒排工期。", "县水利建设投资公司", "水利建设投资公司"),
    ("严格按照《资金管理办法》（清政办发〔2024〕18号）执行。", "清政办发〔2024〕18号", "文号"),
    ("抓好石桥、红旗、双龙三座水库除险。", "石桥、红旗、双龙", "水库名单"),
    ("临水临崖路段护栏要在春运前安装到位。", "春运", "安装时限"),
    ("春播前农机要检修完毕。", "春播", "农机检修时限"),
    ("年内建成名校长工作室12个。", "年内", "名校长工作室建成时限"),
    ("暑期前开工的校舍都要验收。", "暑期", "开工时限"),
    ("三季度末前，课后服务覆盖率要达到100%。", "三季度末", "课后服务覆盖率达标时限"),
    ("今年秋季补充农村教师600名。", "今年秋季", "农村教师补充时限"),
    ("农村自来水普及率达到96.8%，比上年提高2.3个百分点。", "2.3", "农村自来水普及率增幅"),
    ("生活补助由每月800元提高到1200元。", "1200元", "现生活补助金额"),
    ("审批时间由30天压缩到12天。", "30天", "原审批时间"),
    ("完成投资97.4亿元，占年度计划的61.3%。", "61.3", "占年度计划比例"),
    ("要倒排工期，每10天调度一次。", "10天", "调度周期"),
    ("柳河大桥工期滞后45天。", "45天", "柳河大桥工期滞后天数"),
    ("清水河城关段防洪标准不足二十年一遇。", "二十年", "防洪标准"),
    ("综合排名由全国第97位上升到第64位。", "64", "现综合排名"),
    ("向全市320万人民交出一份合格答卷。", "320万", "人口"),
    ("市区三类水体比例下降，还有1100多亩没有复绿。", "1100多亩", "未复绿面积"),
    ("李建平同志兼任办公室主任。", "李建平", "办公室主任姓名"),
    ("柳荫镇小塘村群众自发筹资二十多万元。", "二十多万元", "筹资金额"),
    ("带动就业近万人。", "近万人", "就业人数"),
    ("投诉24小时内办结。", "24小时", "投诉办结时限"),
    ("宏达化工有限公司储罐区发生泄漏。", "宏达化工有限公司", "宏达化工有限公司"),
    ("交通银行临河分行已批的贷款要用好。", "交通银行临河分行", "交通银行临河分行"),
    ("县市场监督管理局逐户检查。", "县市场监督管理局", "市场监督管理局"),
    ("国道315线路面摊铺过半。", "国道315线", "路名"),
    ("蹚水把发电机抬进区医院，没有断过电。", "区医院", "区医院"),
)


@pytest.mark.parametrize(("sentence", "words", "name"), NAMED, ids=[name for _, _, name in NAMED])
def test_a_fact_has_the_name_that_a_person_would_give(sentence: str, words: str, name: str) -> None:
    assert (name, words) in [(fact.name, fact.value) for fact in distilled(SPEECH.format(sentence)).facts]


@pytest.mark.parametrize(
    "sentence",
    [
        "建材市场周边要管住，以及县里的同志都要上。",
        "我讲三点意见，有两件事要说清楚。",
        "这三项都要抓，一个季度通报一次。",
        "这十六个字要刻在心上，一个声音喊到底、一张蓝图绘到底。",
        "要健全县级医院和边远乡的服务，让逢山开路、遇水架桥的劲头更足。",
        "坚持五育并举、五位一体，把三农工作抓实，于变局中开新局。",
        "同时县委办公室要带头，全体干部包村，谁也不能打折扣。",
    ],
)
def test_what_only_looks_like_a_fact_stays_in_its_sentence(sentence: str) -> None:
    assert sentence in blueprint_file(distilled(SPEECH.format(sentence)))


def test_items_that_nothing_tells_off_are_records() -> None:
    made = distilled(
        SPEECH.format(
            "分工如下：市水务局负责清淤，5月底前完成；市住建局负责截污，8月底前完成；市城管局负责清障，6月底前完成。"
        )
    )
    [fact] = [fact for fact in made.facts if fact.kind == "records"]
    assert [dict(record) for record in fact.value if not isinstance(record, str)][1] == {
        "责任单位": "市住建局",
        "职责": "截污",
        "时限": "8月底",
    }


def test_facts_stand_under_the_heading_of_their_section() -> None:
    [brief] = distilled(SPEECH.format("今年完成投资12.5亿元。")).brief_texts
    assert "# 【一、好】\n\n# 完成投资额，" in brief


def test_our_signs_are_of_the_form_that_is_asked_of_everyone_and_all_of_them_are_told() -> None:
    path = ROOT / "blueprints/official/facts.yaml"
    signs, problems = read_signs(parse(path.read_text("utf-8"), path.name))
    assert problems == ()
    assert signs is not None
    assert (signs.patterns.keys(), signs.names.keys()) == (PATTERNS.keys(), NAMES.keys())
