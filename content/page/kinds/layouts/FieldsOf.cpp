#include "content/page/kinds/layouts/FieldsOf.h"

#include "content/page/kinds/layouts/FieldText.h"
#include "content/page/kinds/words/People.h"

namespace vitrine {

namespace {

using Part = LayoutNode::Part;

class FieldMaker
{
public:
    FieldMaker(const QByteArray &text, const Atoms &atoms, const Claims &claims, DayOrder order)
        : m_text(text), m_atoms(atoms), m_claims(claims), m_order(order)
    {
    }

    /// Nothing when the entry does not have the field; `m_failed` when it cannot be read.
    std::optional<Field> field(FieldId id)
    {
        std::vector<const Claim *> claims;
        std::vector<ByteRange> also;
        for (const Claim &claim : m_claims.all()) {
            if (claim.field != id)
                continue;
            if (claim.part == Part::Again || claim.part == Part::Short)
                also.push_back(claim.range);
            else
                claims.push_back(&claim);
        }
        if (claims.empty())
            return {};
        Field field;
        field.id = id;
        field.also = std::move(also);
        switch (schemaOf(id).type) {
        case ValueType::Date:
            setDate(field, *claims.front());
            break;
        case ValueType::Authors:
            setAuthors(field, claims);
            break;
        case ValueType::Links:
            setLinks(field, claims);
            break;
        case ValueType::Keywords:
            setKeywords(field, claims);
            break;
        default:
            setText(field, *claims.front());
        }
        return field;
    }

    bool failed() const { return m_failed; }

    /// Links inside texts belong to these; where the entry has no others they are told as a derived field.
    void addDerivedLinks(Kind kind, std::vector<Field> &fields) const
    {
        LinkList links;
        for (const AtomPair &pair : m_atoms.pairs) {
            if (!pair.isLink() || pair.url.isEmpty() || isPersonLink(m_text, m_atoms, pair))
                continue;
            const bool inText = std::any_of(m_claims.all().begin(), m_claims.all().end(), [&](const Claim &claim) {
                return claim.part == Part::Whole && claim.range.contains(pair.range);
            });
            if (inText)
                links.append({fieldText(m_text, pair.content), plain(pair.url), {}, {}});
        }
        if (links.isEmpty() || !hasField(kind, FieldId::Links) || kind == Kind::About)
            return;
        Field field;
        field.id = FieldId::Links;
        field.value = links;
        fields.push_back(std::move(field));
    }

private:
    QByteArray bytes(ByteRange range) const { return m_text.mid(range.begin, range.size()); }

    /// Text without markup where that can be had.
    QByteArray plain(ByteRange range) const
    {
        const QByteArray value = fieldText(m_text, range);
        return plainText(value, m_atoms.rawHtml).value_or(value);
    }

    void setText(Field &field, const Claim &claim)
    {
        field.range = claim.range;
        const QByteArray value = fieldText(m_text, claim.range);
        field.value = value;
        field.plain = plainText(value, m_atoms.rawHtml);
    }

    void setDate(Field &field, const Claim &claim)
    {
        field.range = claim.range;
        field.written = bytes(claim.range);
        const qsizetype open = openWordAt(field.written);
        if (claim.range.isEmpty() || (open > 0 && open == field.written.size())) {
            field.value = QByteArray("..");
            field.dateForm.openWord = field.written;
            return;
        }
        const std::optional<WrittenDate> found = parseDate(field.written, m_order);
        if (!found) {
            m_failed = true;
            return;
        }
        field.value = found->edtf;
        field.dateForm = found->form;
    }

