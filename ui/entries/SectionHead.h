#pragma once

#include "ui/look/Controls.h"

class QLabel;
class QMenu;

namespace vitrine {

class ElidedLabel;

/// The head over the list: title and count of the section, the menu of the section, the button that adds to it. In
/// narrow windows the title is a button that opens the outline.
class SectionHead : public Bar
{
    Q_OBJECT

public:
    explicit SectionHead(QWidget *parent = nullptr);

    void setTitle(const QString &emoji, const QString &title);
    /// Words after the title: the number of entries, or what a search looked for; empty for none.
    void setCount(const QString &words);
    /// What the filled button says; empty hides it.
    void setAddWords(const QString &words);
    void setSectionMenu(QMenu *menu);
    /// Shows "Close search" instead of menu and Add.
    void setSearching(bool searching);
    void setOutlineFolded(bool folded);

Q_SIGNALS:
    void addWanted();
    void closeSearchWanted();
    void outlineWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();

    ElidedLabel *m_title;
    QToolButton *m_fold;
    QLabel *m_count;
    QToolButton *m_more;
    FilledButton *m_add;
    QPushButton *m_close;
    bool m_searching = false;
};

} // namespace vitrine
