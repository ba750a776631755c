package org.dcos.ui.parts.shell;

import org.dcos.domain.connection.Connection;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.work.ConnectionTrouble;
import org.dcos.ui.model.work.ConnectionTrouble.Told;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;

/** Under the top bar, only while the connection does not stand: what is wrong, how old all is, what helps. */
public final class ConnectionStrip extends Composite {

    private static final int MARGIN = 14;

    private final Desk desk;
    private final ConnectionTrouble trouble;
    private final Pill words;
    private final FlatButton connect;
    private Told told = Told.NOTHING;

    ConnectionStrip(Composite parent, IWorkbenchWindow window, Desk desk) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.trouble = new ConnectionTrouble(desk.modelTexts(), desk.clock().getZone());
        var layout = Layouts.grid(2, 0, 12);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        layout.marginTop = 4;
        layout.marginBottom = 4;
        setLayout(layout);
        Native.colours(this, Token.PANEL);
        words = Layouts.wide(new Pill(this));
        connect = new FlatButton(this);
        connect.setText(desk.words("welcome.connect.do"));
        connect.onPress(() -> Commands.run(window, "org.dcos.connect"));
        connect.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        Layouts.wide(this);
        appear(this, false);
        DeskPart.follow(this, desk.estate().state(), _ -> show());
    }

    /** What it says; empty while it is not to be seen. */
    public String words() {
        return told.words();
    }

    private void show() {
        var name = desk.estate().connection().getValue().map(Connection::name).orElse("");
        var next = trouble.after(name, desk.estate().state().getValue(), !desk.estate().estate().getValue().empty());
        if (next.equals(told)) {
            return;
        }
        told = next;
        words.show(Marks.of(told.mark()), told.words());
        words.setToolTipText(told.words());
        appear(connect, told.ask());
        appear(this, !told.words().isEmpty());
        requestLayout();
    }

    private static void appear(Control control, boolean shown) {
        if (control.getLayoutData() instanceof GridData data) {
            data.exclude = !shown;
        }
        control.setVisible(shown);
    }
}
