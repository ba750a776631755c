package org.dcos.ui.parts.shell;

import java.util.Optional;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.framework.FrameworkUtil;

/** Says what this is, which version, and where its data lies. */
public final class AboutHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var version = Optional.ofNullable(FrameworkUtil.getBundle(AboutHandler.class))
                .map(bundle -> bundle.getVersion())
                .map(v -> "%d.%d.%d".formatted(v.getMajor(), v.getMinor(), v.getMicro())).orElse("");
        Sentence.show(window.getShell(), desk.texts(), desk.texts().get("about.title"),
                desk.texts().get("about.text", version, Runtime.version().toString(), desk.data()));
    }
}