    void setAuthors(Field &field, const std::vector<const Claim *> &claims)
    {
        AuthorList authors;
        for (const Claim *claim : claims) {
            while (authors.size() <= claim->item)
                authors.append(Author());
            Author &author = authors[claim->item];
            if (claim->part == Part::Mark)
                author.marks.append(plain(claim->range));
            else if (claim->part == Part::Url)
                author.url = plain(claim->range);
            else {
                author.name = plain(claim->range).replace('\n', ' ');
                author.range = claim->range;
            }
            author.self = m_claims.isSelf(claim->item);
        }
        const bool named = std::all_of(authors.begin(), authors.end(), [](const Author &a) { return a.range; });
        m_failed = m_failed || !named;
        if (named)
            field.range = hull(claims);
        field.value = authors;
    }

    void setLinks(Field &field, const std::vector<const Claim *> &claims)
    {
        LinkList links;
        for (const Claim *claim : claims) {
            while (links.size() <= claim->item)
                links.append(Link());
            Link &link = links[claim->item];
            if (claim->part == Part::Url) {
                link.url = plain(claim->range);
                link.urlRange = claim->range;
            } else {
                link.label = fieldText(m_text, claim->range);
                link.labelRange = claim->range;
            }
        }
        field.range = claims.front()->range;
        field.value = links;
    }

    void setKeywords(Field &field, const std::vector<const Claim *> &claims)
    {
        StringList words;
        for (const Claim *claim : claims)
            words.append(fieldText(m_text, claim->range));
        field.range = hull(claims);
        field.value = words;
    }

    static ByteRange hull(const std::vector<const Claim *> &claims)
    {
        return {claims.front()->range.begin, claims.back()->range.end};
    }

    const QByteArray &m_text;
    const Atoms &m_atoms;
    const Claims &m_claims;
    DayOrder m_order;
    bool m_failed = false;
};

/// The end of a period knows how its begin is spelled, the begin with what dash.
void joinPeriod(const QByteArray &text, std::vector<Field> &fields)
{
    Field *start = nullptr;
    Field *end = nullptr;
    for (Field &field : fields) {
        if (field.id == FieldId::StartDate)
            start = &field;
        else if (field.id == FieldId::EndDate)
            end = &field;
    }
    if (!start || !end)
        return;
    if (end->dateForm.point.empty())
        end->dateForm.point = start->dateForm.point;
    start->dateForm.openWord = end->dateForm.openWord;
    if (start->range && end->range && start->range->end <= end->range->begin)
        start->dateForm.dash = text.mid(start->range->end, end->range->begin - start->range->end);
    end->dateForm.dash = start->dateForm.dash;
}

/// The range of a field that is a list is that of its first row.
void placeList(const EntryLayout &layout, Field &list)
{
    std::vector<const LayoutNode *> open;
    for (auto node = layout.nodes.rbegin(); node != layout.nodes.rend(); ++node)
        open.push_back(&*node);
    while (!open.empty()) {
        const LayoutNode *node = open.back();
        open.pop_back();
        if (node->type == LayoutNode::Type::List && node->field == list.id) {
            list.range = node->range;
            return;
        }
        for (auto child = node->children.rbegin(); child != node->children.rend(); ++child)
            open.push_back(&*child);
    }
}

} // namespace

std::optional<std::vector<Field>> fieldsOf(
    const QByteArray &text, Kind kind, const Atoms &atoms, const Claims &claims, const EntryLayout &layout,
    DayOrder order)
{
    FieldMaker maker(text, atoms, claims, order);
    std::vector<Field> fields;
    const KindSchema &schema = schemaOf(kind);
    for (const std::vector<FieldId> *ids : {&schema.fields, &schema.rare}) {
        for (const FieldId id : *ids) {
            if (std::optional<Field> field = maker.field(id))
                fields.push_back(std::move(*field));
        }
    }
    if (maker.failed())
        return {};
    if (!claims.has(FieldId::Links))
        maker.addDerivedLinks(kind, fields);
    joinPeriod(text, fields);
    for (Field &field : fields) {
        if (!field.value.isText() && field.range)
            placeList(layout, field);
    }
    return fields;
}

} // namespace vitrine
