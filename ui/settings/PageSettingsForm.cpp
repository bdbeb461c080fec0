#include "ui/settings/PageSettingsForm.h"

#include "ui/Selection.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"

#include <QLabel>
#include <QVBoxLayout>

namespace vitrine {

PageSettingsForm::PageSettingsForm(Selection *selection, QWidget *parent)
    : YamlForm(selection, QStringLiteral("Setting"), parent)
{
    nameWidget(this, QStringLiteral("PageSettings"), tr("Page settings"));
    begin();
}

const YamlText *PageSettingsForm::yaml() const
{
    return selection()->page() ? &selection()->page()->page()->frontMatterYaml() : nullptr;
}

QByteArray PageSettingsForm::yamlBytes() const
{
    return selection()->page()->page()->bytes();
}

std::vector<QByteArray> PageSettingsForm::lineNames() const
{
    std::vector<QByteArray> names;
    for (const YamlField &field : yaml()->fields())
        names.push_back(field.name);
    return names;
}

QString PageSettingsForm::labelOf(const QByteArray &name) const
{
    // Words for the settings that most pages have; others show their own name.
    static const QHash<QByteArray, QString> known{
        {"permalink", tr("Address on the site")},
        {"title", tr("Title")},
        {"excerpt", tr("Excerpt")},
        {"description", tr("Description")},
        {"author_profile", tr("Author profile")},
        {"layout", tr("Layout")},
        {"lang", tr("Language")},
    };
    return known.value(name, QString::fromUtf8(name));
}

Result<PageChange> PageSettingsForm::changeTo(const QByteArray &name, const QByteArray &value, YamlQuotes quotes) const
{
    return setFrontMatter(*selection()->page()->page(), name, value, quotes);
}

void PageSettingsForm::fillFoot(QVBoxLayout *column, QWidget *page)
{
    column->addSpacing(metrics::px(2));
    column->addWidget(makeFootNote(
        yaml()->fields().empty() ? tr("This page has no settings.")
                                 : tr("What stands between the two --- lines at the top of the page."),
        QStringLiteral("SettingsHint"), page));
}

} // namespace vitrine
