package org.dcos.ui.model.dhcp;

import java.util.List;

/** The leases that are shown. @param summary how many there are, and whether these are all */
public record LeaseList(List<LeaseRow> rows, String summary, boolean loaded) {

    static final LeaseList NOTHING = new LeaseList(List.of(), "", false);

    public LeaseList {
        rows = List.copyOf(rows);
    }
}
