#include "content/page/reading/PageDiagnostics.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("Page", text);
}

/// The first byte that is no UTF-8, or -1.
qsizetype firstBadByte(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return -1;
    // Halving keeps it linear: a cut inside a character makes the part before it invalid too, so cut at its first byte.
    qsizetype good = 0;
    while (good < bytes.size()) {
        qsizetype next = std::min(good + 4096, bytes.size());
        while (next < bytes.size() && next > good + 1 && (static_cast<unsigned char>(bytes[next]) & 0xc0) == 0x80)
            --next;
        if (!bytes.sliced(good, next - good).isValidUtf8())
            break;
        good = next;
    }
    for (qsizetype size = 1; good < bytes.size(); good += size) {
        size = 1;
        while (size < 4 && good + size < bytes.size()
               && (static_cast<unsigned char>(bytes[good + size]) & 0xc0) == 0x80)
            ++size;
        if (!bytes.sliced(good, size).isValidUtf8())
            return good;
    }
    return good;
}

void addEncoding(const Page &page, std::vector<Diagnostic> &diagnostics)
{
    for (size_t file = 0; file < page.sources().size(); ++file) {
        const qsizetype bad = firstBadByte(page.sources()[file].bytes);
        if (bad < 0)
            continue;
        diagnostics.push_back(
            {Severity::Warning,
             "not-utf8",
             sentence(QT_TRANSLATE_NOOP(
                 "Page",
                 "Some letters here are in an unknown encoding, shown as \357\277\275. They are kept as they are.")),
             {static_cast<int>(file), {bad, bad + 1}},
             {}});
    }
}

void addHidden(const Page &page, ByteRange range, std::vector<Diagnostic> &diagnostics)
{
    const std::optional<SourceRange> place = page.expansion().toSource(range);
    diagnostics.push_back(
        {Severity::Note,
         "hidden-is-public",
         sentence(QT_TRANSLATE_NOOP(
             "Page",
             "Hidden is not private. Anyone can still read it in the page\342\200\231s source. Remove it to be sure.")),
         place.value_or(SourceRange{}),
         {}});
}

/// A field whose ranges count from the begin of its entry: this looks at every entry of every revision.
const Field *madeField(const Entry &entry, FieldId id)
{
    const std::vector<Field> &fields = entry.fields.made();
    const auto found = std::find_if(fields.begin(), fields.end(), [id](const Field &field) { return field.id == id; });
    return found == fields.end() ? nullptr : &*found;
}

void addEmptyLinks(const Page &page, const Entry &entry, std::vector<Diagnostic> &diagnostics)
{
    const Field *links = madeField(entry, FieldId::Links);
    if (!links)
        return;
    for (const Link &link : links->value.links()) {
        if (!link.url.isEmpty())
            continue;
        const ByteRange range = link.labelRange ? link.labelRange->shifted(entry.range.begin) : entry.range;
        const std::optional<SourceRange> place = page.expansion().toSource(range);
        diagnostics.push_back(
            {Severity::Warning,
             "empty-link",
             sentence(
                 QT_TRANSLATE_NOOP("Page", "This link has no address yet. Visitors who click it stay where they are.")),
             place.value_or(SourceRange{}),
             {}});
    }
}

/// Year and month of an EDTF date; seasons and other things count by their year alone.
QByteArray monthOf(const QByteArray &edtf)
{
    constexpr qsizetype monthLength = 7;
    const QByteArray month = edtf.left(monthLength);
    return month.size() == monthLength && month.mid(5).toInt() > 12 ? month.left(4) : month;
}

void addReversedPeriod(const Page &page, const Entry &entry, std::vector<Diagnostic> &diagnostics)
{
    const Field *start = madeField(entry, FieldId::StartDate);
    const Field *end = madeField(entry, FieldId::EndDate);
    if (!start || !end || !end->range || end->value.text() == ".." || !isdigit(start->value.text().front()))
        return;
    const QByteArray from = monthOf(start->value.text());
    const QByteArray to = monthOf(end->value.text());
    const qsizetype both = std::min(from.size(), to.size());
    if (from.left(both) <= to.left(both))
        return;
    const std::optional<SourceRange> place = page.expansion().toSource(end->range->shifted(entry.range.begin));
    diagnostics.push_back(
        {Severity::Warning,
         "reversed-period",
         sentence(
             QT_TRANSLATE_NOOP("Page", "This ends before it begins. Perhaps the two dates are the wrong way round.")),
         place.value_or(SourceRange{}),
         {}});
}

} // namespace

void addPageDiagnostics(const Page &page, std::vector<Diagnostic> &diagnostics)
{
    addEncoding(page, diagnostics);
    for (const Section &section : page.outline().sections) {
        if (section.hidden) {
            addHidden(page, section.headingRange, diagnostics);
            continue;
        }
        for (const Entry &entry : section.entries) {
            if (entry.hidden) {
                addHidden(page, entry.outerRange, diagnostics);
                continue;
            }
            addEmptyLinks(page, entry, diagnostics);
            addReversedPeriod(page, entry, diagnostics);
        }
    }
}

} // namespace vitrine
