#include "ui/fields/FieldFactory.h"

#include "ui/fields/AuthorsField.h"
#include "ui/fields/DatesField.h"
#include "ui/fields/ImageField.h"
#include "ui/fields/KeywordsField.h"
#include "ui/fields/LineField.h"
#include "ui/fields/LinksField.h"
#include "ui/fields/MarkdownField.h"

namespace vitrine {

FieldEditor *makeFieldEditor(FieldId id, QWidget *parent)
{
    switch (schemaOf(id).type) {
    case ValueType::Markdown:
        return new MarkdownField(id, parent);
    case ValueType::Date:
        return new DatesField(id, parent);
    case ValueType::Authors:
        return new AuthorsField(id, parent);
    case ValueType::Links:
        return new LinksField(id, parent);
    case ValueType::Keywords:
        return new KeywordsField(id, parent);
    case ValueType::Image:
        return new ImageField(id, parent);
    case ValueType::Line:
    case ValueType::Address:
        break;
    }
    // Titles are often longer than a line of the form.
    if (id == FieldId::Title)
        return new WrappedLineField(id, parent);
    return new LineField(id, parent);
}

} // namespace vitrine
