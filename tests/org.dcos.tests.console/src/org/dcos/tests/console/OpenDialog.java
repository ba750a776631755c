package org.dcos.tests.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** A dialog of the console, driven by its widgets as an operator drives it. */
final class OpenDialog {

    private final String title;
    private final Shell shell;

    private OpenDialog(String title, Shell shell) {
        this.title = title;
        this.shell = shell;
    }

    /** Waits until a dialog with this title is open. */
    static OpenDialog titled(String title) {
        Screen.until("the dialog '%s' is open".formatted(title), () -> find(title).isPresent());
        return new OpenDialog(title, Screen.ui(() -> find(title).orElseThrow()));
    }

    private static Optional<Shell> find(String title) {
        return Arrays.stream(Screen.display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst();
    }

    /** Gives a command and waits for the dialog that it opens. */
    static OpenDialog of(String command, String title) {
        Screen.command(command);
        return titled(title);
    }

    /** Writes into the field with this number, from the top, among those that can be written into. */
    OpenDialog type(int field, String words) {
        Screen.run(() -> {
            switch (fields().get(field)) {
                case Text text -> text.setText(words);
                case Combo combo -> combo.setText(words);
                default -> throw new IllegalStateException("no field");
            }
        });
        return this;
    }

    /** Enter in the field with this number. */
    OpenDialog enter(int field) {
        Screen.run(() -> fields().get(field).notifyListeners(SWT.DefaultSelection, new Event()));
        return this;
    }

    /** The Enter key in the field with this number, where the dialog itself listens to it. */
    OpenDialog enterKey(int field) {
        Screen.run(() -> {
            var key = new Event();
            key.detail = SWT.TRAVERSE_RETURN;
            fields().get(field).notifyListeners(SWT.Traverse, key);
        });
        return this;
    }

    /** Presses or chooses the button with this word, once it can be. */
    void press(String word) {
        Screen.until("'%s' of '%s' can be pressed".formatted(word, title), () -> button(word).getEnabled());
        Screen.display().asyncExec(() -> {
            var pressed = button(word);
            if ((pressed.getStyle() & SWT.RADIO) != 0) {
                all(Button.class).stream().filter(other -> (other.getStyle() & SWT.RADIO) != 0)
                        .forEach(other -> other.setSelection(other == pressed));
            }
            pressed.notifyListeners(SWT.Selection, new Event());
        });
    }

    boolean canPress(String word) {
        return Screen.ui(() -> button(word).getEnabled());
    }

    /** Waits until the dialog says so anywhere in its sentences. */
    void untilItSays(Predicate<String> wanted, String what) {
        Screen.until("'%s' says %s".formatted(title, what), () -> wanted.test(words()));
    }

    void untilClosed() {
        Screen.until("'%s' is closed".formatted(title), shell::isDisposed);
    }

    int fieldCount() {
        return fields().size();
    }

    /** What stands in fields that can only be read, such as fingerprints. */
    List<String> digits() {
        return Screen.ui(() -> all(Text.class).stream().filter(text -> (text.getStyle() & SWT.READ_ONLY) != 0)
                .map(Text::getText).toList());
    }

    /** The rows of the table that is to be seen in it. */
    List<List<String>> rows() {
        return Screen.ui(() -> Tables.all(shell).stream().findFirst().map(Tables::rows).orElse(List.of()));
    }

    /** All that it says and shows, but the fields. */
    String words() {
        return all(Label.class).stream().map(Label::getText).collect(Collectors.joining("\n"));
    }

    private Button button(String word) {
        return all(Button.class).stream().filter(button -> button.getText().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalStateException("'%s' has no button '%s'".formatted(title, word)));
    }

    private List<Control> fields() {
        return all(Control.class).stream().filter(control -> control instanceof Text || control instanceof Combo)
                .filter(control -> (control.getStyle() & SWT.READ_ONLY) == 0 && control.isEnabled()).toList();
    }

    private <T extends Control> List<T> all(Class<T> type) {
        return Tables.below(shell, new ArrayList<Control>()).stream().filter(type::isInstance).map(type::cast)
                .toList();
    }
}
