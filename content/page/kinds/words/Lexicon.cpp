#include "content/page/kinds/words/Lexicon.h"

namespace vitrine::lexicon {

const WordSet &organizations()
{
    static const WordSet words{
        "university",  "univeristy",  "univerisity", "universtiy", "unversity",   "limited",      "universiteit",
        "universität", "universidad", "université",  "univ",       "institute",   "institution",  "college",
        "polytechnic", "politecnico", "academy",     "inc",        "ltd",         "llc",          "gmbh",
        "agency",      "corporation", "corp",        "company",    "group",       "technologies", "foundation",
        "ministry",    "government",  "council",     "society",    "association", "committee",    "federation",
        "google",      "microsoft",   "msra",        "meta",       "facebook",    "amazon",       "aws",
        "apple",       "nvidia",      "intel",       "ibm",        "adobe",       "huawei",       "tencent",
        "alibaba",     "ant group",   "bytedance",   "tiktok",     "baidu",       "sensetime",    "megvii",
        "jd",          "meituan",     "kuaishou",    "xiaomi",     "oppo",        "vivo",         "samsung",
        "sony",        "openai",      "deepmind",    "anthropic",  "salesforce",  "bosch",        "siemens",
        "mit",         "eth",         "epfl",        "inria",      "cnrs",        "cnr",          "mbzuai",
        "kaust",       "hku",         "hkust",       "cuhk",       "cityu",       "polyu",        "ntu",
        "nus",         "smu",         "sutd",        "ucl",        "ucla",        "uiuc",         "cmu",
        "cas",         "csc",         "nsf",         "nsfc",       "ieee",        "acm",          "aaai",
        "ccf",         "学院",        "大学",        "公司",       "研究院",      "研究所",       "实验室",
        "基金会",      "集团",        "协会",        "学会",       "教育部",      "科学院"};
    return words;
}

const WordSet &companies()
{
    static const WordSet words{"google",  "microsoft", "msra",      "meta",      "facebook",    "amazon",    "aws",
                               "apple",   "nvidia",    "intel",     "ibm",       "adobe",       "huawei",    "tencent",
                               "alibaba", "ant group", "bytedance", "tiktok",    "baidu",       "sensetime", "megvii",
                               "jd",      "meituan",   "kuaishou",  "xiaomi",    "oppo",        "vivo",      "samsung",
                               "sony",    "openai",    "deepmind",  "anthropic", "salesforce",  "bosch",     "siemens",
                               "didi",    "netease",   "qualcomm",  "oracle",    "sap",         "spotify",   "netflix",
                               "uber",    "snap",      "linkedin",  "deepseek",  "xiaohongshu", "hikvision", "iflytek",
                               "zhipu",   "moonshot",  "阿里",      "腾讯",      "百度",        "华为",      "字节跳动",
                               "京东",    "美团",      "商汤",      "微软",      "谷歌",        "小米",      "网易"};
    return words;
}

const WordSet &companyEndings()
{
    static const WordSet words{"labs",         "research", "technologies", "technology",  "robotics",
                               "software",     "hospital", "bank",         "systems",     "solutions",
                               "studio",       "studios",  "ventures",     "holdings",    "museum",
                               "agency",       "office",   "asia",         "consulting",  "pharmaceuticals",
                               "therapeutics", "networks", "motors",       "electronics", "semiconductor",
                               "医院",         "银行",     "科技"};
    return words;
}

const WordSet &advice()
{
    static const WordSet words{
        "advisor",
        "advisors",
        "adviser",
        "advisers",
        "supervisor",
        "supervisors",
        "supervised",
        "advised",
        "mentor",
        "mentors",
        "mentored",
        "under the supervision",
        "under the guidance",
        "hosted by",
        "host",
        "co-advisor",
        "co-advised",
        "co-supervised",
        "working with",
        "worked with",
        "collaborating with",
        "collaborated with",
        "affiliated with",
        "led by",
        "joint with",
        "jointly with",
        "导师",
        "指导",
        "合作导师",
        "师从"};
    return words;
}

const WordSet &talkSorts()
{
    static const WordSet words{"talk",        "keynote",   "lecture",  "tutorial", "panel",        "oral",
                               "poster",      "spotlight", "invited",  "speaker",  "presentation", "panelist",
                               "contributed", "报告",      "特邀报告", "主旨报告"};
    return words;
}

const WordSet &schools()
{
    static const WordSet words{
        "univeristy",
        "univerisity",
        "universtiy",
        "unversity",
        "university",
        "universiteit",
        "universität",
        "universidad",
        "universitat",
        "universitet",
        "université",
        "univ",
        "institute of technology",
        "institute",
        "polytechnic",
        "politecnico",
        "college",
        "academy",
        "mit",
        "eth",
        "epfl",
        "kaust",
        "hku",
        "hkust",
        "cuhk",
        "ntu",
        "nus",
        "ucl",
        "ucla",
        "uiuc",
        "cmu",
        "mbzuai",
        "ucas",
        "ustc",
        "sjtu",
        "大学",
        "科学院",
        "学校",
        "中学",
        "middle school",
        "high school",
        "secondary school"};
    return words;
}

const WordSet &remarks()
{
    static const WordSet words{
        "first",       "second",  "third",       "top",        "rank",          "ranked",    "place",     "prize",
        "gold",        "silver",  "bronze",      "medal",      "winner",        "class",     "only",      "winners",
        "finalist",    "oral",    "spotlight",   "highlight",  "poster",        "expected",  "advisor",   "supervisor",
        "supervisors", "highest", "distinction", "recipients", "advisors",      "advisers",  "adviser",   "supervised",
        "advised",     "mentor",  "mentored",    "remote",     "gpa",           "part-time", "full-time", "with",
        "on-site",     "onsite",  "awardee",     "awardees",   "corresponding", "co-first",  "equal",     "best",
        "to appear",   "特等",    "一等",        "二等",       "三等",          "金奖",      "银奖",      "铜奖",
        "导师"};
    return words;
}

const WordSet &departments()
{
    static const WordSet words{"department",   "dept",   "school",   "faculty", "laboratory", "lab",
                               "center",       "centre", "division", "group",   "team",       "college of",
                               "institute of", "学院",   "系",       "实验室"};
    return words;
}

const WordSet &positions()
{
    static const WordSet words{
        "intern",
        "internship",
        "engineer",
        "researcher",
        "scientist",
        "assistant",
        "associate",
        "visiting",
        "visitor",
        "postdoc",
        "postdoctoral",
        "post-doctoral",
        "post-doc",
        "professor",
        "fellow",
        "lecturer",
        "consultant",
        "developer",
        "director",
        "manager",
        "founder",
        "co-founder",
        "student",
        "candidate",
        "secretary",
        "guest",
        "chairman",
        "reviewer",
        "representative",
        "trainee",
        "teacher",
        "dean",
        "investigator",
        "ceo",
        "cto",
        "faculty member",
        "affiliate faculty",
        "adjunct faculty",
        "staff",
        "实习岗",
        "博士生",
        "analyst",
        "specialist",
        "officer",
        "member",
        "leader",
        "lead",
        "head",
        "chair",
        "editor",
        "instructor",
        "tutor",
        "reader",
        "architect",
        "programmer",
        "technician",
        "volunteer",
        "president",
        "advisor",
        "exchange",
        "scholar",
        "mentor",
        "coordinator",
        "实习",
        "实习生",
        "研究员",
        "工程师",
        "教授",
        "讲师",
        "助理",
        "博士后",
        "科学家",
        "访问",
        "助教",
        "顾问"};
    return words;
}

const WordSet &degrees()
{
    static const WordSet words{
        "ph.d",
        "phd",
        "ph. d",
        "doctor",
        "doctoral",
        "doctorate",
        "master",
        "masters",
        "master's",
        "master’s",
        "m.s",
        "m.sc",
        "msc",
        "m.eng",
        "meng",
        "m.phil",
        "mphil",
        "m.a",
        "ma",
        "mba",
        "bm",
        "bfa",
        "llb",
        "llm",
        "mres",
        "bachelor",
        "bachelors",
        "bachelor's",
        "bachelor’s",
        "b.s",
        "b.sc",
        "bsc",
        "b.eng",
        "beng",
        "b.e",
        "b.a",
        "ba",
        "bs",
        "ms",
        "b.tech",
        "btech",
        "m.tech",
        "m.e",
        "undergraduate",
        "graduate",
        "postgraduate",
        "degree",
        "diploma",
        "minor",
        "major",
        "honours",
        "exchange student",
        "visiting student",
        "high school",
        "d.phil",
        "dphil",
        "licence",
        "licentiate",
        "博士",
        "硕士",
        "学士",
        "本科",
        "研究生",
        "直博"};
    return words;
}

const WordSet &subjects()
{
    static const WordSet words{"science",    "sciences",      "engineering",    "mathematics",    "maths",
                               "math",       "physics",       "chemistry",      "biology",        "statistics",
                               "economics",  "finance",       "informatics",    "computing",      "technology",
                               "software",   "automation",    "electronics",    "robotics",       "linguistics",
                               "psychology", "philosophy",    "medicine",       "management",     "intelligence",
                               "mechanics",  "geography",     "astronomy",      "materials",      "design",
                               "education",  "law",           "history",        "security",       "analytics",
                               "computer",   "communication", "communications", "bioinformatics", "neuroscience",
                               "geoscience", "专业",          "科学",           "工程",           "数学",
                               "技术"};
    return words;
}

const WordSet &prizes()
{
    static const WordSet words{"award",       "awards",    "prize",    "scholarship",  "fellowship", "contest",
                               "competition", "medal",     "olympiad", "grant",        "honor",      "honour",
                               "student",     "graduate",  "winner",   "scholarships", "place",      "first class",
                               "challenge",   "hackathon", "奖",       "奖学金",       "竞赛",       "大赛",
                               "挑战赛",      "优秀"};
    return words;
}

const WordSet &teachingRoles()
{
    static const WordSet words{
        "teaching assistant",
        "ta",
        "instructor",
        "lecturer",
        "guest lecturer",
        "tutor",
        "course assistant",
        "co-instructor",
        "teaching fellow",
        "grader",
        "head ta",
        "助教",
        "讲师",
        "主讲"};
    return words;
}

} // namespace vitrine::lexicon
