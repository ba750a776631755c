package org.dcos.ui.parts.dhcp;

import java.util.Optional;

import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What does not work and why, and the command that mends it, to be copied. Takes no room while all is well. */
final class TroubleBar extends Composite {

    private static final int MARGIN = 10;
    private static final int LEAST_WIDTH = 200;

    private final Composite sheet;
    private final Label reason;
    private final Composite line;
    private final Text command;
    private Mark mark = Mark.NONE;

    TroubleBar(Composite parent, Texts texts) {
        super(parent, SWT.NONE);
        var ink = Ink.of(getDisplay());
        var around = Layouts.grid(1, 0, 0);
        around.marginLeft = MARGIN;
        around.marginRight = MARGIN;
        setLayout(around);
        sheet = Layouts.fill(new Composite(this, SWT.NONE));
        sheet.setLayout(Layouts.grid(2, MARGIN, 8));
        Native.colours(sheet, Token.BACKGROUND);
        var sign = new Canvas(sheet, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        Native.colours(sign, Token.BACKGROUND);
        sign.addListener(SWT.Paint, event -> new MarkPainter(ink).paint(event.gc, mark, 0, 2));
        var place = new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false);
        place.widthHint = MarkPainter.SIZE;
        place.heightHint = MarkPainter.SIZE + 4;
        sign.setLayoutData(place);
        reason = new Label(sheet, SWT.WRAP);
        Native.font(Native.colours(reason, Token.BACKGROUND), TextStyle.BASE);
        var words = new GridData(SWT.FILL, SWT.CENTER, true, false);
        words.widthHint = LEAST_WIDTH;
        reason.setLayoutData(words);
        line = new Composite(sheet, SWT.NONE);
        Native.colours(line, Token.BACKGROUND);
        line.setLayout(Layouts.grid(2, 0, 8));
        var below = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        below.horizontalIndent = MarkPainter.SIZE + 8;
        line.setLayoutData(below);
        command = new Text(line, SWT.READ_ONLY | SWT.SINGLE);
        Native.colours(command, Token.PANEL);
        command.setFont(JFaceResources.getTextFont());
        Layouts.wide(command);
        var copy = new FlatButton(line);
        copy.setGround(Token.BACKGROUND);
        copy.setText(texts.get("dhcp.copy"));
        copy.onPress(this::copy);
        show(Mark.NONE, "", Optional.empty());
    }

    private void copy() {
        var clipboard = new Clipboard(getDisplay());
        try {
            clipboard.setContents(new Object[] {command.getText()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    void show(Mark how, String why, Optional<String> mends) {
        mark = how;
        reason.setText(why.replace("&", "&&"));
        command.setText(mends.orElse(""));
        visible(line, mends.isPresent());
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.verticalIndent = 6;
        data.exclude = why.isEmpty();
        setLayoutData(data);
        setVisible(!why.isEmpty());
        requestLayout();
        sheet.redraw(0, 0, sheet.getSize().x, sheet.getSize().y, true);
    }

    private static void visible(Composite one, boolean shown) {
        ((GridData) one.getLayoutData()).exclude = !shown;
        one.setVisible(shown);
    }
}
