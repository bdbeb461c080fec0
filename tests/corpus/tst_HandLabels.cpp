// Entries of real pages, labelled by hand by the reading conventions before a program read them: places in the files
// and meanings of dates, no text. They were chosen by hash over kinds and pages, so what is right here is what a reader
// of other pages may hope for.

#include "app/site/Site.h"
#include "tests/support/PageFixtures.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// What is reached, entry by entry: understood and with all fields right.
const std::map<QByteArray, std::pair<int, int>> reached = {
    {"award", {23, 22}},     {"education", {17, 17}}, {"experience", {24, 22}},  {"news", {28, 28}},
    {"none", {0, 3}},        {"project", {5, 4}},     {"publication", {42, 37}}, {"service", {7, 7}},
    {"supervision", {2, 2}}, {"talk", {6, 6}},        {"teaching", {5, 5}},
};

struct Count
{
    int all = 0;
    int understood = 0;
    int right = 0;
};

/// A page of the corpus as its site reads it.
struct RealPage
{
    QString folder; ///< of the site, inside the corpus
    std::shared_ptr<const Site> site;
    std::shared_ptr<const Page> page;

    /// A stretch of the expanded text as a place of a file of the corpus: "NAME/_pages/about.md 12 34".
    QString place(ByteRange range) const
    {
        const std::optional<SourceRange> source = page->expansion().toSource(range);
        if (!source)
            return {};
        return placeOf(fileNamed(source->file), source->range.begin, source->range.end);
    }
    /// Where an entry stands, of which the site's code may have made a part.
    ByteRange span(ByteRange range, const QString &file) const
    {
        const auto first = page->expansion().toSource({range.begin, range.begin + 1});
        const auto last = page->expansion().toSource({range.end - 1, range.end});
        const bool isThere = first && last && first->file == last->file && fileNamed(first->file) == file;
        return isThere ? ByteRange{first->range.begin, last->range.end} : ByteRange();
    }
    QByteArray fileBytes(const QString &file, ByteRange range) const
    {
        for (const SourceFile &source : page->sources()) {
            if (folder + QLatin1Char('/') + source.path == file)
                return source.bytes.mid(range.begin, range.size());
        }
        return {};
    }
    QString fileNamed(int file) const
    {
        return folder + QLatin1Char('/') + page->sources()[static_cast<size_t>(file)].path;
    }
    static QString placeOf(const QString &file, qsizetype begin, qsizetype end)
    {
        return QStringLiteral("%1 %2 %3").arg(file).arg(begin).arg(end);
    }
};

RealPage openPage(const QString &path)
{
    RealPage real;
    const QString absolute = *corpusFolder() + QLatin1Char('/') + path;
    real.folder = path.section(QLatin1Char('/'), 0, 0);
    real.site = Site::open(*corpusFolder() + QLatin1Char('/') + real.folder);
    QFile file(absolute);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    real.page = Page::read({{real.site->relativePath(absolute), bytes}}, real.site->readContext(absolute));
    return real;
}

/// One entry of a label file.
struct Label
{
    QString file;
    ByteRange at;
    QByteArray kind;
    QJsonObject fields;

    explicit Label(const QJsonObject &json)
        : file(json[u"file"].toString()),
          at(rangeOf(json[u"at"])),
          kind(json[u"kind"].toString().toUtf8()),
          fields(json[u"fields"].toObject())
    {
    }
    static ByteRange rangeOf(const QJsonValue &pair) { return {pair[0].toInteger(), pair[1].toInteger()}; }
    QString place(const QJsonValue &pair) const
    {
        return RealPage::placeOf(file, pair[0].toInteger(), pair[1].toInteger());
    }
};

/// The entry of the page that shares most bytes with the label.
const Entry *entryFor(const RealPage &real, const Label &label)
{
    const Entry *best = nullptr;
    qsizetype most = 0;
    for (const Section &section : real.page->outline().sections) {
        for (const Entry &entry : section.entries) {
            const ByteRange place = real.span(entry.range, label.file);
            const qsizetype shared = std::min(label.at.end, place.end) - std::max(label.at.begin, place.begin);
            if (shared > most) {
                most = shared;
                best = &entry;
            }
        }
    }
    return best;
}

bool isPlace(const RealPage &real, const std::optional<ByteRange> &range, const QString &place)
{
    return range && real.place(*range) == place;
}

bool isDate(const RealPage &real, const Field &field, const QJsonValue &wanted, const Label &label)
{
    if (field.value.text() != wanted[u"value"].toString().toUtf8())
        return false;
    const QJsonArray places = wanted[u"at"].toArray();
    return std::any_of(places.begin(), places.end(), [&](const QJsonValue &at) {
        return isPlace(real, field.range, label.place(at));
    });
}

bool areAuthors(const RealPage &real, const Field &field, const QJsonArray &wanted, const Label &label)
{
    const AuthorList authors = field.value.authors();
    if (authors.size() != wanted.size())
        return false;
    for (qsizetype i = 0; i < authors.size(); ++i) {
        const QJsonValue other = wanted[i];
        QByteArrayList marks;
        for (const QJsonValue &mark : other[u"marks"].toArray())
            marks += mark.toString().toUtf8();
        const bool sameOwner = other[u"self"].isNull() || other[u"self"].toBool() == authors[i].self;
        if (!isPlace(real, authors[i].range, label.place(other[u"at"])) || authors[i].marks != marks || !sameOwner)
            return false;
    }
    return true;
}

