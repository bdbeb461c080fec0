#pragma once

#include "content/page/Schema.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace vitrine {

class IconLabel;

/// What stands in place of a list without entries: icon, "No talks yet", a sentence, a button.
class EmptyList : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyList(QWidget *parent = nullptr);
    void setKind(Kind kind, const QString &sectionTitle);
    /// Instead of a kind: a search that found nothing.
    void setNothingFound(const QString &words);

Q_SIGNALS:
    void addWanted();

private:
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_add;
};

} // namespace vitrine
