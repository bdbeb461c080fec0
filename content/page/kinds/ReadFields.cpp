#include "content/page/kinds/ReadFields.h"

#include "content/page/kinds/FieldsOf.h"
#include "content/page/kinds/LayoutBuilder.h"
#include "content/page/kinds/Leftovers.h"
#include "content/page/kinds/Readers.h"

#include <QStringDecoder>

namespace vitrine {

namespace {

/// Entries beyond these are essays, not entries, and stay whole.
constexpr qsizetype largestEntry = 64 * 1024;
constexpr size_t mostPairs = 1000;

using Reader = Confidence (*)(EntryScan &);

Reader readerOf(Kind kind)
{
    switch (kind) {
    case Kind::News:
        return readNews;
    case Kind::Award:
        return readAward;
    case Kind::Experience:
        return readExperience;
    case Kind::Education:
        return readEducation;
    default:
        return nullptr;
    }
}

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(bytes);
    return !decoder.hasError();
}

void readEntry(const QByteArray &text, const ReadContext &context, const PageHints &hints, Entry &entry)
{
    entry.fields.clear();
    entry.layout = {};
    entry.structured = false;
    const Reader reader = readerOf(entry.kind);
    if (!reader || entry.range.size() > largestEntry)
        return;
    if (!isUtf8(QByteArrayView(text).sliced(entry.range.begin, entry.range.size())))
        return;
    EntryScan scan(text, entry, context.markdown, hints);
    if (scan.atoms().pairs.size() > mostPairs)
        return;
    const Confidence confidence = reader(scan);
    if (confidence == Confidence::None)
        return;
    scan.claimLinks();
    const int lost = claimLeftovers(scan);
    EntryLayout layout = buildLayout(text, entry.range, scan.atoms(), scan.claims);
    std::optional<std::vector<Field>> fields =
        fieldsOf(text, entry.kind, scan.atoms(), scan.claims, layout, hints.dayOrder);
    if (!fields)
        return;
    entry.fields = std::move(*fields);
    entry.structured = confidence == Confidence::Good && lost == 0;
    if (entry.structured)
        entry.layout = std::move(layout);
}

/// Two numbers that might be day and month each: what most of those that are sure say.
DayOrder dayOrderOf(const QByteArray &text, const ReadContext &context, const Outline &outline)
{
    int dayFirst = 0;
    int monthFirst = 0;
    for (const Section &section : outline.sections) {
        for (const Entry &entry : section.entries) {
            if (entry.range.size() > largestEntry)
                continue;
            const EntryScan scan(text, entry, context.markdown, {});
            for (const DateMention &mention : scan.dates()) {
                if (mention.date.ambiguous || !mention.date.edtf.contains('-'))
                    continue;
                const bool numbers = mention.date.form.point.size() == 5
                    && mention.date.form.point.back().type == DatePart::Type::Year
                    && mention.date.form.point[2].type != DatePart::Type::MonthWord
                    && mention.date.form.point[0].type != DatePart::Type::MonthWord;
                if (numbers)
                    ++(mention.date.dayFirst ? dayFirst : monthFirst);
            }
        }
    }
    return dayFirst > monthFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

} // namespace

void readFields(const QByteArray &text, const ReadContext &context, Outline &outline, std::vector<Diagnostic> &)
{
    PageHints hints;
    hints.dayOrder = dayOrderOf(text, context, outline);
    for (Section &section : outline.sections) {
        for (Entry &entry : section.entries)
            readEntry(text, context, hints, entry);
    }
}

} // namespace vitrine
