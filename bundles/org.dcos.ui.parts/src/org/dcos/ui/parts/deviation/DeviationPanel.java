package org.dcos.ui.parts.deviation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.deviation.DeviationState;
import org.dcos.ui.canvas.audit.Pair;
import org.dcos.ui.canvas.audit.SideBySide;
import org.dcos.ui.canvas.control.EmptyState;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.control.FactGrid;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.deviation.CorrectionSight;
import org.dcos.ui.model.deviation.DecisionForm.Deed;
import org.dcos.ui.model.deviation.DeviationSight;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** The chosen deviation: why, the evidence, what accepting would change, and the decisions. */
final class DeviationPanel {

    private static final int MARGIN = 12;

    private final Desk desk;
    private final Composite whole;
    private final StackLayout stack = new StackLayout();
    private final EmptyState nothing;
    private final Composite page;
    private final PanelTitle title;
    private final Pill kind;
    private final Map<Deed, FlatButton> deeds = new EnumMap<>(Deed.class);
    private final FlatButton rack;
    private final ScrolledComposite scroll;
    private final Composite content;
    private final Label why;
    private final SideBySide evidence;
    private final PanelTitle correctionTitle;
    private final SideBySide correction;
    private final Label cannot;
    private final FactGrid facts;

    DeviationPanel(Composite parent, Desk desk, Consumer<Deed> decide, Runnable open) {
        this.desk = desk;
        whole = Native.colours(new Composite(parent, SWT.NONE), Token.PANEL);
        whole.setLayout(stack);
        nothing = new EmptyState(whole);
        nothing.show(Icon.ACKNOWLEDGE, text("audit.choose"));
        page = Native.colours(new Composite(whole, SWT.NONE), Token.PANEL);
        var layout = Layouts.grid(1, 0, 6);
        layout.marginLeft = MARGIN;
        layout.marginRight = MARGIN;
        page.setLayout(layout);
        title = Layouts.wide(new PanelTitle(page));
        title.setStyle(TextStyle.HEADLINE);
        kind = Layouts.wide(new Pill(page));
        var row = Native.colours(Layouts.wide(new Composite(page, SWT.NONE)), Token.PANEL);
        var buttons = new RowLayout(SWT.HORIZONTAL);
        buttons.marginLeft = 0;
        buttons.marginTop = 0;
        buttons.marginBottom = 2;
        buttons.spacing = 6;
        row.setLayout(buttons);
        for (var deed : Deed.values()) {
            var button = new FlatButton(row);
            button.setText(text("audit.do." + deed.name()));
            button.onPress(() -> decide.accept(deed));
            deeds.put(deed, button);
        }
        rack = new FlatButton(row);
        rack.setText(text("audit.rack"));
        rack.setIcon(Icon.RACK, text("audit.rack"));
        rack.setWeight(FlatButton.Weight.BARE);
        rack.onPress(open);
        scroll = Layouts.fill(Native.colours(new ScrolledComposite(page, SWT.V_SCROLL), Token.PANEL));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        content = Native.colours(new Composite(scroll, SWT.NONE), Token.PANEL);
        content.setLayout(Layouts.grid(1, 0, 6));
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, _ -> fit());
        why = sentence(Token.TEXT);
        evidence = Layouts.wide(new SideBySide(content));
        correctionTitle = Layouts.wide(new PanelTitle(content));
        correction = Layouts.wide(new SideBySide(content));
        cannot = sentence(Token.MUTED);
        facts = Layouts.wide(new FactGrid(content));
        stack.topControl = nothing;
    }

    private String text(String key, Object... arguments) {
        return desk.texts().get(key, arguments);
    }

    private Label sentence(Token token) {
        var label = Layouts.wide(new Label(content, SWT.WRAP));
        Native.font(Native.colours(label, Token.PANEL, token), TextStyle.BASE);
        return label;
    }

    /** Says why no deviation can be chosen. */
    void showNothing(String words) {
        nothing.show(Icon.ACKNOWLEDGE, words);
    }

    void show(Optional<DeviationSight> sight) {
        sight.ifPresent(this::fill);
        Control top = sight.isPresent() ? page : nothing;
        if (stack.topControl != top) {
            stack.topControl = top;
            whole.layout();
        }
    }

    private void fill(DeviationSight sight) {
        var one = sight.row().deviation();
        title.show(one.what(), one.where());
        kind.show(Marks.of(sight.row().mark()), sight.row().kind() + " · " + sight.row().state());
        deeds.forEach((deed, button) -> {
            button.setEnabled(can(deed, Optional.of(sight)));
            visible(button, deed != Deed.REOPEN || button.isEnabled());
        });
        rack.setEnabled(!one.items().isEmpty());
        why.setText(sight.why().replace("&", "&&"));
        evidence.show(text("audit.recorded"), text("audit.seen"), sight.evidence().stream()
                .map(row -> new Pair(row.property(), row.item(), row.recorded(), row.seen(), row.source())).toList());
        var known = sight.correction();
        boolean lines = known.filter(CorrectionSight::acceptable).isPresent();
        correctionTitle.show(text("audit.correction"), known.filter(CorrectionSight::acceptable)
                .map(CorrectionSight::title).orElse(""));
        correction.show(text("audit.now"), text("audit.then"), pairs(known));
        cannot.setText(known.map(CorrectionSight::cannot).orElse("").replace("&", "&&"));
        visible(correctionTitle, known.isPresent());
        visible(correction, lines);
        visible(cannot, known.isPresent() && !lines);
        facts.show(sight.facts().stream().map(fact -> Fact.of(fact.name(), fact.value())).toList());
        page.layout(true, true);
        fit();
    }

    /** What accepting changes, as values side by side. */
    static List<Pair> pairs(Optional<CorrectionSight> correction) {
        return correction.map(CorrectionSight::lines).orElse(List.of()).stream()
                .map(line -> new Pair(line.field().isEmpty() ? line.record() : line.field(),
                        line.field().isEmpty() ? "" : line.record(), line.before(), line.after(), ""))
                .toList();
    }

    /** Whether a deed makes sense for what is chosen. */
    static boolean can(Deed deed, Optional<DeviationSight> sight) {
        if (sight.isEmpty()) {
            return false;
        }
        var state = sight.get().row().deviation().state();
        boolean left = state != DeviationState.GONE && state != DeviationState.ACCEPTED;
        return switch (deed) {
            case ACCEPT -> left && sight.get().correction().filter(CorrectionSight::acceptable).isPresent();
            case FIX -> left && state != DeviationState.TO_FIX;
            case IGNORE, ASSIGN -> left;
            case REOPEN -> state == DeviationState.IGNORED || state == DeviationState.TO_FIX;
        };
    }

    private void fit() {
        int width = Math.max(1, scroll.getClientArea().width);
        content.layout(true, true);
        scroll.setMinHeight(content.computeSize(width, SWT.DEFAULT).y);
    }

    private static void visible(Control control, boolean shown) {
        control.setVisible(shown);
        switch (control.getLayoutData()) {
            case GridData data -> data.exclude = !shown;
            case org.eclipse.swt.layout.RowData data -> data.exclude = !shown;
            case null -> {
                var data = new org.eclipse.swt.layout.RowData();
                data.exclude = !shown;
                control.setLayoutData(data);
            }
            default -> throw new IllegalStateException("no layout of this page");
        }
    }
}
