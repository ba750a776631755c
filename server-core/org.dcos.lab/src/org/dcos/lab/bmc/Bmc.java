package org.dcos.lab.bmc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
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
    /** How long the flash of the event log takes to be erased. */
    private static final long ERASURE_MILLIS = 300;

    /**
     * The most power that the server may take (DCMI v1.5 §6.6.2).
     *
     * @param setting the 11 bytes of Set Power Limit behind its reserved ones
     */
    record PowerLimit(byte[] setting, boolean active) {
        int watts() {
            return setting[1] & 0xFF | (setting[2] & 0xFF) << 8;
        }
    }

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
    private final WatchdogTimer watchdog = new WatchdogTimer();
    private InetAddress lanAddress;
    private boolean weak;
    private boolean ignoresCipherPrivileges;
    private Optional<SolLink> console = Optional.empty();
    private Optional<HostConsole> host = Optional.empty();
    private long startedAt = Long.MIN_VALUE;
    private long erasedAt = Long.MIN_VALUE;
    private Optional<PowerLimit> powerLimit = Optional.empty();

    Bmc(ServerPlan server, InetSocketAddress address, UserAccounts users, LabClock clock, RandomGenerator random) {
        this.server = server;
        this.address = address;
        this.lanAddress = address.getAddress();
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
            host.ifPresent(HostConsole::boot);
        }
        return on;
    }

    /** The console that a session has open; it ends with its session. */
    Optional<SolLink> console() {
        console = console.filter(link -> sessions.ofId(link.owner().id(), elapsedMillis()).isPresent());
        return console;
    }

    void openConsole(Session owner) {
        HostConsole screen = host.orElseGet(() -> new HostConsole(server.name(),
                "%s %s".formatted(server.hardware().manufacturer().displayName(), server.hardware().model())));
        host = Optional.of(screen);
        if (isOn()) {
            screen.show();
        }
        console = Optional.of(new SolLink(owner, screen));
    }

    void closeConsole() {
        console = Optional.empty();
    }

    /** Comes from the factory with doors open: cipher suite 0, a nameless user, sessions without authentication. */
    /** As the privileges of its cipher suites say, where it keeps to them. */
    boolean opensWithoutPassword() {
        return ignoresCipherPrivileges || LanCommands.suite0IsOn(this);
    }

    void ignoreCipherPrivileges() {
        ignoresCipherPrivileges = true;
    }

    boolean isWeak() {
        return weak;
    }

    void weaken() {
        weak = true;
        users.letAnybodyIn();
    }

    WatchdogTimer watchdog() {
        return watchdog;
    }

    /** What a watchdog that has run out did meanwhile. */
    void settle() {
        long now = elapsedMillis();
        watchdog.expire(now).ifPresent(expired -> {
            log.add(WatchdogTimer.event(expired, logSeconds()), logSeconds());
            switch (expired) {
                case NOTHING -> {}
                case RESET -> power.reset(now);
                case POWER_DOWN -> power.turnOff(now);
                case POWER_CYCLE -> power.cycle(now);
            }
        });
    }

    /** Ends all sessions and answers nothing for a while; what is set and logged is kept. */
    byte[] restart(long millis) {
        startedAt = elapsedMillis() + millis;
        sessions.closeAll();
        log.cancelReservation();
        repositoryReservation = 0;
        return Reply.EMPTY;
    }

    boolean isStarting() {
        return elapsedMillis() < startedAt;
    }

    void startErasure() {
        erasedAt = elapsedMillis() + ERASURE_MILLIS;
    }

    boolean isErasing() {
        return elapsedMillis() < erasedAt;
    }

    /** Where the controller is on the network, once what was set has come into force. */
    InetAddress lanAddress() {
        return lanAddress;
    }

    void moveTo(InetAddress other) {
        lanAddress = other;
    }

    Optional<PowerLimit> powerLimit() {
        return powerLimit;
    }

    void setPowerLimit(Optional<PowerLimit> limit) {
        powerLimit = limit;
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
