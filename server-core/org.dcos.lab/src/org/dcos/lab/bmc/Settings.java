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
    private Map<Integer, byte[]> alerting = Map.of();
    private int utcOffset;
    private boolean settingLan;
    private boolean solEnabled = true;

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

    /** Platform event filtering parameters (§30), by selector and entry. */
    Optional<byte[]> alerting(int key) {
        return Optional.ofNullable(alerting.get(key));
    }

    void setAlerting(int key, byte[] data) {
        alerting = with(alerting, key, data);
    }

    /** Minutes (§31.11a). */
    int utcOffset() {
        return utcOffset;
    }

    void setUtcOffset(int minutes) {
        utcOffset = minutes;
    }

    boolean isSolEnabled() {
        return solEnabled;
    }

    void setSolEnabled(boolean enabled) {
        solEnabled = enabled;
    }

    /** LAN parameter 0: somebody is setting several of them. */
    boolean isSettingLan() {
        return settingLan;
    }

    void setSettingLan(boolean inProgress) {
        settingLan = inProgress;
    }

    private static Map<Integer, byte[]> with(Map<Integer, byte[]> map, int key, byte[] value) {
        var changed = new HashMap<>(map);
        changed.put(key, value.clone());
        return changed;
    }
}
