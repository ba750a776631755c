package org.dcos.lab.redfish;

import org.dcos.lab.plan.Manufacturer;

/** In what the makers' services differ here, as they do in the field. */
enum Dialect {
    /** Sensors a resource each, members sent with their collection, the light as a flag. */
    NEW_STYLE(true, false, false),
    /** Thermal and Power, the light as a word, changes only under an ETag. */
    OLD_STYLE(false, true, false),
    /** As the old style, and clears its log in a task. */
    OLD_STYLE_WITH_TASKS(false, false, true);

    private final boolean modern;
    private final boolean needsEtag;
    private final boolean tasks;

    Dialect(boolean modern, boolean needsEtag, boolean tasks) {
        this.modern = modern;
        this.needsEtag = needsEtag;
        this.tasks = tasks;
    }

    static Dialect of(Manufacturer maker) {
        return switch (maker) {
            case DELL, HPE, LENOVO -> NEW_STYLE;
            case HUAWEI, INSPUR -> OLD_STYLE;
            case H3C -> OLD_STYLE_WITH_TASKS;
        };
    }

    boolean modern() {
        return modern;
    }

    boolean needsEtag() {
        return needsEtag;
    }

    boolean tasks() {
        return tasks;
    }
}
