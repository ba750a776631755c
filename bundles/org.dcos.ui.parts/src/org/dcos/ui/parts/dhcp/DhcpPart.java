package org.dcos.ui.parts.dhcp;

import java.time.Duration;

import org.dcos.ui.model.dhcp.DhcpModel;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Ticker;
import org.eclipse.swt.widgets.Composite;

/** Which network interfaces DHCP is served on and what else answers there, how full networks are, who has what. */
public final class DhcpPart extends DeskPart {

    public static final String ID = "org.dcos.view.dhcp";

    private static final Duration TICK = Duration.ofSeconds(10);

    private DhcpBoard board;

    @Override
    protected void create(Composite body) {
        var model = new DhcpModel(desk().estate(), desk().modelTexts(), desk().clock());
        board = new DhcpBoard(body, desk(), model);
        body.addDisposeListener(_ -> model.close());
        follow(desk().estate().connection(), _ -> model.load());
        follow(desk().estate().recorded(), model::changed);
        Ticker.every(body, TICK, model::tick);
    }

    @Override
    public void setFocus() {
        board.setFocus();
    }
}
