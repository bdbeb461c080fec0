#include "ui/outline/OutlinePane.h"

#include "ui/Selection.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/outline/OutlineModel.h"
#include "ui/outline/OutlineView.h"

#include <QDir>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace vitrine {

namespace {

/// Where the page will be seen: the site's host, else its folder.
QString placeOf(const OpenPage &page)
{
    const QString url =
        page.site().values() ? page.site().values()->config.value(QStringLiteral("url")).toString() : QString();
    const QString host = QUrl(url).host();
    if (!host.isEmpty())
        return host;
    const QString folder = page.site().exists() ? page.site().root() : QFileInfo(page.path()).path();
    return page.path().isEmpty() ? OutlinePane::tr("not saved yet") : QDir(folder).dirName();
}

} // namespace

OutlinePane::OutlinePane(Selection *selection, QWidget *parent)
    : QWidget(parent),
      m_selection(selection),
      m_model(new OutlineModel(selection, this)),
      m_view(new OutlineView(selection, m_model, this)),
      m_name(new ElidedLabel(this)),
      m_place(new ElidedLabel(this))
{
    nameWidget(this, QStringLiteral("OutlinePane"), tr("Outline"));
    auto *card = new Bar(metrics::headHeight, Bar::Line::Below, this);
    nameWidget(card, QStringLiteral("PageCard"), tr("The open page"));
    auto *sign = new IconLabel(QStringLiteral("page"), metrics::iconHead, IconLabel::Tone::Accent, card);
    sign->setObjectName(QStringLiteral("PageSign"));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_name->setFont(metrics::scaledFont(1.0, QFont::DemiBold));
    m_name->setObjectName(QStringLiteral("PageName"));
    m_place->setFont(metrics::smallFont());
    m_place->setObjectName(QStringLiteral("PagePlace"));
    makeMuted(m_place);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_place);
    words->addStretch();
    card->row()->addWidget(sign);
    card->row()->addSpacing(metrics::px(1.5));
    card->row()->addLayout(words, 1);

    auto *foot = new Bar(metrics::headHeight - 1.5, Bar::Line::Above, this);
    foot->setObjectName(QStringLiteral("OutlineFoot"));
    auto *add = new QuietButton(QStringLiteral("add"), tr("Add section"), foot);
    add->setPlain(true);
    nameWidget(add, QStringLiteral("AddSection"), tr("Add section"));
    foot->row()->addWidget(add);
    foot->row()->addStretch();
    foot->row()->setContentsMargins(metrics::px(2.5), 1, metrics::px(2.5), 0);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(card);
    column->addSpacing(metrics::px(1.5));
    column->addWidget(m_view, 1);
    column->addWidget(foot);
    setFocusProxy(m_view);
    connect(add, &QPushButton::clicked, this, &OutlinePane::addSectionWanted);
}

void OutlinePane::refreshCard()
{
    const OpenPage *page = m_selection->page();
    m_name->setText(page ? page->name() : QString());
    m_place->setText(page ? placeOf(*page) : QString());
    m_name->setToolTip(page ? QDir::toNativeSeparators(page->path()) : QString());
}

} // namespace vitrine
