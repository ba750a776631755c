package org.dcos.lab.bmc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody has set and the simulation only remembers: LAN parameters, restore policy, event masks. */
final class Settings {

    /** Power restore policy (IPMI v2.0 r1.1 §28.8): stay off, as before, always on. */
    private static final int ALWAYS_ON = 2;

    private Map<Integer, byte[]> lanParameters = Map.of();
    private Map<Integer, byte[]> eventEnables = Map.of();
    private Map<Integer, byte[]> systemInfo = Map.of();
    private int powerRestorePolicy = ALWAYS_ON;
    private int lastControl;
    private int channelAccess = 0x02; // always available, per-message authentication and alerting on
    private byte[] watchdog = new byte[6];

    Optional<byte[]> lanParameter(int selector) {
        return Optional.ofNullable(lanParameters.get(selector));
    }

    void setLanParameter(int selector, byte[] data) {
        lanParameters = with(lanParameters, selector, data);
    }

    Optional<byte[]> systemInfo(int selector) {
        return Optional.ofNullable(systemInfo.get(selector));
    }

    void setSystemInfo(int selector, byte[] data) {
        systemInfo = with(systemInfo, selector, data);
    }

    Optional<byte[]> eventEnables(int sensor) {
        return Optional.ofNullable(eventEnables.get(sensor));
    }

    void setEventEnables(int sensor, byte[] data) {
        eventEnables = with(eventEnables, sensor, data);
    }

    int powerRestorePolicy() {
        return powerRestorePolicy;
    }

    void setPowerRestorePolicy(int policy) {
        powerRestorePolicy = policy;
    }

    /** System restart cause (§28.11): 0 unknown, 1 Chassis Control. */
    int restartCause() {
        return lastControl;
    }

    void controlled() {
        lastControl = 1;
    }

    int channelAccess() {
        return channelAccess;
    }

    void setChannelAccess(int access) {
        channelAccess = access;
    }

    /** The six bytes of Set Watchdog Timer (§27.6); the timer itself never runs out here. */
    byte[] watchdog() {
        return watchdog.clone();
    }

    void setWatchdog(byte[] timer) {
        watchdog = timer.clone();
    }

    private static Map<Integer, byte[]> with(Map<Integer, byte[]> map, int key, byte[] value) {
        var changed = new HashMap<>(map);
        changed.put(key, value.clone());
        return changed;
    }
}
