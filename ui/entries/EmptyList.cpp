#include "ui/entries/EmptyList.h"

#include "ui/entries/RowText.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace vitrine {

using metrics::px;

EmptyList::EmptyList(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(QStringLiteral("other"), metrics::iconLarge, IconLabel::Tone::Muted, this)),
      m_title(new QLabel(this)),
      m_words(new QLabel(this)),
      m_add(new QPushButton(this))
{
    nameWidget(this, QStringLiteral("EmptyList"), tr("No entries"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(metrics::scaledFont(1.0, QFont::DemiBold));
    m_title->setObjectName(QStringLiteral("EmptyTitle"));
    m_title->setAlignment(Qt::AlignCenter);
    m_words->setObjectName(QStringLiteral("EmptyWords"));
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    makeMuted(m_words);
    m_add->setObjectName(QStringLiteral("EmptyAdd"));
    m_add->setIcon(icon(QStringLiteral("add")));
    m_add->setAutoDefault(false);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(px(1));
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignCenter);
    column->addSpacing(px(1));
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(px(1));
    column->addWidget(m_add, 0, Qt::AlignCenter);
    column->addStretch();
    connect(m_add, &QPushButton::clicked, this, &EmptyList::addWanted);
}

void EmptyList::setKind(Kind kind, const QString &sectionTitle)
{
    m_icon->setIconName(iconName(kind));
    m_title->setText(tr("Nothing in %1 yet").arg(sectionTitle));
    m_words->setText(tr("What you add appears here and on your page."));
    m_add->setText(addWordsOf(kind));
    m_add->setAccessibleName(m_add->text());
    m_add->show();
}

void EmptyList::setNothingFound(const QString &words)
{
    m_icon->setIconName(QStringLiteral("search"));
    m_title->setText(tr("“%1” is not on this page").arg(words));
    m_words->setText(tr("Hidden text was searched too."));
    m_add->hide();
}

} // namespace vitrine
