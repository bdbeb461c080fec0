#include "tests/support/EntryFixtures.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;
using namespace vitrine::test;

class TestEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEntries_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QByteArray>("fields");
        const auto row = [](Kind kind, const char *entry, const char *fields) {
            QTest::newRow(entry) << static_cast<int>(kind) << QByteArray(entry) << QByteArray(fields);
        };
        row(Kind::Award, "* Elmstad Scholarship, 2016", "title=Elmstad Scholarship | date=2016");
        row(Kind::Award, "- *2025.12* Outstanding Graduate of Elmstad (top 5%)",
            "title=Outstanding Graduate of Elmstad | date=2025-12 | note=top 5%");
        row(Kind::Award, "- *2021.10 & 2019.10* Outstanding Student",
            "title=Outstanding Student | date={2021-10,2019-10}");
        row(Kind::Award, "- *2022-2024* Academic Scholarship", "title=Academic Scholarship | date=2022/2024");
        row(Kind::Award, "- First Prize, National Mathematics Contest, 2014",
            "title=First Prize, National Mathematics Contest | date=2014");
        row(Kind::Award, "- Best Thesis, Elmstad University, 2014",
            "title=Best Thesis | awarder=Elmstad University | date=2014");
        row(Kind::Award, "- Best Thesis, Elmstad University (2014), Top 10%",
            "title=Best Thesis | awarder=Elmstad University | date=2014 | note=Top 10%");
        row(Kind::Award, "- Path Prize [of the *Guild*] (PPG), 2014",
            "title=Path Prize [of the *Guild*] (PPG) | date=2014");
        row(Kind::Experience, "* 09/2021-08/2022, Counting [MASK] (twice)",
            "position=Counting [MASK] (twice) | startDate=2021-09 | endDate=2022-08");
        row(Kind::Experience, "* 09/2021-08/2022, Acme HQ Intern\n  * Walked",
            "position=Acme HQ Intern | startDate=2021-09 | endDate=2022-08 | summary=Walked");
        row(Kind::Experience, "* 09/2021-08/2022, Acme HQ Intern",
            "position=Acme HQ Intern | startDate=2021-09 | endDate=2022-08");
        row(Kind::Experience, "- *2022.09 - present*, Research Intern, Acme Group, Singapore",
            "position=Research Intern | organization=Acme Group | location=Singapore | startDate=2022-09 | endDate=..");
        row(Kind::Experience, "- *2022.09 - 2023.01*, Research Intern at [Acme](https://acme.example)",
            "position=Research Intern | organization=Acme | startDate=2022-09 | endDate=2023-01 | "
            "links=[](https://acme.example)");
        row(Kind::Experience, "- *2022*, Research Intern, Acme Group",
            "position=Research Intern | organization=Acme Group | date=2022");
        row(Kind::Education, "- *2022.09 - 2025.03*, **Master of Engineering** in Paths, Elmstad University, China.",
            "institution=Elmstad University | studyType=Master of Engineering | area=Paths | location=China | "
            "startDate=2022-09 | endDate=2025-03");
        row(Kind::Education, "- *2022.09 - 2025.03*, Quiet sums in Paths, Elmstad University, China.",
            "institution=Elmstad University | studyType=Quiet sums | area=Paths | location=China | "
            "startDate=2022-09 | endDate=2025-03");
        row(Kind::Education, "- **MSc in Paths**, Quiet Sums, 2022",
            "institution=Quiet Sums | studyType=MSc | area=Paths | date=2022");
        row(Kind::Education, "- 2018 - 2022, Elmstad University, B.S.",
            "institution=Elmstad University | studyType=B.S. | startDate=2018 | endDate=2022");
        row(Kind::Experience, "- *2022.09 - 2023.01*, Research Intern, Walks Group, Acme Inc., Elmstad, Norway.",
            "position=Research Intern | organization=Acme Inc. | location=Elmstad, Norway | startDate=2022-09 | "
            "endDate=2023-01 | note=Walks Group");
        row(Kind::Experience, "- *2022.09 - 2023.01*, Research Intern at Walks Lab, Elmstad University",
            "position=Research Intern | organization=Elmstad University | startDate=2022-09 | endDate=2023-01 | "
            "note=Walks Lab");
        row(Kind::Experience, "- *2022.09 - 2023.01*, Acme (Elmstad) Co., Ltd. **Senior Walker Engineer**.",
            "position=Senior Walker Engineer | organization=Acme (Elmstad) Co., Ltd. | startDate=2022-09 | "
            "endDate=2023-01");
        row(Kind::Experience, "- *2022.09 - 2023.01*, [Acme](https://acme.example), China.",
            "organization=Acme | location=China | startDate=2022-09 | endDate=2023-01 | "
            "links=[](https://acme.example)");
        row(Kind::Experience, "* Elmstad University: Sept. 2022 - Jan. 2023\n  * Visiting Walker\n  * Counted paths.",
            "position=Visiting Walker | organization=Elmstad University | startDate=2022-09 | endDate=2023-01 | "
            "summary=Counted paths");
        row(Kind::Experience,
            "- *2022 - 2023*, Research Intern, Acme Lab, Huawei. Supervised by [Ada King](https://a.example)",
            "position=Research Intern | organization=Huawei | startDate=2022 | endDate=2023 | "
            "summary=Acme Lab | note=Supervised by [Ada King](https://a.example)");
        row(Kind::Education, "- *2024.08 - 2024.11*, **Visiting Student** at LV-Lab, Elmstad University, Norway.",
            "position=Visiting Student | organization=Elmstad University | location=Norway | startDate=2024-08 | "
            "endDate=2024-11 | note=LV-Lab");
        row(Kind::Education, "- 2014 - 2018 | **B.Sc.**, Elmstad University, Norway, Grade *1*, Internet Computing",
            "institution=Elmstad University | studyType=B.Sc. | area=Internet Computing | location=Norway | "
            "startDate=2014 | endDate=2018 | note=Grade *1*");
        row(Kind::Education, "- 2014 - 2018, Ph.D., School of Walks, Elmstad University, Hefei, Anhui, China.",
            "institution=Elmstad University | studyType=Ph.D. | location=Hefei, Anhui, China | startDate=2014 | "
            "endDate=2018 | note=School of Walks");
        row(Kind::Education, "- *2012.09 - 2015.06*, Elmstad Middle School, Fjordheim.",
            "institution=Elmstad Middle School | location=Fjordheim | startDate=2012-09 | endDate=2015-06");
        row(Kind::Education, "- *2023.09 - 2028.06*，山川大学行走博士，沈阳，中国。",
            "institution=山川大学 | studyType=行走博士 | location=沈阳，中国 | startDate=2023-09 | endDate=2028-06");
        row(Kind::Education, "- <b>Bachelor in Walks, Elmstad University</b> <i>Sept. 2019 - Jul. 2023</i>",
            "institution=Elmstad University | studyType=Bachelor | area=Walks | startDate=2019-09 | endDate=2023-07");
        row(Kind::Education, "- *2024.08 - Present*, Ph.D., University of Elmstad at Dallas, Dallas, United States.",
            "institution=University of Elmstad at Dallas | studyType=Ph.D. | location=Dallas, United States | "
            "startDate=2024-08 | endDate=..");
        row(Kind::Education, "- 硕士学位，山川大学行走学院",
            "institution=山川大学 | studyType=硕士学位 | note=行走学院");
        row(Kind::Award, "- Best walk and paths award at ELM 2022",
            "title=Best walk and paths award at ELM | date=2022");
        row(Kind::Award, "- Elmstad Contest **First Prize**, 2021 **(Ranked 2nd)**",
            "title=Elmstad Contest **First Prize** | date=2021 | note=Ranked 2nd");
        row(Kind::Teaching, "* Fall 2019, Fall 2022, Operating Systems",
            "course=Operating Systems | date={2019-23,2022-23}");
        row(Kind::Teaching, "- Graph Theory, Teaching Assistant, Elmstad University, Spring 2020",
            "course=Graph Theory | role=Teaching Assistant | institution=Elmstad University | date=2020-21");
        row(Kind::Service, "- *2026* COP, ELM Reviewer", "title=COP, ELM Reviewer | date=2026");
        row(Kind::Service, "- Reviewer: COP 2023, ELM 2024", "title=Reviewer | organization=COP 2023, ELM 2024");
        row(Kind::Service, "- 期刊审稿人:\n  - Paths\n  - Walks", "title=期刊审稿人 | summary=- Paths\n- Walks");
        row(Kind::Talk, "- `2023.01.06` Elmstad University Talks 2023: \"Towards Quiet Walks\"",
            "title=Towards Quiet Walks | event=Elmstad University Talks 2023 | date=2023-01-06");
        row(Kind::Talk, "- **2024.08**: Towards Quiet Walks. Hosted by Acme Group.",
            "title=Towards Quiet Walks | event=Acme Group | date=2024-08");
        row(Kind::Talk, "- Annual Meeting on Walks 2024 (AMW 2024), Las Vegas, USA (May 2024)",
            "title=Annual Meeting on Walks 2024 (AMW 2024) | location=Las Vegas, USA | date=2024-05");
        row(Kind::Talk, "- *2023.07*, \"Quiet Walks\", Acme \\| [\\[Video\\]](https://v.example)",
            "title=Quiet Walks | event=Acme | date=2023-07 | links=[Video](https://v.example)");
        row(Kind::Teaching, "- ELM01: Walks (Master Course, Spring 2024). Teaching assistant. Elmstad University.",
            "course=ELM01: Walks | role=Teaching assistant | institution=Elmstad University | date=2024-21 | "
            "note=Master Course");
        row(Kind::Talk, "- Invited talk \"Walks on Lattices\" at [Paths Day](https://d.example).",
            "title=Walks on Lattices | event=Paths Day | links=[](https://d.example) | note=Invited talk");
        row(Kind::Talk, "- [*Walks on Lattices*](https://d.example) @ Paths Day 2020",
            "title=Walks on Lattices | event=Paths Day | date=2020 | links=[](https://d.example)");
        row(Kind::Project, "- [Walker](https://w.example): A program that walks, Contributor",
            "name=Walker | links=[](https://w.example) | summary=A program that walks, Contributor");
        row(Kind::Skill, "* General: Python, C/C++, Linux Shell", "name=General | keywords=Python; C/C++; Linux Shell");
        row(Kind::Skill, "- **Languages**: English (fluent), French",
            "name=Languages | keywords=English (fluent); French");
        row(Kind::Link, "* [How to Walk](https://w.example)", "label=How to Walk | url=https://w.example");
        row(Kind::Other, "* Anything *at* all", "text=Anything *at* all");
    }
    void readsEntries()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, entry);
        QFETCH(QByteArray, fields);
        const ReadEntries read = readList(static_cast<Kind>(kind), entry);
        QCOMPARE(fieldsLine(read), fields);
        QCOMPARE(brokenEntry(read.text, read.entries()[0]), QString());
    }

    void longRunsOfStopsAndTitlesDoNoHarm()
    {
        for (const QByteArray &run : {QByteArray(60000, '.'), QByteArray("Prof. ").repeated(10000)}) {
            const ReadEntries read = readOne(
                Kind::Education, Container::List,
                "- PhD, Elmstad University, [" + run + "](https://a.example), " + run);
            QCOMPARE(brokenEntry(read.text, read.entries()[0]), QString());
        }
    }

    void aPapersBoxAmongHighlightsIsAPaper()
    {
        const QByteArray box =
            "<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">COP 2025</div></div></div>\n"
            "<div class='paper-box-text' markdown=\"1\">\n\n[Few Walks on a Torus](https://a.example)\n\n";
        const ReadEntries paper =
            readOne(Kind::News, Container::Box, box + "**Ada King**, Bo Li, Max Ito\n</div>\n</div>");
        QCOMPARE(paper.entries()[0].kind, Kind::Publication);
        const ReadEntries news = readOne(Kind::News, Container::Box, box + "It was read aloud.\n</div>\n</div>");
        QCOMPARE(news.entries()[0].kind, Kind::News);
    }

    /// Two of three jobs tell position and organization apart: so does the third, whose words do not.
    void siblingsSplitWhatWordsCannot()
    {
        const ReadEntries read = readList(
            Kind::Experience,
            "- *2018-2019*, Research Intern, Elmstad University\n"
            "- *2017-2018*, Quiet Sums, Acme\n"
            "- *2016-2017*, Research Intern, Fjord University\n");
        QCOMPARE(
            fieldsLine(read, 1), QByteArray("position=Quiet Sums | organization=Acme | startDate=2017 | endDate=2018"));
    }

    void anOpenEndWithoutWordIsAnEmptySlot()
    {
        const ReadEntries read = readList(Kind::Experience, "- *2022.09 - *, Research Intern, Acme Group");
        const Field *end = read.entries()[0].field(FieldId::EndDate);
        if (end) {
            QCOMPARE(end->value.text(), QByteArray(".."));
            QVERIFY(end->range->isEmpty());
        }
        QCOMPARE(brokenEntry(read.text, read.entries()[0]), QString());
    }

    void theEndOfAPeriodIsSpelledAsItsBegin()
    {
        const ReadEntries read = readList(Kind::Experience, "- *Sep. 2022 – now*, Intern, Acme Group");
        const Field *end = read.entries()[0].field(FieldId::EndDate);
        QVERIFY(end);
        QCOMPARE(*spellDate("2023-10", end->dateForm), QByteArray("Oct. 2023"));
        QCOMPARE(*spellDate("..", end->dateForm), QByteArray("now"));
    }

    void anyBytesGiveLayoutsThatCover()
    {
        QVERIFY(rc::check([] {
            static const std::vector<std::string> pieces{
                "* ",  "Ada King", ", ",      "**",           "*",    "[",    "](u)",         "(", ")",
                "“",   "”",        "2023.08", " - ",          "<b>",  "</b>", "<br>",         "`", "\\*",
                "\n",  "\n\n",     "  - ",    "<sup>*</sup>", "$^*$", "and ", "IEEE Journal", ".", "<img src='a'>",
                "\xff"};
            std::string text = "* ";
            for (const size_t i : *rc::gen::container<std::vector<size_t>>(rc::gen::inRange<size_t>(0, pieces.size())))
                text += pieces[i];
            const auto kind = static_cast<Kind>(*rc::gen::inRange(0, 14));
            const auto container = static_cast<Container>(*rc::gen::inRange(0, 7));
            const ReadEntries read = readOne(kind, container, QByteArray::fromStdString(text), "Ada King");
            const QString broken = brokenEntry(read.text, read.entries()[0]);
            RC_LOG(broken.toStdString());
            RC_ASSERT(broken.isEmpty());
        }));
    }
};

QTEST_APPLESS_MAIN(TestEntries)
#include "tst_Entries.moc"
