package org.dcos.ui.parts.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.ui.model.work.DiscoveryForm;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Where to look: addresses with one login for all, or a list that has a login for each. */
final class DiscoverDialog extends DeskDialog {

    private static final int RANGES_HEIGHT = 90;

    private final Desk desk;
    private Text ranges;
    private Text port;
    private Text user;
    private Text password;
    private Label list;
    private List<DiscoveryOrder.KnownBmc> known = List.of();
    private Optional<DiscoveryOrder> order = Optional.empty();

    DiscoverDialog(Shell parent, Desk desk) {
        super(parent, desk.texts(), desk.texts().get("discover.title"), desk.texts().get("discover.start"));
        this.desk = desk;
    }

    Optional<DiscoveryOrder> ask() {
        return open() == Window.OK ? order : Optional.empty();
    }

    @Override
    protected String sentence() {
        return texts().get("discover.sentence");
    }

    @Override
    protected void create(Composite body) {
        label(body, texts().get("discover.ranges"));
        ranges = Layouts.wide(new Text(body, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL), RANGES_HEIGHT);
        var login = Layouts.wide(new Composite(body, SWT.NONE));
        login.setLayout(Layouts.grid(3, 0, 8));
        label(login, texts().get("discover.user"));
        label(login, texts().get("discover.password"));
        label(login, texts().get("discover.port"));
        user = Layouts.wide(new Text(login, SWT.BORDER));
        password = Layouts.wide(new Text(login, SWT.BORDER | SWT.PASSWORD));
        port = new Text(login, SWT.BORDER);
        port.setText(String.valueOf(DiscoveryOrder.DEFAULT_PORT));
        label(body, texts().get("discover.list"));
        var line = Layouts.wide(new Composite(body, SWT.NONE));
        line.setLayout(Layouts.grid(2, 0, 8));
        list = Layouts.wide(new Label(line, SWT.NONE));
        list.setText(texts().get("discover.list.none"));
        var choose = new Button(line, SWT.PUSH);
        choose.setText(texts().get("import.choose"));
        choose.addListener(SWT.Selection, _ -> choose());
    }

    private void choose() {
        var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.csv", "*"});
        Optional.ofNullable(dialog.open()).map(Path::of)
                .ifPresent(file -> desk.estate().inBackground(() -> read(file)));
    }

    private void read(Path file) {
        try {
            var read = DiscoveryForm.readList(Files.readString(file), desk.modelTexts());
            inRealm(() -> {
                known = read;
                list.setText(texts().get("discover.list.read", file.getFileName(), read.size()));
                problem("");
            });
        } catch (IllegalArgumentException e) {
            inRealm(() -> problem(e.getMessage()));
        } catch (IOException e) {
            inRealm(() -> problem(texts().get("import.unreadable", e.getMessage())));
        }
    }

    private void inRealm(Runnable work) {
        desk.estate().inRealm(() -> {
            if (!list.isDisposed()) {
                work.run();
            }
        });
    }

    @Override
    protected void okPressed() {
        var form = new DiscoveryForm(ranges.getText(), port.getText(), user.getText(),
                Secret.of(password.getTextChars()), known);
        var wrong = form.problem(desk.modelTexts());
        if (wrong.isEmpty()) {
            order = Optional.of(form.order());
            super.okPressed();
        } else {
            problem(wrong);
        }
    }
}
