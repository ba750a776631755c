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
    /** §30.1. */
    GET_PEF_CAPABILITIES(NetFn.SENSOR_EVENT, 0x10, "Get PEF Capabilities"),
    /** §30.3. */
    SET_PEF_CONFIGURATION_PARAMETERS(NetFn.SENSOR_EVENT, 0x12, "Set PEF Configuration Parameters"),
    /** §30.4. */
    GET_PEF_CONFIGURATION_PARAMETERS(NetFn.SENSOR_EVENT, 0x13, "Get PEF Configuration Parameters"),
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
    /** §20.2. */
    COLD_RESET(NetFn.APPLICATION, 0x02, "Cold Reset"),
    /** §20.3. */
    WARM_RESET(NetFn.APPLICATION, 0x03, "Warm Reset"),
    /** §20.8. */
    GET_DEVICE_GUID(NetFn.APPLICATION, 0x08, "Get Device GUID"),
    /** §27.5. */
    RESET_WATCHDOG_TIMER(NetFn.APPLICATION, 0x22, "Reset Watchdog Timer"),
    /** §27.6. */
    SET_WATCHDOG_TIMER(NetFn.APPLICATION, 0x24, "Set Watchdog Timer"),
    /** §27.7. */
    GET_WATCHDOG_TIMER(NetFn.APPLICATION, 0x25, "Get Watchdog Timer"),
    /** §22.14. */
    GET_SYSTEM_GUID(NetFn.APPLICATION, 0x37, "Get System GUID"),
    /** §22.13. */
    GET_CHANNEL_AUTHENTICATION_CAPABILITIES(NetFn.APPLICATION, 0x38, "Get Channel Authentication Capabilities"),
    /** §22.18. */
    SET_SESSION_PRIVILEGE_LEVEL(NetFn.APPLICATION, 0x3B, "Set Session Privilege Level"),
    /** §22.19. */
    CLOSE_SESSION(NetFn.APPLICATION, 0x3C, "Close Session"),
    /** §22.22. */
    SET_CHANNEL_ACCESS(NetFn.APPLICATION, 0x40, "Set Channel Access"),
    /** §22.23. */
    GET_CHANNEL_ACCESS(NetFn.APPLICATION, 0x41, "Get Channel Access"),
    /** §22.24. */
    GET_CHANNEL_INFO(NetFn.APPLICATION, 0x42, "Get Channel Info"),
    /** §22.26. */
    SET_USER_ACCESS(NetFn.APPLICATION, 0x43, "Set User Access"),
    /** §22.27. */
    GET_USER_ACCESS(NetFn.APPLICATION, 0x44, "Get User Access"),
    /** §22.28. */
    SET_USER_NAME(NetFn.APPLICATION, 0x45, "Set User Name"),
    /** §22.29. */
    GET_USER_NAME(NetFn.APPLICATION, 0x46, "Get User Name"),
    /** §22.30. */
    SET_USER_PASSWORD(NetFn.APPLICATION, 0x47, "Set User Password"),
    /** §24.1. */
    ACTIVATE_PAYLOAD(NetFn.APPLICATION, 0x48, "Activate Payload"),
    /** §24.2. */
    DEACTIVATE_PAYLOAD(NetFn.APPLICATION, 0x49, "Deactivate Payload"),
    /** §24.4. */
    GET_PAYLOAD_ACTIVATION_STATUS(NetFn.APPLICATION, 0x4A, "Get Payload Activation Status"),
    /** §24.5. */
    GET_PAYLOAD_INSTANCE_INFO(NetFn.APPLICATION, 0x4B, "Get Payload Instance Info"),
    /** §24.6. */
    SET_USER_PAYLOAD_ACCESS(NetFn.APPLICATION, 0x4C, "Set User Payload Access"),
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
    GET_SDR(NetFn.STORAGE, 0x23, "Get SDR"),
    /** §31.2. */
    GET_SEL_INFO(NetFn.STORAGE, 0x40, "Get SEL Info"),
    /** §31.4. */
    RESERVE_SEL(NetFn.STORAGE, 0x42, "Reserve SEL"),
    /** §31.5. */
    GET_SEL_ENTRY(NetFn.STORAGE, 0x43, "Get SEL Entry"),
    /** §31.9. */
    CLEAR_SEL(NetFn.STORAGE, 0x47, "Clear SEL"),
    /** §31.10. */
    GET_SEL_TIME(NetFn.STORAGE, 0x48, "Get SEL Time"),
    /** §31.11. */
    SET_SEL_TIME(NetFn.STORAGE, 0x49, "Set SEL Time"),
    /** §31.11a. */
    GET_SEL_TIME_UTC_OFFSET(NetFn.STORAGE, 0x5C, "Get SEL Time UTC Offset"),
    /** §31.11b. */
    SET_SEL_TIME_UTC_OFFSET(NetFn.STORAGE, 0x5D, "Set SEL Time UTC Offset"),
    /** §23.1. */
    SET_LAN_CONFIGURATION_PARAMETERS(NetFn.TRANSPORT, 0x01, "Set LAN Configuration Parameters"),
    /** §23.2. */
    GET_LAN_CONFIGURATION_PARAMETERS(NetFn.TRANSPORT, 0x02, "Get LAN Configuration Parameters"),
    /** §26.2. */
    SET_SOL_CONFIGURATION_PARAMETERS(NetFn.TRANSPORT, 0x21, "Set SOL Configuration Parameters"),
    /** §26.3. */
    GET_SOL_CONFIGURATION_PARAMETERS(NetFn.TRANSPORT, 0x22, "Get SOL Configuration Parameters"),
    /** DCMI v1.5 §6.1.1. */
    GET_DCMI_CAPABILITIES(NetFn.GROUP_EXTENSION, 0x01, "Get DCMI Capabilities Info"),
    /** DCMI v1.5 §6.6.1. */
    GET_POWER_READING(NetFn.GROUP_EXTENSION, 0x02, "Get Power Reading"),
    /** DCMI v1.5 §6.6.2. */
    GET_POWER_LIMIT(NetFn.GROUP_EXTENSION, 0x03, "Get Power Limit"),
    /** DCMI v1.5 §6.6.3. */
    SET_POWER_LIMIT(NetFn.GROUP_EXTENSION, 0x04, "Set Power Limit"),
    /** DCMI v1.5 §6.6.4. */
    ACTIVATE_POWER_LIMIT(NetFn.GROUP_EXTENSION, 0x05, "Activate/Deactivate Power Limit");

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
