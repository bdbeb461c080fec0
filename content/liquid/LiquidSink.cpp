#include "content/liquid/LiquidSink.h"

namespace vitrine {

void LiquidSink::add(QByteArrayView bytes, SourceRange source, bool verbatim)
{
    if (bytes.isEmpty())
        return;
    const ByteRange expanded{text.size(), text.size() + bytes.size()};
    text += bytes;
    Piece *last = pieces.empty() ? nullptr : &pieces.back();
    const bool goesOn = last && verbatim && last->verbatim && last->source.file == source.file
        && last->source.range.end == source.range.begin;
    if (goesOn) {
        last->expanded.end = expanded.end;
        last->source.range.end = source.range.end;
    } else {
        pieces.push_back({expanded, source, verbatim});
    }
}

} // namespace vitrine
