#include "content/profile/ProfileChecks.h"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrine;

namespace {

/// What is said of a value, without an `author-profile.html` of the site's own.
std::optional<ValueNote> noteOn(QByteArrayView name, const QString &value, const ProfileAddresses &addresses = {})
{
    return checkProfileValue(name, value, addresses);
}

QString better(QByteArrayView name, const QByteArray &value)
{
    const auto note = noteOn(name, QString::fromUtf8(value));
    return note ? note->better : QStringLiteral("(no note)");
}

/// The check digit as the standard's own formula has it: the sum of digits times powers of two is 1 modulo 11.
QString withCheckDigit(const QString &fifteen)
{
    int sum = 0;
    for (int i = 0; i < 15; ++i)
        sum += fifteen[i].digitValue() * ((1 << (15 - i)) % 11);
    for (int check = 0; check <= 10; ++check) {
        if ((sum + check) % 11 == 1)
            return fifteen + (check == 10 ? QStringLiteral("X") : QString::number(check));
    }
    return {};
}

QString fifteenDigits()
{
    QString digits;
    for (int i = 0; i < 15; ++i)
        digits += QString::number(*rc::gen::inRange(0, 10));
    return digits;
}

} // namespace

/// Values of a profile are checked with a gentle word, never a refusal.
class TestProfileChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWillDoIsPassedInSilence_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *value) {
            QTest::addRow("%s %s", name, value) << QByteArray(name) << QString::fromUtf8(value);
        };
        row("author.orcid", "");
        row("author.orcid", "https://orcid.org/0000-0002-1825-0097");
        row("author.orcid", "https://orcid.org/0000-0002-1694-233X");
        row("author.orcid", "https://orcid.org/0000-0002-1825-0097?lang=en");
        row("author.email", "ida.falk+web@tides.example");
        row("author.email", "ida@tern-bay.ac.example");
        row("author.email", "ida@海.example");
        row("author.googlescholar", "https://scholar.google.com/citations?user=AbCdEfGhIjKl&hl=en");
        row("author.googlescholar", "https://scholar.google.co.uk/citations?hl=en&user=AbCdEf-hI_Kl");
        row("author.github", "ida-falk");
        row("author.github", "ida-falk_tides");
        row("author.linkedin", "ida-falk-1234");
        row("author.youtube", "@idafalk");
        row("author.dblp", "https://dblp.uni-trier.de/pid/12/3456.html");
        row("author.stackoverflow", "1/ida");
        row("author.stackoverflow", "https://stackoverflow.com/users/1/ida");
        row("author.cv", "files/cv.pdf");
        row("author.cv", "/files/cv.pdf");
        row("author.uri", "https://falk.example");
        row("author.uri", "https://海.example/路");
        row("author.name", "Ida Falk");
        row("author.location", "Tern Bay");
        row("url", "https://ida-falk.example");
        row("author.links.0.url", "https://tides.example/");
        row("title", "a b@c");
    }
    void whatWillDoIsPassedInSilence()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, value);
        const auto note = checkProfileValue(name, value, {});
        QVERIFY2(!note, note ? qPrintable(note->sentence) : "");
    }

    void whatWouldDoIsOffered_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("offered");
        const auto row = [](const char *name, const char *value, const char *offered) {
            QTest::addRow("%s %s", name, value) << QByteArray(name) << QByteArray(value) << QString::fromUtf8(offered);
        };
        row("author.orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097");
        row("author.orcid", "0000000218250097", "https://orcid.org/0000-0002-1825-0097");
        row("author.orcid", "http://orcid.org/0000-0002-1694-233x", "https://orcid.org/0000-0002-1694-233X");
        row("author.orcid", "orcid.org/0000–0002–1825–0097", "https://orcid.org/0000-0002-1825-0097");
        row("author.orcid", "https://orcid.org/0000-0002-1825-0098", "");
        row("author.orcid", "ida falk", "");
        row("author.email", "mailto:ida@tides.example", "ida@tides.example");
        row("author.email", " ida@tides.example", "ida@tides.example");
        row("author.email", "ida [at] tides [dot] example", "ida@tides.example");
        row("author.email", "ida(at)tides.example", "ida@tides.example");
        row("author.email", "ida at tides dot example", "ida@tides.example");
        row("author.email", "ida＠tides.example", "ida@tides.example");
        row("author.email", "ida@tides", "");
        row("author.email", "ida@tides.example, falk@tides.example", "");
        row("author.googlescholar", "AbCdEfGhIjKl", "https://scholar.google.com/citations?user=AbCdEfGhIjKl");
        row("author.googlescholar", "https://scholar.google.com/citations?hl=en", "");
        row("author.googlescholar", "https://scholar.google.com/citations?user=AbCd", "");
        row("author.github", "https://github.com/ida-falk", "ida-falk");
        row("author.github", "github.com/ida-falk/", "ida-falk");
        row("author.github", "https://github.com/ida-falk/tides?tab=readme", "ida-falk");
        row("author.github", "@ida-falk", "ida-falk");
        row("author.github", "ida-falk/tides", "ida-falk");
        row("author.github", "ida-falk.github.io", "ida-falk");
        row("author.github", "ida--falk", "");
        row("author.linkedin", "https://www.linkedin.com/in/ida-falk/", "ida-falk");
        row("author.linkedin", "in/ida-falk", "ida-falk");
        row("author.linkedin", "Ida Falk", "");
        row("author.twitter", "@tides", "tides");
        row("author.twitter", "https://x.example/tides", "");
        row("author.dblp", "12/3456", "");
        row("author.researchgate", "Ida-Falk", "https://www.researchgate.net/profile/Ida-Falk");
        row("author.researchgate", "https://tides.example/Ida", "");
        row("author.uri", "falk.example/me", "https://falk.example/me");
        row("author.uri", "http://falk.example", "https://falk.example");
        row("author.uri", "https:/falk.example", "https://falk.example");
        row("author.uri", "https://http://falk.example", "http://falk.example");
        row("author.uri", "https://falk.example/my page", "https://falk.example/my%20page");
        row("author.uri", "https://falk", "");
        row("url", "https://ida-falk.example/", "https://ida-falk.example");
        row("url", "ida-falk.example", "https://ida-falk.example");
        row("author.links.1.url", "tides.example", "https://tides.example");
    }
    void whatWouldDoIsOffered()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QString, offered);
        QCOMPARE(better(name, value), offered);
    }

    void whatIsOfferedWillDoItself()
    {
        for (const char *name : {"author.orcid", "author.googlescholar", "author.github", "author.uri", "url"}) {
            QVERIFY(rc::check([name] {
                const auto text =
                    *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abhtps:/.@-_ 019xX?=&#")));
                QString value = QString::fromStdString(text);
                for (int step = 0; step < 6; ++step) {
                    const auto note = noteOn(name, value);
                    if (!note || note->better.isEmpty())
                        return;
                    RC_ASSERT(note->better != value);
                    value = note->better;
                }
                RC_FAIL("never content");
            }));
        }
    }

    void everyCheckDigitOfAnOrcidIsKnown()
    {
        QVERIFY(rc::check([] {
            const QString right = withCheckDigit(fifteenDigits());
            RC_ASSERT(orcidFits(right));
            // Any one digit mistyped is found.
            QString wrong = right;
            const int at = *rc::gen::inRange(0, 15);
            wrong[at] = QChar(u'0' + (wrong[at].digitValue() + *rc::gen::inRange(1, 10)) % 10);
            RC_ASSERT(!orcidFits(wrong));
        }));
        QVERIFY(!orcidFits(u"0000"));
        QVERIFY(!orcidFits(u"X000-0002-1825-0097"));
    }

    void theSitesOwnFileSaysWhatItExpects()
    {
        const auto addresses = ProfileAddresses::read(
            "{% if author.orcid %}\n<li><a href=\"https://orcid.org/{{ author.orcid }}\">ORCID</a></li>{% endif %}\n"
            "<a href='{{ author.github }}'>GitHub</a> <a href=\"https://{{ author.tumblr }}.tumblr.example\">T</a>\n"
            "<a href=\"mailto:{{ author.email | escape }}\">Email</a> <a "
            "href=\"https://sea.example/u/{{author.sea}}\">");
        QCOMPARE(addresses.keys(), (std::vector<QByteArray>{"orcid", "github", "tumblr", "email", "sea"}));
        QCOMPARE(
            noteOn("author.orcid", QStringLiteral("https://orcid.org/0000-0002-1825-0097"), addresses)->better,
            QStringLiteral("0000-0002-1825-0097"));
        QVERIFY(!noteOn("author.orcid", QStringLiteral("0000-0002-1825-0097"), addresses));
        QVERIFY(!noteOn("author.github", QStringLiteral("https://github.com/ida"), addresses));
        QCOMPARE(
            noteOn("author.github", QStringLiteral("ida"), addresses)->better,
            QStringLiteral("https://github.com/ida"));
        QCOMPARE(
            noteOn("author.sea", QStringLiteral("https://sea.example/u/ida"), addresses)->better,
            QStringLiteral("ida"));
        QVERIFY(!noteOn("author.linkedin", QStringLiteral("ida"), addresses));
    }

    void aPathOfTheSiteBeginsWithASlash()
    {
        QVERIFY(!checkOwnPath({}));
        QVERIFY(!checkOwnPath(QStringLiteral("/")));
        QVERIFY(!checkOwnPath(QStringLiteral("/about.html")));
        QCOMPARE(checkOwnPath(QStringLiteral("about"))->better, QStringLiteral("/about"));
        QCOMPARE(checkOwnPath(QStringLiteral("/a b/"))->better, QStringLiteral("/a%20b/"));
        QCOMPARE(checkOwnPath(QStringLiteral("https://falk.example/me/"))->better, QStringLiteral("/me/"));
        QCOMPARE(checkOwnPath(QStringLiteral("https://falk.example"))->better, QStringLiteral("/"));
    }

    void anAddressOfTheMenuBeginsWithASlash()
    {
        QVERIFY(!checkMenuAddress(QStringLiteral("/#news")));
        QVERIFY(!checkMenuAddress(QStringLiteral("#news")));
        QVERIFY(!checkMenuAddress(QStringLiteral("https://tides.example")));
        QVERIFY(!checkMenuAddress(QStringLiteral("mailto:ida@tides.example")));
        QVERIFY(!checkMenuAddress({}));
        QCOMPARE(checkMenuAddress(QStringLiteral("talks/"))->better, QStringLiteral("/talks/"));
        QCOMPARE(checkMenuAddress(QStringLiteral("files/cv.pdf"))->better, QStringLiteral("/files/cv.pdf"));
        QCOMPARE(checkMenuAddress(QStringLiteral("tides.example"))->better, QStringLiteral("https://tides.example"));
    }
};

QTEST_MAIN(TestProfileChecks)
#include "tst_ProfileChecks.moc"
