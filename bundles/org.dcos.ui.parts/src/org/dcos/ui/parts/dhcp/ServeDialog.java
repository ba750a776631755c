package org.dcos.ui.parts.dhcp;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.dcos.ui.canvas.control.ListDress;
import org.dcos.ui.model.dhcp.DhcpModel;
import org.dcos.ui.model.dhcp.PrefixChoice;
import org.dcos.ui.model.dhcp.ServeForm;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Which recorded prefixes are served on an interface, and what their machines are told. */
final class ServeDialog extends DeskDialog {

    private static final int HEIGHT = 190;
    private static final int HOW = 2;
    private static final int[] COLUMNS = {170, 170, 180};

    private final DhcpModel model;
    private final ServeForm before;
    private final Set<UUID> ticked = new HashSet<>();
    private Table table;
    private Button relays;
    private Text nameServers;
    private Text timeServers;
    private Text domain;
    private Text temporary;
    private Text lease;

    ServeDialog(Shell parent, Texts texts, DhcpModel model, ServeForm form) {
        super(parent, texts, texts.get("dhcp.serve.title", form.interfaceName()), texts.get("dhcp.serve.action"));
        this.model = model;
        this.before = form;
        form.prefixes().stream().filter(PrefixChoice::chosen).map(PrefixChoice::id).forEach(ticked::add);
    }

    @Override
    protected String sentence() {
        return texts().get(before.prefixes().isEmpty() ? "dhcp.serve.none" : "dhcp.serve.sentence",
                before.interfaceName());
    }

    @Override
    protected void create(Composite body) {
        table = new Table(body, SWT.CHECK | SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT;
        table.setLayoutData(data);
        var titles = new String[] {"dhcp.serve.prefix", "dhcp.serve.purpose", "dhcp.serve.how"};
        for (int i = 0; i < titles.length; i++) {
            var column = new TableColumn(table, SWT.NONE);
            column.setText(texts().get(titles[i]));
            column.setWidth(COLUMNS[i]);
        }
        ListDress.on(table);
        for (var prefix : before.prefixes()) {
            var item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {prefix.cidr(), prefix.purpose(), ""});
            item.setChecked(prefix.chosen());
        }
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK && event.item instanceof TableItem item) {
                tick(before.prefixes().get(table.indexOf(item)).id(), item.getChecked());
            }
        });
        relays = new Button(body, SWT.CHECK);
        relays.setText(texts().get("dhcp.serve.relays", before.interfaceName()));
        relays.setSelection(before.relays());
        relays.addListener(SWT.Selection, _ -> sayHow());
        var fields = Layouts.wide(new Composite(body, SWT.NONE));
        fields.setLayout(Layouts.grid(4, 0, 8));
        nameServers = field(fields, "dhcp.serve.dns", before.nameServers());
        timeServers = field(fields, "dhcp.serve.ntp", before.timeServers());
        domain = field(fields, "dhcp.serve.domain", before.domain());
        label(fields, "");
        label(fields, "");
        temporary = field(fields, "dhcp.serve.temporary", before.temporaryMinutes());
        lease = field(fields, "dhcp.serve.lease", before.leaseHours());
        sayHow();
    }

    private void sayHow() {
        var form = form();
        for (int i = 0; i < table.getItemCount(); i++) {
            table.getItem(i).setText(HOW, form.isAttached(before.prefixes().get(i))
                    ? texts().get("dhcp.serve.attached", before.interfaceName())
                    : texts().get("dhcp.serve.relayed"));
        }
    }

    private void tick(UUID prefix, boolean wanted) {
        if (wanted) {
            ticked.add(prefix);
        } else {
            ticked.remove(prefix);
        }
        enable();
    }

    private Text field(Composite body, String key, String now) {
        label(body, texts().get(key));
        var field = Layouts.wide(new Text(body, SWT.BORDER));
        field.setText(now);
        field.addListener(SWT.Modify, _ -> enable());
        return field;
    }

    @Override
    protected void ready() {
        enable();
    }

    private void enable() {
        if (actionButton() != null) {
            actionButton().setEnabled(form().complete());
        }
    }

    private ServeForm form() {
        return new ServeForm(before.interfaceName(), before.prefixes(), Set.copyOf(ticked),
                relays.getSelection(), nameServers.getText(),
                timeServers.getText(), domain.getText(), temporary.getText(), lease.getText());
    }

    @Override
    protected void okPressed() {
        actionButton().setEnabled(false);
        progress(texts().get("dhcp.serve.saving"));
        model.serve(form(), why -> {
            if (getShell() == null || getShell().isDisposed()) {
                return;
            }
            if (why.isEmpty()) {
                super.okPressed();
            } else {
                problem(why);
                enable();
            }
        });
    }
}
