#include "ui/entries/SectionHead.h"

#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace vitrine {

using metrics::px;

SectionHead::SectionHead(QWidget *parent)
    : Bar(metrics::headHeight, Line::Below, parent),
      m_title(new ElidedLabel(this)),
      m_fold(new QToolButton(this)),
      m_count(new QLabel(this)),
      m_more(makeMenuButton(QStringLiteral("more"), {}, this)),
      m_add(new FilledButton(this)),
      m_close(new QPushButton(tr("Close search"), this))
{
    nameWidget(this, QStringLiteral("SectionHead"), tr("The current section"));
    m_title->setObjectName(QStringLiteral("SectionTitle"));
    m_title->setFont(metrics::headFont());
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    nameWidget(m_fold, QStringLiteral("OutlineButton"), tr("Choose a section"));
    m_fold->setAutoRaise(true);
    m_fold->setIcon(icon(QStringLiteral("open-list")));
    m_fold->setToolTip(tr("Choose a section"));
    m_fold->hide();
    m_count->setObjectName(QStringLiteral("SectionCount"));
    makeMuted(m_count);
    nameWidget(m_more, QStringLiteral("SectionMore"), tr("More for this section"));
    m_more->setToolTip(tr("More for this section"));
    m_add->setObjectName(QStringLiteral("AddEntryButton"));
    nameWidget(m_close, QStringLiteral("CloseSearch"), tr("Close search"));
    m_close->setAutoDefault(false);

    row()->setContentsMargins(px(metrics::paneMargin), 0, px(3), 1);
    row()->addWidget(m_title);
    row()->addWidget(m_fold);
    row()->addSpacing(px(0.5));
    row()->addWidget(m_count);
    row()->addStretch(1);
    row()->addWidget(m_more);
    row()->addSpacing(px(1));
    row()->addWidget(m_add);
    row()->addWidget(m_close);
    connect(m_add, &QPushButton::clicked, this, &SectionHead::addWanted);
    connect(m_close, &QPushButton::clicked, this, &SectionHead::closeSearchWanted);
    connect(m_fold, &QToolButton::clicked, this, &SectionHead::outlineWanted);
    m_title->installEventFilter(this);
    arrange();
}

bool SectionHead::eventFilter(QObject *watched, QEvent *event)
{
    // Where the outline is folded into it, the title opens it too.
    if (watched == m_title && event->type() == QEvent::MouseButtonRelease && m_fold->isVisible())
        Q_EMIT outlineWanted();
    return Bar::eventFilter(watched, event);
}

void SectionHead::setTitle(const QString &emoji, const QString &title)
{
    m_title->setText(emoji.isEmpty() ? title : QStringLiteral("%1 %2").arg(emoji, title));
    m_title->updateGeometry();
}

void SectionHead::setCount(const QString &words)
{
    m_count->setText(words);
}

void SectionHead::setAddWords(const QString &words)
{
    m_add->setText(words);
    m_add->setAccessibleName(words);
    m_add->updateGeometry();
    arrange();
}

void SectionHead::setSectionMenu(QMenu *menu)
{
    m_more->setMenu(menu);
}

void SectionHead::setSearching(bool searching)
{
    m_searching = searching;
    arrange();
}

void SectionHead::setOutlineFolded(bool folded)
{
    m_fold->setVisible(folded);
}

void SectionHead::arrange()
{
    m_more->setVisible(!m_searching && m_more->menu());
    m_add->setVisible(!m_searching && !m_add->text().isEmpty());
    m_close->setVisible(m_searching);
}

} // namespace vitrine
