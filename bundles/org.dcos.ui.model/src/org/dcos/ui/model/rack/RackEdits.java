package org.dcos.ui.model.rack;

import java.util.List;
import java.util.Map;

import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationTarget;

/** What a device dragged to another place may mean. */
public final class RackEdits {

    private RackEdits() {}

    /** It stands there already: the record is put right. */
    public static ChangeOrder correction(Device device, RelocationTarget to, String why) throws Invalid {
        var corrected = Items.with(device, Map.of("mounting.rack", to.rack().toString(), "mounting.lowestUnit",
                Double.toString(to.lowestUnit()), "mounting.face", to.face().name()));
        return new ChangeOrder("", why, List.of(new Edit.Put(corrected)));
    }

    /** It is to be carried there. */
    public static RelocationOrder order(RelocationTarget to, String why) {
        return new RelocationOrder("", why, List.of(to));
    }
}