bool areLinks(const RealPage &real, const Field &field, const QJsonArray &wanted, const Label &label)
{
    const LinkList links = field.value.links();
    if (links.size() != wanted.size())
        return false;
    // Links inside a text are told without places of their own.
    const auto isPart = [&](const QByteArray &value, const std::optional<ByteRange> &range, const QJsonValue &at) {
        if (at.isNull())
            return value.isEmpty();
        return range ? isPlace(real, range, label.place(at)) : value == real.fileBytes(label.file, Label::rangeOf(at));
    };
    for (qsizetype i = 0; i < links.size(); ++i) {
        const QJsonValue other = wanted[i];
        if (!isPart(links[i].label, links[i].labelRange, other[u"label"])
            || !isPart(links[i].url, links[i].urlRange, other[u"url"]))
            return false;
    }
    return true;
}

/// True when a field reads as one of the ways in which the conventions let it be read; null: as no field.
bool isOneOf(const RealPage &real, const Field *field, const QJsonArray &ways, const Label &label)
{
    return std::any_of(ways.begin(), ways.end(), [&](const QJsonValue &way) {
        if (way.isNull() || !field)
            return way.isNull() && !field;
        if (way.isObject())
            return isDate(real, *field, way, label);
        const QJsonArray items = way.toArray();
        if (field->id == FieldId::Authors)
            return areAuthors(real, *field, items, label);
        if (field->id == FieldId::Links)
            return areLinks(real, *field, items, label);
        return isPlace(real, field->range, label.place(way));
    });
}

/// Words that are left over are told by what is not: they are judged only where the conventions put something there.
bool isLeftOver(FieldId id)
{
    return id == FieldId::Summary || id == FieldId::Note;
}

QByteArray described(const RealPage &real, const Entry &entry, FieldId id)
{
    const Field *field = entry.field(id);
    return QByteArray(schemaOf(id).name) + ": " + (field && field->range ? real.page->text(*field->range) : "none");
}

/// The first field that is wrong, with what was read; empty when all are right.
QByteArray wrongField(const RealPage &real, const Entry &entry, const Label &label)
{
    if (label.kind != schemaOf(entry.kind).name)
        return QByteArray("kind ") + schemaOf(entry.kind).name;
    for (const QString &name : label.fields.keys()) {
        const FieldId id = fieldNamed(name.toUtf8()).value();
        const QJsonValue ways = label.fields[name];
        if (!ways.isString() && !isOneOf(real, entry.field(id), ways.toArray(), label))
            return described(real, entry, id);
    }
    for (const Field &field : entry.fields) {
        if (!isLeftOver(field.id) && !label.fields.contains(QLatin1String(schemaOf(field.id).name)))
            return described(real, entry, field.id);
    }
    return {};
}

} // namespace

class TestHandLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!corpusFolder())
            QSKIP("VITRINE_CORPUS does not name the folder of real pages: nothing was labelled.");
    }

    void fieldsAreWhatAPersonReads()
    {
        std::map<QByteArray, Count> counts;
        const QDir labels(QStringLiteral(VITRINE_SOURCE_DIR "/tests/corpus/labels"));
        const QStringList files = labels.entryList({QStringLiteral("*.json")});
        QVERIFY(files.size() > 40);
        for (const QString &name : files) {
            QFile file(labels.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
            const RealPage real = openPage(json[u"page"].toString());
            for (const QJsonValue &value : json[u"entries"].toArray())
                judge(real, Label(value.toObject()), counts);
        }
        for (const auto &[kind, count] : counts) {
            qInfo(
                "%-12s understood %3d, all fields right %3d of %3d", kind.constData(), count.understood, count.right,
                count.all);
        }
        for (const auto &[kind, least] : reached) {
            QVERIFY2(counts[kind].understood >= least.first, kind.constData());
            QVERIFY2(counts[kind].right >= least.second, kind.constData());
        }
    }

private:
    static void judge(const RealPage &real, const Label &label, std::map<QByteArray, Count> &counts)
    {
        Count &count = counts[label.kind];
        ++count.all;
        const Entry *entry = entryFor(real, label);
        if (label.kind == "none") {
            // A part of a card is no entry; the card as a whole may be one.
            const bool isPart = entry && entry->structured && entry->range.size() <= label.at.size();
            count.right += isPart ? 0 : 1;
            if (isPart)
                report(label, "part of a card read as an entry");
            return;
        }
        if (!entry) {
            report(label, "no entry");
            return;
        }
        const QByteArray wrong = wrongField(real, *entry, label);
        count.understood += entry->structured ? 1 : 0;
        count.right += entry->structured && wrong.isEmpty() ? 1 : 0;
        if (!entry->structured || !wrong.isEmpty())
            report(label, (entry->structured ? "" : "not understood ") + wrong);
    }
    static void report(const Label &label, const QByteArray &what)
    {
        qInfo(
            "%s %s: %s", label.kind.constData(),
            qPrintable(RealPage::placeOf(label.file, label.at.begin, label.at.end)), what.constData());
    }
};

QTEST_APPLESS_MAIN(TestHandLabels)
#include "tst_HandLabels.moc"
