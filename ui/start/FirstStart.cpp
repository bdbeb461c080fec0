#include "ui/start/FirstStart.h"

#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"
#include "ui/start/StarterCard.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vitrine {

namespace {

using metrics::px;

constexpr double columnWidth = 140;
constexpr int mostRecent = 8;

QList<Starter> starters()
{
    return {
        {QStringLiteral("academicpages"),
         FirstStart::tr("Sidebar, sections as lists: news, publications, experience, awards"),
         QStringLiteral(":/starters/academicpages")},
        {QStringLiteral("AcadHomepage"), FirstStart::tr("Papers as boxes with pictures, headings with signs"),
         QStringLiteral(":/starters/acadhomepage")},
    };
}

QString keyText(const char *keys)
{
    return QKeySequence(QLatin1String(keys), QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

/// A column in the middle of the pane that scrolls when the window is low.
QWidget *centred(QWidget *column)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->addStretch(1);
    auto *upright = new QVBoxLayout;
    upright->addStretch(2);
    upright->addWidget(column);
    upright->addStretch(3);
    row->addLayout(upright);
    row->addStretch(1);
    column->setMinimumWidth(std::min(px(columnWidth), px(100)));
    column->setMaximumWidth(px(columnWidth));
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    area->setWidget(middle);
    return area;
}

} // namespace

StartCard::StartCard(
    const QString &iconName, const QString &words, const QString &second, const QString &key, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName), m_second(second), m_key(key)
{
    setText(words);
    setAccessibleName(words);
    setAccessibleDescription(second);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StartCard::setSlim(bool slim)
{
    m_slim = slim;
    updateGeometry();
}

QSize StartCard::sizeHint() const
{
    return {px(columnWidth), px(m_slim ? 12 : 18)};
}

void StartCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones(palette());
    const bool enabled = isEnabled();
    QColor ground = enabled ? tones.base() : tones.window();
    if (enabled && isDown())
        ground = tones.selection();
    else if (enabled && underMouse())
        ground = Tones::mixed(tones.text(), tones.base(), 0.03);
    paintRounded(painter, rect(), px(metrics::cardRadius), ground, tones.hairline());
    if (hasFocus())
        paintFocusRing(painter, rect(), px(metrics::cardRadius), tones.accent());

    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const int edge = px(m_slim ? metrics::iconHead : metrics::iconLarge);
    const int margin = px(5);
    const int iconX = leftToRight ? margin : width() - margin - edge;
    painter.drawPixmap(
        iconX, (height() - edge) / 2,
        iconPixmap(m_iconName, enabled ? tones.accent() : tones.muted(), edge, devicePixelRatioF()));
    QRect rest = leftToRight ? rect().adjusted(margin + edge + px(3.5), 0, -margin, 0)
                             : rect().adjusted(margin, 0, -margin - edge - px(3.5), 0);
    const QFont bold = metrics::scaledFont(1.0, QFont::DemiBold);
    const QFont small = m_slim ? metrics::smallFont() : metrics::scaledFont(0.96);
    if (!m_key.isEmpty()) {
        painter.setFont(metrics::smallFont());
        painter.setPen(tones.muted());
        painter.drawText(rest, Qt::AlignTrailing | Qt::AlignVCenter, m_key);
        const int taken = QFontMetrics(metrics::smallFont()).horizontalAdvance(m_key) + px(2);
        rest = leftToRight ? rest.adjusted(0, 0, -taken, 0) : rest.adjusted(taken, 0, 0, 0);
    }
    const QFontMetrics boldMetrics(bold);
    const QFontMetrics smallMetrics(small);
    const int gap = px(0.5);
    const int top = (height() - boldMetrics.height() - gap - smallMetrics.height()) / 2;
    painter.setFont(bold);
    painter.setPen(enabled ? tones.text() : tones.muted());
    painter.drawText(
        QRect(rest.left(), top, rest.width(), boldMetrics.height()), Qt::AlignLeading | Qt::AlignVCenter,
        boldMetrics.elidedText(text(), Qt::ElideRight, rest.width()));
    painter.setFont(small);
    painter.setPen(tones.muted());
    painter.drawText(
        QRect(rest.left(), top + boldMetrics.height() + gap, rest.width(), smallMetrics.height()),
        Qt::AlignLeading | Qt::AlignVCenter,
        smallMetrics.elidedText(m_second, m_slim ? Qt::ElideMiddle : Qt::ElideRight, rest.width()));
}

FirstStart::FirstStart(QWidget *parent) : QWidget(parent), m_pages(new QStackedWidget(this))
{
    nameWidget(this, QStringLiteral("FirstStart"), tr("Open or start a page"));
    m_pages->addWidget(centred(makeWays()));
    m_pages->addWidget(centred(makeStarters()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    setFocusProxy(m_first);
}

QWidget *FirstStart::makeWays()
{
    auto *ways = new QWidget;
    auto *column = new QVBoxLayout(ways);
    column->setContentsMargins(0, px(4), 0, px(4));
    column->setSpacing(px(2.5));

    auto *top = new QHBoxLayout;
    auto *sign = new QLabel(ways);
    sign->setPixmap(iconPixmap(QStringLiteral("vitrine"), Qt::black, px(18), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(px(0.5));
    auto *name = new QLabel(QStringLiteral("Vitrine"), ways);
    name->setFont(metrics::scaledFont(2.0, QFont::DemiBold));
    auto *line = new QLabel(
        tr("Edit your homepage in forms, see it as visitors will,\nand save the same file with nothing else touched."),
        ways);
    line->setObjectName(QStringLiteral("StartWords"));
    makeMuted(line);
    words->addWidget(name);
    words->addWidget(line);
    top->addWidget(sign);
    top->addSpacing(px(4));
    top->addLayout(words, 1);
    column->addLayout(top);
    column->addSpacing(px(5));

    m_recentBox = new QWidget(ways);
    nameWidget(m_recentBox, QStringLiteral("RecentPages"), tr("Pages opened before"));
    m_recent = new QVBoxLayout(m_recentBox);
    m_recent->setContentsMargins(0, 0, 0, px(3));
    m_recent->setSpacing(px(1.5));
    m_recentBox->hide();
    column->addWidget(m_recentBox);

    m_first = new StartCard(
        QStringLiteral("open"), tr("Open a page…"), tr("A Markdown file such as about.md or index.md"),
        keyText("Ctrl+O"), ways);
    m_first->setObjectName(QStringLiteral("StartOpen"));
    auto *folder = new StartCard(
        QStringLiteral("site"), tr("Open a site’s folder…"),
        tr("The folder of your Jekyll site; its page is found for you"), keyText("Ctrl+Shift+O"), ways);
    folder->setObjectName(QStringLiteral("StartFolder"));
    auto *sample = new StartCard(
        QStringLiteral("sample"), tr("Try the sample"), tr("The page of a made-up researcher, in a scratch copy"), {},
        ways);
    sample->setObjectName(QStringLiteral("StartSample"));
    column->addWidget(m_first);
    column->addWidget(folder);
    column->addWidget(sample);

    auto *foot = new QHBoxLayout;
    auto *drop = new QLabel(tr("You can also drop a file or a folder anywhere in this window."), ways);
    drop->setObjectName(QStringLiteral("StartDrop"));
    drop->setWordWrap(true);
    makeMuted(drop);
    auto *fresh = new QuietButton(QString(), tr("Start a new page…"), ways);
    nameWidget(fresh, QStringLiteral("StartNew"), tr("Start a new page"));
    foot->addWidget(drop, 1);
    foot->addWidget(fresh);
    column->addSpacing(px(2));
    column->addLayout(foot);

    connect(m_first, &QAbstractButton::clicked, this, &FirstStart::openWanted);
    connect(folder, &QAbstractButton::clicked, this, &FirstStart::openFolderWanted);
    connect(sample, &QAbstractButton::clicked, this, &FirstStart::sampleWanted);
    connect(fresh, &QAbstractButton::clicked, this, &FirstStart::showStarters);
    return ways;
}

QWidget *FirstStart::makeStarters()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, px(4), 0, px(4));
    column->setSpacing(px(2.5));
    auto *title = new QLabel(tr("Start a new page"), page);
    title->setFont(metrics::scaledFont(1.6, QFont::DemiBold));
    column->addWidget(title);
    auto *words =
        new QLabel(tr("Each has real sections with helpful sample text. Nothing is written until you save."), page);
    words->setWordWrap(true);
    words->setObjectName(QStringLiteral("StarterWords"));
    makeMuted(words);
    column->addWidget(words);
    column->addSpacing(px(3));
    auto *cards = new QHBoxLayout;
    cards->setSpacing(px(2.5));
    const QList<Starter> known = starters();
    for (const Starter &starter : known) {
        const QImage picture(starter.folder + QStringLiteral(".png"));
        auto *card = new StarterCard(picture, starter.name, starter.words, page);
        card->setObjectName(QStringLiteral("Starter-%1").arg(starter.name));
        connect(card, &QAbstractButton::clicked, this, [this, starter] { Q_EMIT starterWanted(starter.folder); });
        cards->addWidget(card);
    }
    column->addLayout(cards);
    auto *paste = new StartCard(
        QStringLiteral("duplicate"), tr("From copied Markdown"), tr("What you copied elsewhere becomes the page"), {},
        page);
    paste->setObjectName(QStringLiteral("StarterPaste"));
    column->addWidget(paste);
    auto *back = new QuietButton(QStringLiteral("previous"), tr("Back"), page);
    back->setTight(true);
    nameWidget(back, QStringLiteral("StarterBack"), tr("Back to the three ways"));
    column->addSpacing(px(2));
    column->addWidget(back);
    connect(paste, &QAbstractButton::clicked, this, &FirstStart::pasteWanted);
    connect(back, &QAbstractButton::clicked, this, &FirstStart::showWays);
    return page;
}

void FirstStart::setRecent(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < std::min<qsizetype>(paths.size(), mostRecent); ++i) {
        const QString path = paths.at(i);
        const bool there = QFileInfo::exists(path);
        auto *row = new QWidget(m_recentBox);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *card = new StartCard(
            QStringLiteral("recent"), QFileInfo(path).fileName(), QDir::toNativeSeparators(QFileInfo(path).path()), {},
            row);
        card->setSlim(true);
        card->setObjectName(QStringLiteral("Recent%1").arg(i));
        card->setEnabled(there);
        line->addWidget(card, 1);
        connect(card, &QAbstractButton::clicked, this, [this, path] { Q_EMIT recentWanted(path); });
        if (!there) {
            auto *forget = new QuietButton(QString(), tr("Forget"), row);
            nameWidget(forget, QStringLiteral("Forget%1").arg(i), tr("Forget %1").arg(path));
            line->addWidget(forget);
            connect(forget, &QAbstractButton::clicked, this, [this, path] { Q_EMIT forgetWanted(path); });
        }
        m_recent->addWidget(row);
    }
    m_recentBox->setVisible(!paths.isEmpty());
}

void FirstStart::showStarters()
{
    m_pages->setCurrentIndex(1);
    m_pages->currentWidget()->setFocus();
    if (auto *first = m_pages->currentWidget()->findChild<StarterCard *>())
        first->setFocus(Qt::OtherFocusReason);
}

void FirstStart::showWays()
{
    m_pages->setCurrentIndex(0);
    m_first->setFocus(Qt::OtherFocusReason);
}

void FirstStart::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (auto *card = qobject_cast<QAbstractButton *>(focusWidget()); card && enter) {
        card->click();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_pages->currentIndex() == 1) {
        showWays();
        return;
    }
    if (const int key = event->key(); key == Qt::Key_Down || key == Qt::Key_Up) {
        focusNextPrevChild(key == Qt::Key_Down);
        return;
    }
    QWidget::keyPressEvent(event);
}

void FirstStart::paintEvent(QPaintEvent *)
{
    // Lies over the panes, so it must not let them through.
    QPainter painter(this);
    painter.fillRect(rect(), Tones(palette()).window());
}

} // namespace vitrine
