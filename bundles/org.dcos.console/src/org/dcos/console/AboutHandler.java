package org.dcos.console;

import java.util.Optional;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** Says what this is, which version, and where its data lies. */
public final class AboutHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var workbench = PlatformUI.getWorkbench();
        var texts = workbench.getService(Desk.class).texts();
        var version = Optional.ofNullable(FrameworkUtil.getBundle(AboutHandler.class)).map(bundle -> bundle.getVersion())
                .map(v -> "%d.%d.%d".formatted(v.getMajor(), v.getMinor(), v.getMicro())).orElse("");
        Sentence.show(workbench.getActiveWorkbenchWindow().getShell(), texts, texts.get("about.title"), texts.get("about.text", version,
                Runtime.version().toString(), workbench.getService(ConsoleDesk.class).data()));
        return null;
    }
}
