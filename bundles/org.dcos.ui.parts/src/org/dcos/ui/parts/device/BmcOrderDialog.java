package org.dcos.ui.parts.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.dcos.ui.canvas.control.ChoiceBox;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for what a change of a BMC needs, and why. */
final class BmcOrderDialog extends BmcReasonDialog {

    private final List<Field> fields;
    private final List<Supplier<String>> inputs = new ArrayList<>();
    private List<String> values = List.of();

    /**
     * Something to fill in.
     *
     * @param now     what stands there; of choices the index of the chosen one
     * @param choices empty for a text
     * @param secret  hidden while it is written
     * @param needed  whether it must be filled in
     * @param wrong   what is said of a text that is no number; empty when any text will do
     */
    record Field(String label, String now, List<String> choices, boolean secret, boolean needed,
            String wrong) {

        static Field text(String label, String now) {
            return new Field(label, now, List.of(), false, false, "");
        }

        /** A number, or nothing. */
        static Field number(String label, Optional<Integer> now, String wrong) {
            return new Field(label, now.map(number -> Integer.toString(number)).orElse(""), List.of(), false, false,
                    wrong);
        }

        static Field secret(String label) {
            return new Field(label, "", List.of(), true, true, "");
        }

        /** A text that must not be empty. */
        static Field needed(String label) {
            return new Field(label, "", List.of(), false, true, "");
        }

        static Field choice(String label, List<String> choices, int now) {
            return new Field(label, Integer.toString(now), choices, false, false, "");
        }

        boolean accepts(String value) {
            return (!needed || !value.isBlank()) && (wrong.isEmpty() || value.strip().matches("\\d{0,9}"));
        }
    }

    /** @param values in the order of the fields */
    record Answer(List<String> values, String why) {}

    BmcOrderDialog(Shell parent, Texts texts, String title, String sentence, String action, List<Field> fields) {
        super(parent, texts, title, sentence, action);
        this.fields = List.copyOf(fields);
    }

    /** Empty when it was called off. */
    Optional<Answer> answer() {
        return ask().map(why -> new Answer(values, why));
    }

    @Override
    protected void createFields(Composite body) {
        for (var field : fields) {
            label(body, field.label());
            inputs.add(field.choices().isEmpty() ? text(body, field) : choice(body, field));
        }
    }

    private Supplier<String> text(Composite body, Field field) {
        var input = Layouts.wide(new Text(body, SWT.BORDER | (field.secret() ? SWT.PASSWORD : SWT.NONE)));
        input.setText(field.now());
        input.addListener(SWT.Modify, _ -> check());
        return input::getText;
    }

    private static Supplier<String> choice(Composite body, Field field) {
        var box = Layouts.wide(new ChoiceBox(body));
        box.setName(field.label());
        box.setItems(field.choices().toArray(String[]::new));
        box.select(Integer.parseInt(field.now()));
        return () -> Integer.toString(Math.max(0, box.getSelectionIndex()));
    }

    @Override
    protected boolean complete() {
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).accepts(inputs.get(i).get())) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected String missing() {
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).accepts(inputs.get(i).get())) {
                return fields.get(i).wrong();
            }
        }
        return "";
    }

    @Override
    protected void okPressed() {
        values = inputs.stream().map(Supplier::get).toList();
        super.okPressed();
    }
}
