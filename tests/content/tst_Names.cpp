#include "content/page/kinds/papers/Names.h"

#include <QTest>

using namespace vitrine;

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheShapeOfNames()
    {
        for (const char *name : {"Ada King", "Bo Li", "Ada M. King", "Jan van der Berg", "金艾达", "Anne-Marie O'Neil"})
            QVERIFY2(isNameShaped(name), name);
        for (const char *text : {"", "King", "in Elmstad", "Under Review", "IEEE Access", "Walks on Lattices", "A B"})
            QVERIFY2(!isNameShaped(text), text);
    }

    void findsTheOwnersSpellings()
    {
        const std::vector<QByteArray> two{"Ada King", "金艾达"};
        QVERIFY(ownerNames("Ada King (金艾达)") == two);
        QVERIFY(ownerNames("Ada King <br> 金艾达") == two);
        QVERIFY(ownerNames("Ada King 金艾达") == two);
        QVERIFY(ownerNames("").empty());
    }

    void recognisesTheOwner()
    {
        const std::vector<QByteArray> owners{"Ada King", "金艾达"};
        for (const char *name : {"Ada King", "ADA KING", "King Ada", "A. King", "King, A.", "金艾达", "Ada M. King"})
            QVERIFY2(isOwner(name, owners), name);
        for (const char *name : {"Bo King", "Ada Li", "King", ""})
            QVERIFY2(!isOwner(name, owners), name);
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_Names.moc"
