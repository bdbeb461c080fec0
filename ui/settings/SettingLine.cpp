#include "ui/settings/SettingLine.h"

#include "app/session/OpenPage.h"
#include "content/frontmatter/YamlTruth.h"
#include "ui/fields/FieldFrame.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/PictureBox.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

SettingLine::SettingLine(const QByteArray &name, const Look &look, QWidget *parent)
    : QWidget(parent), m_name(name), m_visit(OpenPage::nextMergeKey())
{
    const QString objectName = look.prefix + QLatin1Char('-') + QString::fromUtf8(name);
    auto *row = new QWidget(this);
    auto *parts = new QHBoxLayout(row);
    parts->setContentsMargins({});
    parts->setSpacing(metrics::px(1));
    parts->addWidget(makeEditor(look, objectName), m_switch ? 0 : 1);
    if (m_switch)
        parts->addStretch();
    if (look.removable) {
        auto *remove = new QAction(icon(QStringLiteral("close")), tr("Remove %1").arg(look.label), this);
        connect(remove, &QAction::triggered, this, &SettingLine::removeWanted);
        QToolButton *button = makeToolButton(remove, row);
        nameWidget(button, look.prefix + QStringLiteral("Remove-") + QString::fromUtf8(name), remove->text());
        parts->addWidget(button);
    }
    m_frame = new FieldFrame(row, objectName, this);
    m_frame->setRemediesShown(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
    setFocusProxy(editor());
    connect(m_frame, &FieldFrame::refusalShown, this, [this](bool shown) {
        if (m_edit)
            vitrine::setRefused(m_edit, shown);
    });
    connect(m_frame, &FieldFrame::suggestionTaken, this, [this](const QString &suggestion) {
        showValue(suggestion);
        Q_EMIT edited();
        leave();
    });
}

QWidget *SettingLine::makeEditor(const Look &look, const QString &objectName)
{
    switch (look.kind) {
    case Kind::Switch:
        return makeSwitch(look, objectName);
    case Kind::Picture:
        m_picture = new PictureBox(this);
        m_picture->setNames(look.prefix + QStringLiteral("Picture"), look.label);
        m_picture->setFolder(look.pictures);
        m_edit = m_picture->line();
        connect(m_picture, &PictureBox::edited, this, &SettingLine::edited);
        break;
    case Kind::Words:
        m_edit = new LineEdit(this);
        connect(m_edit, &LineEdit::typed, this, &SettingLine::edited);
        break;
    }
    m_edit->setPlaceholderText(look.placeholder);
    nameWidget(m_edit, objectName, look.label);
    connect(m_edit, &QLineEdit::editingFinished, this, &SettingLine::leave);
    return m_picture ? static_cast<QWidget *>(m_picture) : m_edit;
}

QWidget *SettingLine::makeSwitch(const Look &look, const QString &objectName)
{
    m_switch = new SegmentedSwitch(this);
    nameWidget(m_switch, objectName, look.label);
    for (const auto &[id, words, part, sign] :
         {std::tuple(1, tr("On"), QStringLiteral("On"), QStringLiteral("done")),
          std::tuple(0, tr("Off"), QStringLiteral("Off"), QStringLiteral("close"))}) {
        QToolButton *button = m_switch->addPart(id, sign, words, QStringLiteral("%1: %2").arg(look.label, words));
        button->setObjectName(objectName + part);
    }
    connect(m_switch, &SegmentedSwitch::chosenByUser, this, [this](int chosen) {
        m_truth = yamlTruthLike(m_truth, chosen == 1);
        Q_EMIT edited();
        leave();
    });
    return m_switch;
}

QWidget *SettingLine::editor() const
{
    return m_switch ? static_cast<QWidget *>(m_switch) : m_edit;
}

QString SettingLine::value() const
{
    return m_switch ? QString::fromUtf8(m_truth) : m_edit->text();
}

void SettingLine::showValue(const QString &value)
{
    if (m_switch) {
        m_truth = value.toUtf8();
        m_switch->setChosen(yamlTruth(m_truth).value_or(false) ? 1 : 0);
    } else if (m_picture) {
        m_picture->setPath(value);
    } else if (m_edit->text() != value) {
        m_edit->setShown(value);
    }
}

void SettingLine::select(int begin, int length)
{
    editor()->setFocus(Qt::OtherFocusReason);
    if (m_edit)
        m_edit->setSelection(begin, length);
}

void SettingLine::setNote(const std::optional<ValueNote> &note)
{
    m_frame->setWarning(note ? note->sentence : QString(), note ? note->better : QString());
}

QString SettingLine::pictureWarning() const
{
    return m_picture ? m_picture->warning() : QString();
}

void SettingLine::setRefusal(const std::optional<Error> &error)
{
    m_refused = error.has_value();
    if (error)
        m_frame->setRefusal(*error);
    else
        m_frame->clearRefusal();
}

YamlQuotes SettingLine::quotes(const std::function<bool()> &isPlain)
{
    if (!m_quotes)
        m_quotes = isPlain() ? YamlQuotes::IfNeeded : YamlQuotes::Keep;
    return *m_quotes;
}

void SettingLine::leave()
{
    m_visit = OpenPage::nextMergeKey();
    m_quotes.reset();
    m_frame->showRefusal();
    Q_EMIT left();
}

} // namespace vitrine
