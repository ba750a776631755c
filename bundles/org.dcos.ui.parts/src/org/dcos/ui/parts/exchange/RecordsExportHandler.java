package org.dcos.ui.parts.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.exchange.HeaderWords;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;

/** Writes all records into a workbook that can be imported again. */
public final class RecordsExportHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var dialog = new FileDialog(window.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.xlsx"});
        dialog.setFileName("records.xlsx");
        dialog.setOverwrite(true);
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> export(window.getShell(), desk, file));
    }

    private static void export(Shell shell, Desk desk, Path file) {
        HeaderWords words = Locale.CHINESE.getLanguage().equals(Locale.getDefault().getLanguage())
                ? HeaderWords.CHINESE
                : HeaderWords.ENGLISH;
        Outcome.of(desk.estate(), desk.modelTexts(), core -> core.exports().exportAll(words),
                outcome -> outcome.value().ifPresentOrElse(
                        content -> desk.estate().inBackground(() -> write(shell, desk, file, content)),
                        () -> tell(shell, desk, outcome.problem())));
    }

    private static void write(Shell shell, Desk desk, Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            desk.estate().inRealm(() -> tell(shell, desk, desk.texts().get("exports.unwritable", e.getMessage())));
        }
    }

    private static void tell(Shell shell, Desk desk, String problem) {
        if (!shell.isDisposed()) {
            MessageDialog.openError(shell, desk.texts().get("exports.title"), problem);
        }
    }
}
