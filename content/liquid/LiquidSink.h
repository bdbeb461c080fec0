#pragma once

#include "content/liquid/Expansion.h"

namespace vitrine {

/// Collects the expanded text and where it came from.
class LiquidSink
{
public:
    void copy(QByteArrayView bytes, SourceRange source) { add(bytes, source, true); }
    void generate(const QByteArray &bytes, SourceRange source) { add(bytes, source, false); }

    QByteArray text;
    std::vector<Piece> pieces;

private:
    void add(QByteArrayView bytes, SourceRange source, bool verbatim);
};

} // namespace vitrine
