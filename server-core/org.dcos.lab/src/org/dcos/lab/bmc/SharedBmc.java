package org.dcos.lab.bmc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.ipmi.command.IpmiGuid;
import org.dcos.net.ipmi.sdr.DiscreteStates;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * The same controller for another protocol than IPMI: one power, one event log, one set of accounts and sensors,
 * whoever asks. Thread-safe: it holds the lock of its {@link BmcSimulator}.
 */
public final class SharedBmc {

    private static final int BOOT_FLAGS_VALID = 0x80;
    private static final int BOOT_PERSISTENT = 0x40;
    private static final int BOOT_UEFI = 0x20;
    private static final int ADDRESS = 3;
    private static final int ADDRESS_SOURCE = 4;
    private static final int MASK = 6;
    private static final int GATEWAY = 12;
    private static final int STATIC = 1;
    private static final int DHCP = 2;
    private static final int LAST_SYSTEM_TYPE = 0xDF;

    private final BmcSimulator lock;
    private final Bmc bmc;

    SharedBmc(BmcSimulator lock, Bmc bmc) {
        this.lock = lock;
        this.bmc = bmc;
    }

    /** @param device as in the boot flags (IPMI v2.0 r1.1 table 28-14): 0 none, 1 network, 2 disk, 5 CD, 6 setup */
    public record Boot(int device, boolean persistent, boolean uefi) {}

    /** @param role the highest privilege level of its sessions */
    public record Account(int id, String name, PrivilegeLevel role, boolean enabled) {}

    /** @param address all as text; the gateway is empty when there is none */
    public record Network(String address, String mask, String gateway, boolean dhcp, String mac) {}

    /**
     * An entry of the event log.
     *
     * @param record the 16 bytes in hex
     * @param sensor empty for entries that are not of a sensor of this machine
     */
    public record Event(int id, Instant at, Optional<LabSensor> sensor, String text, boolean asserted, boolean severe,
            String record) {}

    public ServerPlan server() {
        return bmc.server();
    }

    public UUID guid() {
        synchronized (lock) {
            return new IpmiGuid(bmc.guid()).smbios();
        }
    }

    public String firmware() {
        return ApplicationCommands.firmware(bmc);
    }

    public FruTexts fru() {
        return lock.fru();
    }

    public void setAssetTag(String tag) {
        lock.setFru(lock.fru().withAssetTag(tag));
    }

    public boolean isOn() {
        return lock.isOn();
    }

    public void turnOn() {
        synchronized (lock) {
            bmc.power().turnOn(bmc.elapsedMillis());
        }
    }

    public void turnOff() {
        synchronized (lock) {
            bmc.power().turnOff(bmc.elapsedMillis());
        }
    }

    public void shutDown() {
        synchronized (lock) {
            bmc.power().shutDown(bmc.elapsedMillis());
        }
    }

    public void cycle() {
        synchronized (lock) {
            bmc.power().cycle(bmc.elapsedMillis());
        }
    }

    public void reset() {
        synchronized (lock) {
            bmc.power().reset(bmc.elapsedMillis());
        }
    }

    public boolean isLit() {
        synchronized (lock) {
            return bmc.identifyState() != 0;
        }
    }

    /** Until it is put out. */
    public void light(boolean on) {
        synchronized (lock) {
            bmc.identify(0, on);
        }
    }

