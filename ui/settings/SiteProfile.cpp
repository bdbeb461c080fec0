#include "ui/settings/SiteProfile.h"

#include "content/profile/MenuLists.h"
#include "content/profile/ProfileChecks.h"
#include "ui/Selection.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/settings/YamlListField.h"

#include <QDesktopServices>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

namespace {

using metrics::px;

constexpr int mostAdders = 3;
/// Entries of a menu that are seen at once.
constexpr size_t mostInMenu = 16;

/// What a sidebar shows first, in its order.
const std::vector<QByteArray> &usualNames()
{
    static const std::vector<QByteArray> names{"author.name",     "author.avatar",   "author.bio",
                                               "author.location", "author.employer", "author.email"};
    return names;
}

/// Places where researchers are found; offered where the site does not name them yet.
const std::vector<QByteArray> &usualPlaces()
{
    static const std::vector<QByteArray> names{
        "author.email",    "author.googlescholar", "author.github", "author.orcid",        "author.linkedin",
        "author.dblp",     "author.semantic",      "author.arxiv",  "author.researchgate", "author.uri",
        "author.mastodon", "author.bluesky",       "author.twitter"};
    return names;
}

/// What the name of a list of this form begins with; behind it the path in the menu's file.
const QByteArray menuPrefix = "menu/";

bool contains(const std::vector<QByteArray> &names, const QByteArray &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The key of the author behind which a new one belongs: the last one before it, in the order of the themes, that is
/// there; empty when there is none.
QByteArray neighbourOf(const QByteArray &name, const YamlText &yaml)
{
    static const QByteArray author = "author.";
    const QByteArray key = name.startsWith(author) ? name.mid(author.size()) : QByteArray();
    const ProfileLink *link = profileLink(key);
    if (!link)
        return {};
    QByteArray before;
    for (const ProfileLink &each : profileLinks()) {
        if (&each == link)
            break;
        if (yaml.find(author + each.key))
            before = each.key;
    }
    return before;
}

/// `author.links.2.url`, as minimal-mistakes has it.
bool isListedLink(const QByteArray &name)
{
    return name.startsWith("author.links.") && name.endsWith(".url");
}

} // namespace

SiteProfile::SiteProfile(Selection *selection, QWidget *parent) : YamlForm(selection, QStringLiteral("Profile"), parent)
{
    nameWidget(this, QStringLiteral("SiteProfile"), tr("Site profile"));
    connect(selection, &Selection::pageChanged, this, &SiteProfile::readTheme);
    readTheme();
    begin();
}

void SiteProfile::readTheme()
{
    m_addresses = {};
    const OpenPage *open = selection()->page();
    if (!open || !open->site().exists())
        return;
    const ReadContext context = open->site().readContext(open->path());
    if (const auto include = context.lookup(IncludeKind::FromIncludes, QStringLiteral("author-profile.html"), {}))
        m_addresses = ProfileAddresses::read(include->bytes);
}

std::optional<ValueNote> SiteProfile::noteOn(const QByteArray &name, const QString &value) const
{
    return checkProfileValue(name, value, m_addresses);
}

QByteArray SiteProfile::yamlBytes() const
{
    const OpenPage *open = selection()->page();
    const std::optional<int> file = open ? open->configFile() : std::nullopt;
    return file ? open->page()->sources()[static_cast<size_t>(*file)].bytes : QByteArray();
}

const YamlText *SiteProfile::yaml() const
{
    if (!selection()->page() || !selection()->page()->configFile())
        return nullptr;
    const QByteArray bytes = yamlBytes();
    if (!m_isRead || bytes != m_read) {
        m_yaml = YamlText::read(bytes, {0, bytes.size()}, QStringLiteral("_config.yml"));
        m_read = bytes;
        m_isRead = true;
    }
    return &m_yaml;
}

bool SiteProfile::isShown(const YamlField &field) const
{
    if (contains(added(), field.name))
        return true;
    static const std::vector<QByteArray> ofSite{"title", "name", "author", "description", "url"};
    if (contains(ofSite, field.name) || isListedLink(field.name))
        return !field.value.isEmpty();
    const bool ofAuthor = field.name.startsWith("author.") && !field.name.startsWith("author.links.");
    return ofAuthor && (!field.value.isEmpty() || contains(usualNames(), field.name));
}

std::vector<QByteArray> SiteProfile::lineNames() const
{
    std::vector<QByteArray> names;
    const auto take = [&](const QByteArray &name) {
        if (!contains(names, name))
            names.push_back(name);
    };
    const auto takeThoseOfAuthor = [&](bool ofAuthor) {
        for (const YamlField &field : yaml()->fields()) {
            if (field.name.startsWith("author") == ofAuthor && isShown(field) && !contains(added(), field.name))
                take(field.name);
        }
    };
    for (const QByteArray &name : usualNames()) {
        if (yaml()->find(name) || contains(added(), name))
            take(name);
    }
    takeThoseOfAuthor(true);
    // One that was added keeps its place when it gets its first letter.
    for (const QByteArray &name : added())
        take(name);
    takeThoseOfAuthor(false);
    for (const QByteArray &name : menuNames())
        names.push_back(name);
    return names;
}

std::vector<QByteArray> SiteProfile::menuNames() const
{
    const OpenPage *open = selection()->page();
    const std::optional<int> file = open->menuFile();
    if (!file)
        return {};
    const QByteArray &bytes = open->page()->sources()[static_cast<size_t>(*file)].bytes;
    std::vector<QByteArray> names;
    for (const QByteArray &list : menuLists(YamlText::read(bytes, {0, bytes.size()})))
        names.push_back(menuPrefix + list);
    return names;
}

YamlListField *SiteProfile::makeList(const QByteArray &name)
{
    if (!name.startsWith(menuPrefix))
        return nullptr;
    const QByteArray list = name.mid(menuPrefix.size());
    const QString spelled = QString::fromUtf8(list);
    const auto text = [this] {
        const OpenPage *open = selection()->page();
        const int file = open->menuFile().value_or(0);
        const QByteArray &bytes = open->page()->sources()[static_cast<size_t>(file)].bytes;
        return YamlListField::Text{bytes, {0, bytes.size()}, file};
    };
    auto *menu = new YamlListField(
        selection(), list, {{"title", tr("Title")}, {"url", tr("Address")}},
        {QStringLiteral("Menu-") + spelled, tr("Add to the menu"), tr("menu")}, text);
    menu->setCheck([](int column, const QString &value) {
        return column == 1 ? checkMenuAddress(value) : std::optional<ValueNote>();
    });
    return menu;
}

std::vector<QByteArray> SiteProfile::offeredNames() const
{
    std::vector<QByteArray> names;
    const auto offer = [&](const QByteArray &name) {
        const YamlField *field = yaml()->find(name);
        const bool shown = (field && isShown(*field)) || contains(added(), name);
        if (!shown && !contains(names, name))
            names.push_back(name);
    };
    const bool hasAuthor = std::any_of(yaml()->fields().begin(), yaml()->fields().end(), [](const YamlField &field) {
        return field.name.startsWith("author.");
    });
    if (!hasAuthor)
        return names;
    for (const QByteArray &name : usualNames())
        offer(name);
    // A theme that tells what it knows shows nothing else.
    const std::vector<QByteArray> &known = m_addresses.keys();
    for (const QByteArray &name : usualPlaces()) {
        if (known.empty() || contains(known, name.mid(7)))
            offer(name);
    }
    for (const YamlField &field : yaml()->fields()) {
        if (field.name.startsWith("author.") && field.name.count('.') == 1)
            offer(field.name);
    }
    for (const QByteArray &key : known)
        offer("author." + key);
    for (const ProfileLink &link : known.empty() ? profileLinks() : std::span<const ProfileLink>())
        offer(QByteArray("author.") + link.key);
    return names;
}

QString SiteProfile::labelOf(const QByteArray &name) const
{
    static const QHash<QByteArray, QString> known{
        {"author", tr("Author")},
        {"author.name", tr("Name")},
        {"author.avatar", tr("Picture")},
        {"author.bio", tr("A few words")},
        {"author.location", tr("Place")},
        {"author.employer", tr("Employer")},
        {"author.email", tr("Email")},
        {"author.googlescholar", tr("Google Scholar")},
        {"author.github", QStringLiteral("GitHub")},
        {"author.gitlab", QStringLiteral("GitLab")},
        {"author.stackoverflow", QStringLiteral("Stack Overflow")},
        {"author.pronouns", tr("Pronouns")},
        {"title", tr("Title of the site")},
        {"name", tr("Name of the site")},
        {"description", tr("Description")},
        {"url", tr("Address of the site")},
    };
    if (name.startsWith(menuPrefix)) {
        const QByteArray list = name.mid(menuPrefix.size());
        return list.isEmpty() || list == "main" ? tr("Menu") : tr("Menu “%1”").arg(QString::fromUtf8(list));
    }
    if (isListedLink(name)) {
        const YamlField *label = yaml() ? yaml()->find(name.chopped(3) + "label") : nullptr;
        if (label && !label->value.isEmpty())
            return QString::fromUtf8(label->value);
    }
    const QByteArray key = name.mid(name.lastIndexOf('.') + 1);
    const ProfileLink *link = name.startsWith("author.") ? profileLink(key) : nullptr;
    const QString own = link ? QString::fromUtf8(link->label) : QString::fromUtf8(key);
    return known.value(name, own.left(1).toUpper() + own.mid(1));
}

SettingLine::Look SiteProfile::lookOf(const QByteArray &name) const
{
    SettingLine::Look look;
    look.placeholder = placeholderOf(name);
    if (name == "author.avatar") {
        look.kind = SettingLine::Kind::Picture;
        // Themes look for a name without a folder among the site's images.
        look.pictures = PictureFolder(selection()->page()->site().root(), QStringLiteral("images"));
    }
    return look;
}

QString SiteProfile::placeholderOf(const QByteArray &name) const
{
    const QByteArray key = name.startsWith("author.") ? name.mid(7) : QByteArray();
    const ProfileLink *link = profileLink(key);
    const auto around = m_addresses.around(key);
    if (key == "email")
        return tr("name@university.example");
    if (!link || !around)
        return {};
    if (!around->before.isEmpty())
        return tr("the name behind %1").arg(QString::fromUtf8(around->before));
    return qstrlen(link->prefix) == 0 ? QStringLiteral("https://…") : QLatin1String(link->prefix) + QStringLiteral("…");
}

Result<PageChange> SiteProfile::changeTo(const QByteArray &name, const QByteArray &value, YamlQuotes quotes) const
{
    const OpenPage *open = selection()->page();
    const std::optional<int> file = open->configFile();
    if (!file)
        return Error{ErrorKind::Refused, tr("This page lies in no site."), {}, {}};
    Result<TextEdit> edit = yaml()->set(name, value, *file, {neighbourOf(name, *yaml()), quotes});
    if (!edit)
        return edit.error();
    return editSource(*open->page(), *edit);
}

void SiteProfile::addBelow(const QByteArray &name, QFormLayout *form, QWidget *page)
{
    // Below the last line of the author.
    const std::vector<QByteArray> names = lineNames();
    const auto last =
        std::find_if(names.rbegin(), names.rend(), [](const QByteArray &each) { return each.startsWith("author."); });
    if (last != names.rend() && *last == name)
        addAdders(form, page);
}

void SiteProfile::addAdders(QFormLayout *form, QWidget *page)
{
    const std::vector<QByteArray> offered = offeredNames();
    if (offered.empty())
        return;
    auto *buttons = new QWidget(page);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->setSpacing(px(1));
    auto *others = new QMenu(page);
    QMenu *more = nullptr;
    size_t inMenu = 0;
    for (size_t i = 0; i < offered.size(); ++i) {
        const QByteArray name = offered[i];
        // The form is built anew, and with it the button: act when its click is over.
        const auto act = [this, name] {
            QMetaObject::invokeMethod(
                this, [this, name] { addLine(name); }, Qt::QueuedConnection);
        };
        if (i >= mostAdders) {
            if (++inMenu > mostInMenu && !more)
                more = others->addMenu(tr("More"));
            (more ? more : others)->addAction(labelOf(name), this, act);
            continue;
        }
        auto *button = new QuietButton(QStringLiteral("add"), labelOf(name), buttons);
        nameWidget(
            button, QStringLiteral("AddProfile-%1").arg(QString::fromUtf8(name)), tr("Add %1").arg(labelOf(name)));
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
    }
    if (!others->isEmpty()) {
        auto *button = new QuietButton(QStringLiteral("add"), tr("Add link…"), buttons);
        nameWidget(button, QStringLiteral("AddProfileLink"), tr("Add another link"));
        connect(button, &QPushButton::clicked, others, [button, others] {
            others->popup(button->mapToGlobal(QPoint(0, button->height())));
        });
        row->addWidget(button);
    }
    row->addStretch();
    form->addRow(QString(), buttons);
}

void SiteProfile::fillFoot(QVBoxLayout *column, QWidget *page)
{
    if (!yaml())
        return;
    QString words = tr("The whole site shares these lines. They are saved together with the page.");
    if (!yaml()->diagnostics().empty())
        words = yaml()->diagnostics().front().message;
    column->addSpacing(px(2));
    column->addWidget(makeFootNote(words, QStringLiteral("ProfileHint"), page));
    const QString path = selection()->page()->site().root() + QStringLiteral("/_config.yml");
    auto *open = new QuietButton(QString(), tr("Open _config.yml"), page);
    nameWidget(open, QStringLiteral("OpenConfig"), tr("Open _config.yml in the system’s editor"));
    connect(open, &QPushButton::clicked, this, [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    column->addWidget(open, 0, Qt::AlignLeft);
}

} // namespace vitrine
