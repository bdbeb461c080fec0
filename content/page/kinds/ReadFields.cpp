#include "content/page/kinds/ReadFields.h"

#include "content/page/kinds/FieldsOf.h"
#include "content/page/kinds/LayoutBuilder.h"
#include "content/page/kinds/Leftovers.h"
#include "content/page/kinds/PageVote.h"
#include "content/page/kinds/Readers.h"

#include <QStringDecoder>

namespace vitrine {

namespace {

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
    case Kind::Publication:
        return readPublication;
    case Kind::Teaching:
        return readTeaching;
    case Kind::Service:
        return readService;
    case Kind::Talk:
        return readTalk;
    case Kind::Project:
    case Kind::Supervision:
        return readProject;
    case Kind::Skill:
        return readSkill;
    case Kind::Link:
        return readLink;
    case Kind::About:
    case Kind::Other:
        return readText;
    }
    return nullptr;
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

} // namespace

void readFields(const QByteArray &text, const ReadContext &context, Outline &outline, std::vector<Diagnostic> &)
{
    PageHints hints = pageHints(text, context, outline);
    for (Section &section : outline.sections) {
        voteInSection(text, context, section, hints);
        for (Entry &entry : section.entries)
            readEntry(text, context, hints, entry);
    }
}

} // namespace vitrine
