#include "ui/dialogs/HelpDialogs.h"

#include "app/site/IconFonts.h"
#include "ui/commands/Actions.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HelpDialogs", text);
}

/// Keys that are no actions: those of the places where the keyboard is.
QList<std::pair<QString, QString>> placeKeys()
{
    return {
        {tr("Ctrl+1 … 6"), tr("The first six sections")},
        {tr("Enter, F2"), tr("In the list: into the form")},
        {tr("Ctrl+V"), tr("In the list and in a paper: papers from copied BibTeX")},
        {tr("Esc"), tr("In the form: back to the list")},
        {tr("Ctrl+B, I, K"), tr("In Markdown: bold, italic, link")},
        {tr("Up, Down, Alt+Down"), tr("In a date: step, choose a month")},
        {tr("Alt+Left, Alt+Right"), tr("At an author: move")},
    };
}

} // namespace

void showShortcuts(const Actions &actions, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(tr("Keys"));
    nameWidget(&dialog, QStringLiteral("ShortcutsDialog"), tr("Keys"));
    auto *area = new QScrollArea(&dialog);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setHorizontalSpacing(metrics::px(6));
    grid->setVerticalSpacing(metrics::px(1.5));
    int row = 0;
    const auto add = [&](const QString &keys, const QString &words) {
        auto *left = new QLabel(keys, content);
        auto *right = new QLabel(words, content);
        makeMuted(left);
        grid->addWidget(left, row, 0);
        grid->addWidget(right, row++, 1);
    };
    for (const auto &[command, action] : actions.all()) {
        if (action->shortcuts().isEmpty())
            continue;
        QString words = action->text();
        add(action->shortcut().toString(QKeySequence::NativeText), words.remove(QLatin1Char('&')));
    }
    for (const auto &[keys, words] : placeKeys())
        add(keys, words);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    area->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(&dialog);
    column->addWidget(area);
    column->addWidget(buttons);
    dialog.resize(metrics::px(110), metrics::px(140));
    dialog.exec();
}

void showAbout(QWidget *parent)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("AboutDialog"));
    box.setWindowTitle(tr("About Vitrine"));
    box.setIconPixmap(programIcon().pixmap(metrics::px(16)));
    box.setText(QStringLiteral("<b>Vitrine %1</b>").arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(
        tr("Edits a researcher’s homepage in forms, shows it as visitors will see it, and saves the same file with "
           "nothing else touched.")
        + QStringLiteral("\n\nQt %1").arg(QLatin1String(qVersion()))
        + (hasIconFonts() ? QStringLiteral(
               "\nKaTeX (MIT), Font Awesome Free (CC BY 4.0, OFL 1.1, MIT), Academicons (OFL 1.1, MIT)")
                          : QString()));
    box.setStandardButtons(QMessageBox::Close);
    box.exec();
}

} // namespace vitrine
