package org.dcos.domain.deviation;

/** What a machine tells about itself, and the records say about it. */
public enum Property {
    SERIAL, BOARD_SERIAL, CHASSIS_SERIAL, MANUFACTURER, MODEL, ASSET_TAG, ADDRESS
}
