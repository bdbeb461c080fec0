#pragma once

#include <QByteArray>

class QRandomGenerator;

namespace vitrine::test {

/// A page of one to three blocks of any kind that kramdown knows, put together at random: blocks in blocks, spans in
/// spans, with the slips that people make (unclosed marks and tags, odd indents, missing blank lines). Ends with a line
/// end; has no Liquid and no front matter.
QByteArray madeConstruct(QRandomGenerator &random);

} // namespace vitrine::test
