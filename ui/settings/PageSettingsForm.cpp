#include "ui/settings/PageSettingsForm.h"

#include "content/frontmatter/YamlTruth.h"
#include "ui/Selection.h"
#include "ui/fields/LineEdit.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/settings/YamlListField.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

namespace {

/// What pages of this kind usually set.
const std::vector<QByteArray> &usualNames()
{
    static const std::vector<QByteArray> names{"title",          "permalink", "redirect_from", "layout",
                                               "author_profile", "excerpt",   "lang"};
    return names;
}

/// `redirect_from` of `redirect_from.2`; nothing for what is in no list, or deeper in one.
std::optional<QByteArray> listOf(const QByteArray &name)
{
    static const QRegularExpression item(QStringLiteral("^([^.]+(?:\\.[^.]*[^.0-9][^.]*)*)\\.\\d+$"));
    const auto match = item.match(QString::fromUtf8(name));
    return match.hasMatch() ? std::optional(match.captured(1).toUtf8()) : std::nullopt;
}

bool contains(const std::vector<QByteArray> &names, const QByteArray &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

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

bool PageSettingsForm::isList(const QByteArray &name) const
{
    // One redirect may stand there without a list.
    if (name == "redirect_from")
        return true;
    const std::vector<YamlField> &fields = yaml()->fields();
    return std::any_of(fields.begin(), fields.end(), [&](const YamlField &each) { return listOf(each.name) == name; });
}

std::vector<QByteArray> PageSettingsForm::lineNames() const
{
    std::vector<QByteArray> names;
    for (const YamlField &field : yaml()->fields()) {
        const QByteArray name = listOf(field.name).value_or(field.name);
        if (!contains(names, name))
            names.push_back(name);
    }
    for (const QByteArray &name : added()) {
        if (!contains(names, name))
            names.push_back(name);
    }
    return names;
}

QString PageSettingsForm::labelOf(const QByteArray &name) const
{
    // Words for the settings that most pages have; others show their own name.
    static const QHash<QByteArray, QString> known{
        {"permalink", tr("Address on the site")},
        {"title", tr("Title")},
        {"redirect_from", tr("Redirects from")},
        {"excerpt", tr("Excerpt")},
        {"description", tr("Description")},
        {"author_profile", tr("Author profile")},
        {"layout", tr("Layout")},
        {"lang", tr("Language")},
    };
    return known.value(name, QString::fromUtf8(name));
}

SettingLine::Look PageSettingsForm::lookOf(const QByteArray &name) const
{
    SettingLine::Look look;
    const YamlField *field = yaml()->find(name);
    look.removable = field != nullptr;
    if (field && yamlTruth(field->value) && yaml()->isPlain(name))
        look.kind = SettingLine::Kind::Switch;
    return look;
}

std::optional<ValueNote> PageSettingsForm::noteOn(const QByteArray &name, const QString &value) const
{
    if (name == "permalink")
        return checkOwnPath(value);
    const Site &site = selection()->page()->site();
    const QString layouts = site.root() + QStringLiteral("/_layouts");
    const QVariantMap &config = site.values()->config;
    const bool isThemed = config.contains(QStringLiteral("theme")) || config.contains(QStringLiteral("remote_theme"));
    const bool isNone = value.isEmpty() || value == QLatin1String("none") || value == QLatin1String("null");
    if (name != "layout" || isNone || !site.exists() || isThemed || !QFileInfo(layouts).isDir())
        return {};
    if (QFileInfo::exists(QStringLiteral("%1/%2.html").arg(layouts, value)))
        return {};
    return ValueNote{tr("There is no layout “%1” in the folder _layouts of the site.").arg(value), {}};
}

Result<PageChange> PageSettingsForm::changeTo(const QByteArray &name, const QByteArray &value, YamlQuotes quotes) const
{
    return setFrontMatter(*selection()->page()->page(), name, value, quotes);
}

void PageSettingsForm::remove(const QByteArray &name)
{
    OpenPage *page = selection()->page();
    Result<TextEdit> edit = yaml()->removed(name);
    // The last part of something takes it along.
    for (QByteArray part = name; !edit && part.contains('.');) {
        part.truncate(part.lastIndexOf('.'));
        edit = yaml()->removed(part);
    }
    (void)page->apply(
        edit ? editSettings(*page->page(), *edit) : Result<PageChange>(edit.error()),
        tr("removal of %1").arg(labelOf(name)));
}

YamlListField *PageSettingsForm::makeList(const QByteArray &name)
{
    if (!isList(name))
        return nullptr;
    const auto text = [this] {
        const Page &page = *selection()->page()->page();
        return YamlListField::Text{page.bytes(), page.frontMatter().yaml, 0};
    };
    auto *list = new YamlListField(
        selection(), name, {{{}, labelOf(name)}},
        {prefix() + QLatin1Char('-') + QString::fromUtf8(name), tr("Add another"), labelOf(name)}, text);
    if (name == "redirect_from")
        list->setCheck([](int, const QString &value) { return checkOwnPath(value); });
    return list;
}

void PageSettingsForm::add(const QByteArray &name)
{
    if (name != "author_profile") {
        addLine(name);
        return;
    }
    // A switch says something from the beginning.
    (void)selection()->page()->apply(
        changeTo(name, "true", YamlQuotes::IfNeeded), tr("addition of %1").arg(labelOf(name)));
}

QWidget *PageSettingsForm::makeAdders(QWidget *page)
{
    auto *adders = new QWidget(page);
    auto *row = new QHBoxLayout(adders);
    row->setContentsMargins({});
    row->setSpacing(metrics::px(1));
    constexpr int most = 3;
    int shown = 0;
    for (const QByteArray &name : usualNames()) {
        if (contains(lineNames(), name) || ++shown > most)
            continue;
        auto *button = new QuietButton(QStringLiteral("add"), labelOf(name), adders);
        nameWidget(
            button, QStringLiteral("AddSetting-%1").arg(QString::fromUtf8(name)), tr("Add %1").arg(labelOf(name)));
        // The form is built anew, and with it the button: act when its click is over.
        connect(
            button, &QPushButton::clicked, this, [this, name] { add(name); }, Qt::QueuedConnection);
        row->addWidget(button);
    }
    auto *other = new QuietButton(QStringLiteral("add"), tr("Other…"), adders);
    nameWidget(other, QStringLiteral("AddSettingOther"), tr("Add a setting by its name"));
    auto *name = new LineEdit(adders);
    name->setPlaceholderText(tr("Name, then Enter"));
    nameWidget(name, QStringLiteral("SettingName"), tr("Name of the new setting"));
    name->hide();
    connect(other, &QPushButton::clicked, name, [other, name] {
        other->hide();
        name->show();
        name->setFocus(Qt::OtherFocusReason);
    });
    connect(
        name, &QLineEdit::returnPressed, this,
        [this, name] {
            static const QRegularExpression key(QStringLiteral("^[A-Za-z_][\\w-]*$"));
            const QByteArray wanted = name->text().trimmed().toUtf8();
            if (key.match(name->text().trimmed()).hasMatch() && !contains(lineNames(), wanted))
                add(wanted);
            else
                setRefused(name, true);
        },
        Qt::QueuedConnection);
    connect(name, &LineEdit::typed, name, [name] { setRefused(name, false); });
    row->addWidget(other);
    row->addWidget(name);
    row->addStretch();
    return adders;
}

void PageSettingsForm::fillFoot(QVBoxLayout *column, QWidget *page)
{
    if (yaml()->diagnostics().empty())
        column->addWidget(makeAdders(page));
    column->addSpacing(metrics::px(2));
    QString words = tr("What stands between the two --- lines at the top of the page.");
    if (!yaml()->diagnostics().empty())
        words = yaml()->diagnostics().front().message;
    else if (yaml()->fields().empty())
        words = tr("This page has no settings.");
    column->addWidget(makeFootNote(words, QStringLiteral("SettingsHint"), page));
}

} // namespace vitrine
