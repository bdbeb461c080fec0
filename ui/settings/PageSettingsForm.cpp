#include "ui/settings/PageSettingsForm.h"

#include "ui/Selection.h"
#include "ui/fields/LineEdit.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/look/Tones.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

namespace {

using metrics::px;

/// Words for the settings that most pages have; others show their own name.
QString labelOfSetting(const QByteArray &name)
{
    static const QHash<QByteArray, QString> known{
        {"permalink", PageSettingsForm::tr("Address on the site")},
        {"title", PageSettingsForm::tr("Title")},
        {"excerpt", PageSettingsForm::tr("Excerpt")},
        {"description", PageSettingsForm::tr("Description")},
        {"author_profile", PageSettingsForm::tr("Author profile")},
        {"layout", PageSettingsForm::tr("Layout")},
        {"lang", PageSettingsForm::tr("Language")},
    };
    return known.value(name, QString::fromUtf8(name));
}

} // namespace

PageSettingsForm::PageSettingsForm(Selection *selection, QWidget *parent) : QScrollArea(parent), m_selection(selection)
{
    nameWidget(this, QStringLiteral("PageSettings"), tr("Page settings"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(selection, &Selection::pageChanged, this, [this] {
        disconnect(m_changed);
        if (OpenPage *page = m_selection->page())
            m_changed = connect(page, &OpenPage::changed, this, &PageSettingsForm::follow);
        rebuild();
    });
    rebuild();
}

void PageSettingsForm::follow()
{
    const std::vector<YamlField> &fields = m_selection->page()->page()->frontMatterYaml().fields();
    const bool same = std::equal(
        fields.begin(), fields.end(), m_lines.begin(), m_lines.end(),
        [](const YamlField &field, const Line &line) { return field.name == line.name; });
    if (!same) {
        rebuild();
        return;
    }
    for (size_t i = 0; i < fields.size(); ++i) {
        const QString value = QString::fromUtf8(fields[i].value);
        LineEdit *edit = m_lines[i].edit;
        if (edit->text() != value && !isRefused(edit))
            edit->setShown(value);
    }
}

void PageSettingsForm::rebuild()
{
    m_lines.clear();
    // Whoever is inside a signal of an old line still needs it.
    if (m_page)
        takeWidget()->deleteLater();
    m_page = new QWidget;
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(px(metrics::paneMargin), px(metrics::paneMargin), px(metrics::paneMargin), 0);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(px(metrics::labelGap));
    form->setVerticalSpacing(px(metrics::fieldGap));
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    column->addLayout(form);
    setWidget(m_page);
    const OpenPage *open = m_selection->page();
    if (!open)
        return;
    const std::vector<YamlField> &fields = open->page()->frontMatterYaml().fields();
    m_lines.resize(fields.size());
    for (size_t i = 0; i < fields.size(); ++i) {
        Line &line = m_lines[i];
        line.name = fields[i].name;
        line.visit = OpenPage::nextMergeKey();
        line.edit = new LineEdit(m_page);
        line.edit->setShown(QString::fromUtf8(fields[i].value));
        const QString label = labelOfSetting(line.name);
        nameWidget(line.edit, QStringLiteral("Setting-%1").arg(QString::fromUtf8(line.name)), label);
        line.refusal = new QLabel(m_page);
        line.refusal->setWordWrap(true);
        line.refusal->setObjectName(QStringLiteral("Refusal-%1").arg(QString::fromUtf8(line.name)));
        line.refusal->hide();
        auto *both = new QVBoxLayout;
        both->setSpacing(px(0.5));
        both->addWidget(line.edit);
        both->addWidget(line.refusal);
        auto *words = new QLabel(label, m_page);
        words->setBuddy(line.edit);
        makeMuted(words);
        form->addRow(words, both);
        connect(line.edit, &LineEdit::typed, this, [this, i] { set(m_lines[i]); });
        connect(
            line.edit, &QLineEdit::editingFinished, this, [this, i] { m_lines[i].visit = OpenPage::nextMergeKey(); });
    }
    auto *hint = new QLabel(
        fields.empty() ? tr("This page has no settings.")
                       : tr("What stands between the two --- lines at the top of the page."),
        m_page);
    hint->setObjectName(QStringLiteral("SettingsHint"));
    hint->setFont(metrics::smallFont());
    hint->setWordWrap(true);
    makeMuted(hint);
    column->addSpacing(px(2));
    column->addWidget(hint);
    column->addStretch();
}

void PageSettingsForm::set(const Line &line)
{
    OpenPage *open = m_selection->page();
    // The line outlives the call: a refusal changes nothing, and a change keeps the same names.
    LineEdit *edit = line.edit;
    QLabel *refusal = line.refusal;
    const QString label = labelOfSetting(line.name);
    const Result<Done> taken = open->apply(
        setFrontMatter(*open->page(), line.name, edit->text().toUtf8()), tr("change of %1").arg(label), line.visit);
    setRefused(edit, !taken);
    refusal->setVisible(!taken);
    if (taken)
        return;
    refusal->setText(taken.error().sentence);
    edit->setAccessibleDescription(taken.error().sentence);
    QPalette colors = refusal->palette();
    colors.setColor(QPalette::WindowText, Tones(palette()).error());
    refusal->setPalette(colors);
}

} // namespace vitrine
