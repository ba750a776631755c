package org.dcos.ui.model.devicetype;

import java.util.List;

/**
 * What the dialog of device types shows.
 *
 * @param stage   how far it is
 * @param words   what would come of the files, or came of them; or what is being done
 * @param problem why the last order was refused; empty when it was not
 * @param working whether the server-core is at it
 * @param fits    the devices that differ from their types, once these are taken
 */
public record DeviceTypesSight(Stage stage, String words, String problem, boolean working, List<TypeRow> rows,
        List<FitRow> fits) {

    static final DeviceTypesSight NOTHING = new DeviceTypesSight(Stage.CHOOSING, "", "", false, List.of(), List.of());

    public DeviceTypesSight {
        rows = List.copyOf(rows);
        fits = List.copyOf(fits);
    }

    /** How far it is. */
    public enum Stage {
        /** Nothing can be taken: no file is chosen, or none is good or new. */
        CHOOSING,
        /** Something can be taken. */
        CHECKED,
        /** The types are recorded; devices that differ may be brought along. */
        TAKEN,
        /** Nothing is left to be done. */
        DONE
    }

    DeviceTypesSight waiting(String what) {
        return new DeviceTypesSight(stage, what, "", true, rows, fits);
    }

    DeviceTypesSight refused(String why) {
        return new DeviceTypesSight(stage, "", why, false, rows, fits);
    }
}
