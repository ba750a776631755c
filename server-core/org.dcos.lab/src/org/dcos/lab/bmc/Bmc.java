package org.dcos.lab.bmc;

import java.net.InetSocketAddress;
import java.util.random.RandomGenerator;
import org.dcos.lab.plan.Seed;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.lab.sensor.SensorLayout;

/**
 * Everything that one controller knows, without the wire. Not thread-safe: {@link BmcSimulator} guards it. What most
 * controllers never use (event log entries, FRU data, changed settings) is made on first use, to stay small.
 */
final class Bmc {

    /** What the names of the seeds below are drawn for; see {@link Seed#of}. */
    private static final int GUID = 40;
    private static final int UPTIME = 41;

    private final ServerPlan server;
    private final InetSocketAddress address;
    private final LabClock clock;
    private final UserAccounts users;
    private final SessionTable sessions;
    private final ChassisPower power;
    private final EventLog log = new EventLog();
    private final SensorBank sensors;
    private final BootOptions boot = new BootOptions();
    private final Settings settings = new Settings();
    private final FruStorage frus;
    private final byte[] guid;
    private int knownStarts;
    private int repositoryReservation;
    private long identifyUntil;
    private boolean identifyForever;
    private long logClockOffsetSeconds;

    Bmc(ServerPlan server, InetSocketAddress address, UserAccounts users, LabClock clock, RandomGenerator random) {
        this.server = server;
        this.address = address;
        this.clock = clock;
        this.users = users;
        this.guid = guidOf(server);
        this.sessions = new SessionTable(guid, random);
        this.power = new ChassisPower(server.poweredOn());
        this.sensors = new SensorBank(server, log);
        this.frus = new FruStorage(server);
        this.identifyUntil = Long.MIN_VALUE;
    }

    ServerPlan server() {
        return server;
    }

    InetSocketAddress address() {
        return address;
    }

    UserAccounts users() {
        return users;
    }

    SessionTable sessions() {
        return sessions;
    }

    ChassisPower power() {
        return power;
    }

    SensorBank sensors() {
        return sensors;
    }

    SensorLayout layout() {
        return SensorLayout.of(server.hardware());
    }

    EventLog log() {
        return log;
    }

    BootOptions boot() {
        return boot;
    }

    Settings settings() {
        return settings;
    }

    FruStorage frus() {
        return frus;
    }

    /** 16 bytes in the order of Get System GUID. */
    byte[] guid() {
        return guid.clone();
    }

    long elapsedMillis() {
        return clock.elapsedMillis();
    }

    long epochMillis() {
        return clock.wall().millis();
    }

    /** Seconds since 1970 by the event log's clock, which can be set. */
    int logSeconds() {
        return (int) (epochMillis() / 1_000 + logClockOffsetSeconds);
    }

    void setLogSeconds(int seconds) {
        logClockOffsetSeconds = Integer.toUnsignedLong(seconds) - epochMillis() / 1_000;
    }

    /** Chassis power as it is now; a start since the last look uses up the one-time boot flags. */
    boolean isOn() {
        long now = elapsedMillis();
        boolean on = power.isOn(now);
        int starts = power.starts(now);
        if (starts != knownStarts) {
            knownStarts = starts;
            boot.hostStarted();
        }
        return on;
    }

    int reserveRepository() {
        repositoryReservation = repositoryReservation % 0xFFFF + 1;
        return repositoryReservation;
    }

    boolean isRepositoryReserved(int reservation) {
        return reservation != 0 && reservation == repositoryReservation;
    }

    /** @param seconds 0 ends it */
    void identify(int seconds, boolean forever) {
        identifyForever = forever;
        identifyUntil = elapsedMillis() + 1_000L * seconds;
    }

    /** Chassis identify state of Get Chassis Status (IPMI v2.0 r1.1 §28.2): 0 off, 1 for a time, 2 for good. */
    int identifyState() {
        return identifyForever ? 2 : elapsedMillis() < identifyUntil ? 1 : 0;
    }

    /** Minutes that the host has been running in its life; a plausible number that grows. */
    int powerOnMinutes() {
        long minutes = epochMillis() / 60_000;
        return (int) (minutes - 28_000_000L + Seed.between(Seed.of(server.seed(), UPTIME, 0), 0, 600_000));
    }

    /** Six bytes: the maker's prefix and the number of the server. */
    byte[] macAddress() {
        int oui = server.hardware().manufacturer().oui();
        int low = 0x100000 + server.number();
        return Reply.of(oui >> 16, oui >> 8, oui, low >> 16, low >> 8, low);
    }

    private static byte[] guidOf(ServerPlan server) {
        long high = Seed.of(server.seed(), GUID, 0);
        long low = Seed.of(server.seed(), GUID, 1);
        var reply = new Reply();
        reply.doubleWord((int) low).doubleWord((int) (low >>> 32));
        reply.doubleWord((int) high).doubleWord((int) (high >>> 32));
        byte[] guid = reply.data();
        guid[7] = (byte) (guid[7] & 0x0F | 0x40); // version 4 of RFC 4122, in the byte order of SMBIOS as most do
        guid[8] = (byte) (guid[8] & 0x3F | 0x80);
        return guid;
    }
}
