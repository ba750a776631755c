package org.dcos.net.ipmi.wire;

import java.util.Optional;

/** The commands that are used here (numbers: IPMI v2.0 r1.1 appendix G; each with its paragraph). */
public enum Command {
    /** §28.2. */
    GET_CHASSIS_STATUS(NetFn.CHASSIS, 0x01, "Get Chassis Status"),
    /** §28.3. */
    CHASSIS_CONTROL(NetFn.CHASSIS, 0x02, "Chassis Control"),
    /** §28.5. */
    CHASSIS_IDENTIFY(NetFn.CHASSIS, 0x04, "Chassis Identify"),
    /** §28.12. */
    SET_SYSTEM_BOOT_OPTIONS(NetFn.CHASSIS, 0x08, "Set System Boot Options"),
    /** §28.13. */
    GET_SYSTEM_BOOT_OPTIONS(NetFn.CHASSIS, 0x09, "Get System Boot Options"),
    /** §35.2. */
    GET_DEVICE_SDR_INFO(NetFn.SENSOR_EVENT, 0x20, "Get Device SDR Info"),
    /** §35.3. */
    GET_DEVICE_SDR(NetFn.SENSOR_EVENT, 0x21, "Get Device SDR"),
    /** §35.4. */
    RESERVE_DEVICE_SDR_REPOSITORY(NetFn.SENSOR_EVENT, 0x22, "Reserve Device SDR Repository"),
    /** §35.5. */
    GET_SENSOR_READING_FACTORS(NetFn.SENSOR_EVENT, 0x23, "Get Sensor Reading Factors"),
    /** §35.8. */
    SET_SENSOR_THRESHOLDS(NetFn.SENSOR_EVENT, 0x26, "Set Sensor Thresholds"),
    /** §35.9. */
    GET_SENSOR_THRESHOLDS(NetFn.SENSOR_EVENT, 0x27, "Get Sensor Thresholds"),
    /** §35.14. */
    GET_SENSOR_READING(NetFn.SENSOR_EVENT, 0x2D, "Get Sensor Reading"),
    /** §20.1. */
    GET_DEVICE_ID(NetFn.APPLICATION, 0x01, "Get Device ID"),
    /** §20.8. */
    GET_DEVICE_GUID(NetFn.APPLICATION, 0x08, "Get Device GUID"),
    /** §22.14. */
    GET_SYSTEM_GUID(NetFn.APPLICATION, 0x37, "Get System GUID"),
    /** §22.13. */
    GET_CHANNEL_AUTHENTICATION_CAPABILITIES(NetFn.APPLICATION, 0x38, "Get Channel Authentication Capabilities"),
    /** §22.18. */
    SET_SESSION_PRIVILEGE_LEVEL(NetFn.APPLICATION, 0x3B, "Set Session Privilege Level"),
    /** §22.19. */
    CLOSE_SESSION(NetFn.APPLICATION, 0x3C, "Close Session"),
    /** §22.15. */
    GET_CHANNEL_CIPHER_SUITES(NetFn.APPLICATION, 0x54, "Get Channel Cipher Suites"),
    /** §34.1. */
    GET_FRU_INVENTORY_AREA_INFO(NetFn.STORAGE, 0x10, "Get FRU Inventory Area Info"),
    /** §34.2. */
    READ_FRU_DATA(NetFn.STORAGE, 0x11, "Read FRU Data"),
    /** §33.9. */
    GET_SDR_REPOSITORY_INFO(NetFn.STORAGE, 0x20, "Get SDR Repository Info"),
    /** §33.11. */
    RESERVE_SDR_REPOSITORY(NetFn.STORAGE, 0x22, "Reserve SDR Repository"),
    /** §33.12. */
    GET_SDR(NetFn.STORAGE, 0x23, "Get SDR");

    private final int netFn;
    private final int code;
    private final String title;

    Command(int netFn, int code, String title) {
        this.netFn = netFn;
        this.code = code;
        this.title = title;
    }

    /** Of the request, even. */
    public int netFn() {
        return netFn;
    }

    public int code() {
        return code;
    }

    /** The specification's name of the command. */
    public String title() {
        return title;
    }

    /** @param netFn of a request or of a response */
    public static Optional<Command> of(int netFn, int code) {
        for (Command command : values()) {
            if (command.netFn == (netFn & ~1) && command.code == code) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