    public Boot boot() {
        synchronized (lock) {
            bmc.isOn();
            try {
                byte[] flags = bmc.boot().get(BootOptions.BOOT_FLAGS);
                boolean valid = (flags[2] & BOOT_FLAGS_VALID) != 0;
                return new Boot(valid ? flags[3] >> 2 & 0x0F : 0, (flags[2] & BOOT_PERSISTENT) != 0,
                        (flags[2] & BOOT_UEFI) != 0);
            } catch (Refused e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public void setBoot(Boot boot) {
        synchronized (lock) {
            int flags = BOOT_FLAGS_VALID | (boot.persistent() ? BOOT_PERSISTENT : 0) | (boot.uefi() ? BOOT_UEFI : 0);
            try {
                bmc.boot().set(BootOptions.BOOT_FLAGS, Reply.of(boot.device() == 0 ? 0 : flags, boot.device() << 2, 0,
                        0, 0));
            } catch (Refused e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public OptionalDouble read(LabSensor sensor) {
        return lock.read(sensor);
    }

    /** In the sensor's unit; empty where it has none. */
    public OptionalDouble threshold(LabSensor sensor, Threshold threshold) {
        synchronized (lock) {
            Optional<FullSensor> analog = bmc.layout().analog(sensor);
            if (analog.isEmpty() || !analog.get().common().readableThresholds().contains(threshold)) {
                return OptionalDouble.empty();
            }
            byte[] raw = bmc.sensors().thresholds(sensor, analog.get());
            return analog.get().conversion().value(raw[threshold.ordinal()] & 0xFF);
        }
    }

    /** Those with a name. */
    public List<Account> accounts() {
        synchronized (lock) {
            var found = new ArrayList<Account>();
            for (int id = 1; id <= UserAccounts.MOST; id++) {
                UserAccount user = user(id);
                if (!user.name().isEmpty()) {
                    found.add(new Account(id, user.name(), limit(user), user.isEnabled()));
                }
            }
            return found;
        }
    }

    public Optional<Account> login(String name, String password) {
        synchronized (lock) {
            return bmc.users().enabled(name)
                    .filter(user -> MessageDigest.isEqual(user.password(), password.getBytes(StandardCharsets.UTF_8)))
                    .map(user -> new Account(user.id(), user.name(), limit(user), true));
        }
    }

    /** Makes an account in the first free place; empty when there is none. */
    public Optional<Account> addAccount(String name, String password, PrivilegeLevel role) {
        synchronized (lock) {
            for (int id = UserAccounts.ADMINISTRATOR; id <= UserAccounts.MOST; id++) {
                if (user(id).name().isEmpty()) {
                    user(id).rename(name);
                    user(id).setPassword(password.getBytes(StandardCharsets.UTF_8));
                    user(id).limitTo(role.code());
                    user(id).allow(UserAccount.MESSAGING);
                    user(id).enable(true);
                    return Optional.of(new Account(id, name, role, true));
                }
            }
            return Optional.empty();
        }
    }

    /** @param account one that is there, with its new name, role and state; without a name it is gone */
    public void change(Account account) {
        synchronized (lock) {
            UserAccount user = user(account.id());
            user.rename(account.name());
            user.limitTo(account.role().code());
            user.enable(account.enabled());
        }
    }

    public void setPassword(int account, String password) {
        synchronized (lock) {
            user(account).setPassword(password.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static PrivilegeLevel limit(UserAccount user) {
        return user.limit().orElse(PrivilegeLevel.CALLBACK);
    }

    private UserAccount user(int id) {
        try {
            return bmc.users().ofId(id);
        } catch (Refused e) {
            throw new IllegalArgumentException("account %d".formatted(id), e);
        }
    }

    /** The log, the oldest entry first; looking at it notes first what the sensors have come to. */
    public List<Event> events() {
        synchronized (lock) {
            bmc.sensors().readAll(bmc.epochMillis(), bmc.isOn());
            return bmc.log().all().stream().map(this::event).toList();
        }
    }

    public int mostEvents() {
        synchronized (lock) {
            return bmc.log().most();
        }
    }

    public void clearEvents() {
        synchronized (lock) {
            bmc.log().clear(bmc.logSeconds());
        }
    }

    /** IPMI v2.0 r1.1 §32.1. */
    private Event event(byte[] record) {
        int id = record[0] & 0xFF | (record[1] & 0xFF) << 8;
        long seconds = 0;
        for (int i = 6; i >= 3; i--) {
            seconds = seconds << 8 | record[i] & 0xFF;
        }
        boolean ofSensor = (record[2] & 0xFF) <= LAST_SYSTEM_TYPE;
        Optional<LabSensor> sensor = ofSensor ? LabSensor.ofNumber(record[11] & 0xFF) : Optional.empty();
        boolean asserted = (record[12] & 0x80) == 0;
        int offset = record[13] & 0x0F;
        boolean threshold = (record[12] & 0x7F) == 0x01;
        String what = threshold && offset / 2 < Threshold.values().length
                ? Threshold.values()[offset / 2].text() + (offset % 2 == 0 ? " going low" : " going high")
                : sensor.map(each -> String.join(", ", DiscreteStates.texts(bmc.sensors().description(each),
                        1 << offset))).orElse("Event");
        String text = "%s: %s%s".formatted(sensor.map(LabSensor::displayName).orElse("System"), what,
                asserted ? "" : " ended");
        boolean severe = threshold && !what.contains("non-critical");
        return new Event(id, Instant.ofEpochSecond(seconds), sensor, text, asserted, severe && asserted,
                HexFormat.of().formatHex(record));
    }

    /** By the clock of the event log. */
    public Instant time() {
        synchronized (lock) {
            return Instant.ofEpochSecond(Integer.toUnsignedLong(bmc.logSeconds()));
        }
    }

    public void setTime(Instant time) {
        synchronized (lock) {
            bmc.setLogSeconds((int) time.getEpochSecond());
        }
    }

    public Network network() {
        synchronized (lock) {
            return new Network(dotted(ADDRESS), dotted(MASK), dotted(GATEWAY), lan(ADDRESS_SOURCE)[0] == DHCP,
                    HexFormat.ofDelimiter(":").formatHex(bmc.macAddress()));
        }
    }

    /** As by IPMI: a static address is the controller's from now on. The MAC address stays. */
    public void setNetwork(Network network) {
        synchronized (lock) {
            LanCommands.setParameter(bmc, ADDRESS_SOURCE, Reply.of(network.dhcp() ? DHCP : STATIC));
            LanCommands.setParameter(bmc, ADDRESS, octets(network.address()));
            LanCommands.setParameter(bmc, MASK, octets(network.mask()));
            LanCommands.setParameter(bmc, GATEWAY, octets(network.gateway().isEmpty() ? "0.0.0.0"
                    : network.gateway()));
            LanCommands.comeIntoForce(bmc);
        }
    }

    private byte[] lan(int parameter) {
        return LanCommands.parameter(bmc, parameter);
    }

    private String dotted(int parameter) {
        byte[] octets = lan(parameter);
        return "%d.%d.%d.%d".formatted(octets[0] & 0xFF, octets[1] & 0xFF, octets[2] & 0xFF, octets[3] & 0xFF);
    }

    private static byte[] octets(String dotted) {
        String[] parts = dotted.split("\\.");
        byte[] octets = new byte[4];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(parts[i]);
        }
        return octets;
    }
}
