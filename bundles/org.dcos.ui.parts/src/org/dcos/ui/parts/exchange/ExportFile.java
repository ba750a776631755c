package org.dcos.ui.parts.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.exchange.HeaderWords;
import org.dcos.domain.exchange.SheetForm;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks where an export is to go, and writes it there in the background. */
public final class ExportFile {

    private ExportFile() {}

    /** Headers in the operator's language. */
    static HeaderWords words() {
        return Locale.CHINESE.getLanguage().equals(Locale.getDefault().getLanguage()) ? HeaderWords.CHINESE
                : HeaderWords.ENGLISH;
    }

    /** How a file of this name is written: as CSV when it ends so, else as a workbook. */
    public static SheetForm form(Path file) {
        boolean csv = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        return new SheetForm(csv ? SheetForm.Format.CSV : SheetForm.Format.XLSX, words());
    }

    /** @param endings {@code *.xlsx} and so on, the usual one first @return empty when it was called off */
    public static Optional<Path> ask(Shell shell, String name, List<String> endings) {
        var dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterExtensions(endings.toArray(String[]::new));
        dialog.setFileName(name);
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    /** Asks the server-core for the content and writes it; says so below, or why not. */
    public static void write(Shell shell, Desk desk, Path file, Outcome.Call<byte[]> content) {
        desk.notice().setValue(desk.texts().get("exports.working", file.getFileName()));
        Outcome.of(desk.estate(), desk.modelTexts(), content, outcome -> outcome.value().ifPresentOrElse(
                bytes -> desk.estate().inBackground(() -> write(shell, desk, file, bytes)),
                () -> told(shell, desk, outcome.problem())));
    }

    private static void write(Shell shell, Desk desk, Path file, byte[] content) {
        try {
            Files.write(file, content);
            desk.inRealm(() -> desk.notice().setValue(""));
        } catch (IOException e) {
            desk.inRealm(() -> told(shell, desk, desk.texts().get("exports.unwritable", e.getMessage())));
        }
    }

    private static void told(Shell shell, Desk desk, String problem) {
        desk.notice().setValue("");
        desk.trouble(shell, problem);
    }
}
