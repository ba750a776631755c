package org.dcos.ui.parts.device;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What does not work, in as many lines as it takes. Takes no room while all is well. */
final class TroubleLine {

    private static final int LEAST_WIDTH = 200;

    private final Label label;
    private Mark mark = Mark.NONE;

    TroubleLine(Composite parent) {
        label = Native.font(new Label(parent, SWT.WRAP), TextStyle.NOTE);
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = LEAST_WIDTH;
        data.exclude = true;
        label.setLayoutData(data);
        label.setVisible(false);
    }

    void show(Mark how, String sentence) {
        if (how != mark) {
            mark = how;
            Native.colours(label, Token.PANEL, how.token());
        }
        String words = sentence.replace("&", "&&");
        if (!words.equals(label.getText())) {
            label.setText(words);
            label.setToolTipText(sentence);
            ((GridData) label.getLayoutData()).exclude = words.isEmpty();
            label.setVisible(!words.isEmpty());
            label.requestLayout();
        }
    }
}
