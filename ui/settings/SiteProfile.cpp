#include "ui/settings/SiteProfile.h"

#include "ui/Selection.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QDesktopServices>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace vitrine {

namespace {

using metrics::px;

/// Name and value of everything that is said once: title, address, and the author's lines that are not empty.
QList<std::pair<QString, QString>> linesOf(const QVariantMap &config)
{
    QList<std::pair<QString, QString>> lines;
    for (const char *name : {"title", "description", "url"}) {
        const QString value = config.value(QLatin1String(name)).toString();
        if (!value.isEmpty())
            lines.append({QLatin1String(name), value});
    }
    const QVariantMap author = config.value(QStringLiteral("author")).toMap();
    for (auto line = author.begin(); line != author.end(); ++line) {
        if (!line.value().toString().isEmpty())
            lines.append({line.key(), line.value().toString()});
    }
    return lines;
}

} // namespace

SiteProfile::SiteProfile(Selection *selection, QWidget *parent) : QScrollArea(parent), m_selection(selection)
{
    nameWidget(this, QStringLiteral("SiteProfile"), tr("Site profile"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(selection, &Selection::pageChanged, this, &SiteProfile::rebuild);
    rebuild();
}

void SiteProfile::rebuild()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    const int margin = px(metrics::paneMargin);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(px(metrics::fieldGap));
    setWidget(page);
    const OpenPage *open = m_selection->page();
    if (!open || !open->site().exists())
        return;
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(px(metrics::labelGap));
    form->setVerticalSpacing(px(metrics::fieldGap));
    const QList<std::pair<QString, QString>> lines = linesOf(open->site().values()->config);
    for (const auto &[name, value] : lines) {
        auto *label = new QLabel(name, page);
        makeMuted(label);
        auto *shown = new QLabel(value, page);
        shown->setTextFormat(Qt::PlainText);
        shown->setWordWrap(true);
        shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        nameWidget(shown, QStringLiteral("Profile-%1").arg(name), QStringLiteral("%1: %2").arg(name, value));
        form->addRow(label, shown);
    }
    column->addLayout(form);
    const QString path = open->site().root() + QStringLiteral("/_config.yml");
    auto *edit = new QPushButton(tr("Open _config.yml"), page);
    nameWidget(edit, QStringLiteral("OpenConfig"), tr("Open _config.yml in the system’s editor"));
    connect(edit, &QPushButton::clicked, this, [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    auto *hint = new QLabel(
        tr("The whole site shares these lines. They open in the system’s editor; a form for them comes later."), page);
    hint->setObjectName(QStringLiteral("ProfileHint"));
    hint->setFont(metrics::smallFont());
    hint->setWordWrap(true);
    makeMuted(hint);
    column->addWidget(edit, 0, Qt::AlignLeft);
    column->addWidget(hint);
    column->addStretch();
}

} // namespace vitrine
