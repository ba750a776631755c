package org.dcos.ui.parts.exchange;

import java.util.List;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Writes all records into a workbook that can be imported again. */
public final class RecordsExportHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        ExportFile.ask(window.getShell(), "records.xlsx", List.of("*.xlsx")).ifPresent(file -> ExportFile.write(
                window.getShell(), desk, file, core -> core.exports().exportAll(ExportFile.words())));
    }
}
