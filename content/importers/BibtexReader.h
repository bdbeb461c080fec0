#pragma once

#include "content/text/Diagnostic.h"

#include <QByteArray>

#include <vector>

namespace vitrine {

/// One field of an entry of a BibTeX file.
struct BibtexField
{
    QByteArray name; ///< lower case
    QByteArray value; ///< LaTeX as it is written, without its delimiters; macros replaced, parts joined
    ByteRange range; ///< of the value with its delimiters
};

/// One entry of a BibTeX file. Its names are as BibTeX has them; what they mean is Bibliography's work.
struct BibtexRecord
{
    QByteArray type; ///< lower case: "inproceedings"
    QByteArray key; ///< may be empty
    ByteRange range; ///< from its `@` to its closing brace
    std::vector<BibtexField> fields; ///< each name once, in the order of the file

    /// The value of a field, or nothing.
    const QByteArray *value(QByteArrayView name) const;
};

struct BibtexFile
{
    std::vector<BibtexRecord> records;
    std::vector<Diagnostic> diagnostics; ///< places count in the file that was read (file 0)
};

/// Reads a BibTeX file, or some text with BibTeX entries in it. Never fails: what stands outside entries is passed
/// over, an entry that is not closed ends where the next one begins and keeps the fields that can be told, a missing
/// comma or key is forgiven; diagnostics say what was found. Macros of @string and months are replaced (months by their
/// own names, "jan"). Any bytes, linear time; what macros may grow to is bounded.
BibtexFile readBibtex(const QByteArray &bytes);

/// True for a text in whose first lines a BibTeX entry begins: what a clipboard or file holds, told quickly.
bool holdsBibtex(const QByteArray &bytes);

} // namespace vitrine
