#pragma once

#include <QAbstractButton>
#include <QStringList>
#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace vitrine {

/// A page to begin with, shipped with the program.
struct Starter
{
    QString name; ///< "academicpages"
    QString words; ///< one line about it
    QString folder; ///< a site in the resources; a picture of its page lies beside it
};

/// A large button of the first page: icon, bold words, a second line, a key at the right.
class StartCard : public QAbstractButton
{
    Q_OBJECT

public:
    StartCard(
        const QString &iconName, const QString &words, const QString &second, const QString &key, QWidget *parent);
    QSize sizeHint() const override;
    void setSlim(bool slim);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName, m_second, m_key;
    bool m_slim = false;
};

/// What the window shows without a page: three ways in, pages opened before, and starters for a new page.
class FirstStart : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStart(QWidget *parent = nullptr);

    /// Paths, newest first; missing ones are greyed with Forget.
    void setRecent(const QStringList &paths);
    /// The starters for a new page, in the same place.
    void showStarters();
    void showWays();

Q_SIGNALS:
    void openWanted();
    void openFolderWanted();
    void sampleWanted();
    void recentWanted(const QString &path);
    void forgetWanted(const QString &path);
    void starterWanted(const QString &folder);
    void pasteWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeWays();
    QWidget *makeStarters();

    QStackedWidget *m_pages;
    QVBoxLayout *m_recent = nullptr;
    QWidget *m_recentBox = nullptr;
    StartCard *m_first = nullptr;
};

} // namespace vitrine
