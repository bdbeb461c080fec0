// A plug-in that types into the real program, so that a test can kill it in the middle. Loaded where the environment
// says QT_QPA_GENERIC_PLUGINS=typist:SEED. Says on standard output what it has done, a line each:
//
//     typed NUMBER MILLISECONDS      so many letters stand in the field now
//     saved NUMBER MILLISECONDS      so many letters are saved now
//
// The milliseconds are those of the system's steady clock, which all programs share.
#include <QApplication>
#include <QGenericPlugin>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QTest>
#include <QTextEdit>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace {

/// Names itself by number, so that every beginning of what is typed tells how long it is.
char letter(int number)
{
    return static_cast<char>('a' + (number + number / 26) % 26);
}

class Typist : public QObject
{
public:
    explicit Typist(quint32 seed) : m_random(seed)
    {
        connect(&m_timer, &QTimer::timeout, this, &Typist::step);
        m_timer.start(20);
    }

private:
    void step()
    {
        QWidget *window = QApplication::activeWindow();
        if (!window)
            return;
        QWidget *field = m_field ? m_field.data() : findField(window);
        if (!field)
            return;
        if (m_typed > 0 && m_random.bounded(25) == 0)
            save(window);
        else
            type(field);
        m_timer.start(m_random.bounded(1, 40));
    }

    /// The text of the page's first section, with the caret at its end.
    QWidget *findField(QWidget *window)
    {
        if (auto *field = window->findChild<QWidget *>(QStringLiteral("textEdit")); field && field->isVisible()) {
            field->setFocus();
            QTest::keyClick(field, Qt::Key_End, Qt::ControlModifier);
            m_field = field;
        } else {
            QTest::keyClick(window, Qt::Key_1, Qt::ControlModifier);
        }
        return m_field;
    }

    void type(QWidget *field)
    {
        QTest::keyClick(field, letter(m_typed));
        ++m_typed;
        say("typed");
    }

    void save(QWidget *window)
    {
        QTest::keyClick(window, Qt::Key_S, Qt::ControlModifier);
        if (!window->isWindowModified())
            say("saved");
    }

    void say(const char *what) const
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::printf(
            "%s %d %lld\n", what, m_typed,
            static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()));
        std::fflush(stdout);
    }

    QRandomGenerator m_random;
    QTimer m_timer;
    QPointer<QWidget> m_field;
    int m_typed = 0;
};

} // namespace

class TypistPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "typist.json")

public:
    QObject *create(const QString &name, const QString &seed) override
    {
        return name == QStringLiteral("typist") ? new Typist(seed.toUInt()) : nullptr;
    }
};

#include "Typist.moc"
