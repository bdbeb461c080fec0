#include "content/markdown/Reader.h"
#include "tests/support/TreeLaws.h"

#include <QtGlobal>

using namespace vitrine;

namespace {

void checkLaws(QByteArrayView text, const Node &tree)
{
    if (const QByteArray broken = test::brokenTreeLaw(text, tree); !broken.isEmpty())
        qFatal("%s", broken.constData());
}

/// The options that a page can have, by the bits of one byte.
MarkdownOptions optionsOf(uint8_t bits)
{
    MarkdownOptions options;
    options.engine = bits & 1 ? Engine::Gfm : Engine::Kramdown;
    options.hardWrap = bits & 2;
    options.smartQuotes = !(bits & 4);
    options.parseBlockHtml = bits & 8;
    options.parseSpanHtml = !(bits & 16);
    return options;
}

} // namespace

/// Any bytes behind the first, which chooses the options, give a tree that keeps the laws of trees.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    checkLaws(text, readMarkdown(text, {0, text.size()}, optionsOf(data[0])));
    return 0;
}
