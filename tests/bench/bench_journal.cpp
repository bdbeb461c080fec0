#include "app/session/OpenPage.h"
#include "app/session/RecoveryJournal.h"
#include "content/page/Edits.h"
#include "tests/bench/Timing.h"
#include "tests/support/MadePage.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

using namespace vitrine;

namespace {

/// A page in which letters are typed, with or without a journal that writes after every one.
class TypedPage
{
public:
    TypedPage(const QByteArray &bytes, const QString &folder, bool withJournal)
        : m_page(OpenPage::fromBytes(bytes, QStringLiteral("about.md"), Site::around({}))),
          m_place(bytes.indexOf("Conference") + 3),
          m_key(OpenPage::nextMergeKey())
    {
        if (!withJournal)
            return;
        m_journal = std::make_unique<RecoveryJournal>(*m_page, folder);
        m_journal->setDelay(0);
    }

    void type()
    {
        const TextEdit letter = TextEdit::replacing({m_place, m_place}, "a");
        if (!m_page->apply(editSource(*m_page->page(), letter), QStringLiteral("typing"), m_key))
            qFatal("a letter was not taken");
        QCoreApplication::processEvents();
    }

private:
    std::unique_ptr<OpenPage> m_page;
    std::unique_ptr<RecoveryJournal> m_journal;
    qsizetype m_place;
    int m_key;
};

double milliseconds(const std::vector<qint64> &times, double share)
{
    return static_cast<double>(bench::percentile(times, share)) / 1e6;
}

/// In turns, so that whatever else the machine does meets both.
void timeTyping(int entries, int letters, const QString &folder)
{
    const QByteArray bytes = test::madePage(entries);
    TypedPage plain(bytes, folder, false), kept(bytes, folder, true);
    std::vector<qint64> without, with;
    QElapsedTimer timer;
    for (int i = 0; i < letters; ++i) {
        timer.start();
        plain.type();
        without.push_back(timer.nsecsElapsed());
        timer.start();
        kept.type();
        with.push_back(timer.nsecsElapsed());
    }
    std::printf(
        "%d entries, %lld kB: a letter %.2f ms (median), %.2f ms (95 %%); with a journal that always writes %.2f, "
        "%.2f\n",
        entries, static_cast<long long>(bytes.size() / 1000), milliseconds(without, 0.5), milliseconds(without, 0.95),
        milliseconds(with, 0.5), milliseconds(with, 0.95));
}

} // namespace

/// What the recovery journal costs the one who types.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    timeTyping(120, 200, folder.path());
    timeTyping(1000, 100, folder.path());
    timeTyping(20000, 10, folder.path());
    return 0;
}
