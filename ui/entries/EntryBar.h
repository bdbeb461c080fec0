#pragma once

#include "ui/look/Controls.h"

class QMenu;

namespace vitrine {

class Actions;

/// Two words of which one is chosen, underlined in the accent colour.
class TabRow : public QWidget
{
    Q_OBJECT

public:
    explicit TabRow(QWidget *parent = nullptr);
    void addTab(const QString &objectName, const QString &text);
    int current() const;
    void setCurrent(int tab);
    /// A tab that cannot be chosen now.
    void setAvailable(int tab, bool available);

Q_SIGNALS:
    void chosenByUser(int tab);

private:
    QButtonGroup *m_group;
};

/// The bar over the form: Form or Markdown, the place of the entry, and what can be done with it.
class EntryBar : public Bar
{
    Q_OBJECT

public:
    enum Tab { Form, Markdown };

    explicit EntryBar(const Actions &actions, QWidget *parent = nullptr);

    TabRow *tabs() const { return m_tabs; }
    /// The name of the group the entry is in; empty hides the place.
    void setPlace(const QString &group);
    /// A new entry that is not on the page yet has a form only.
    void setDrafting(bool drafting);
    /// Beside the list the bar is one of the heads of the window and has their height.
    void setAsHead(bool asHead);

private:
    TabRow *m_tabs;
    QToolButton *m_place;
};

} // namespace vitrine
