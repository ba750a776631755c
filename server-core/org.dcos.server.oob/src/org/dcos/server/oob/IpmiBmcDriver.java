package org.dcos.server.oob;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.net.ipmi.client.BmcConnection;
import org.dcos.net.ipmi.client.BmcRefused;
import org.dcos.net.ipmi.client.BmcSilent;
import org.dcos.net.ipmi.client.BmcTarget;
import org.dcos.net.ipmi.client.BootOptions;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.net.ipmi.client.Credential;
import org.dcos.net.ipmi.client.FruReader;
import org.dcos.net.ipmi.client.IpmiClient;
import org.dcos.net.ipmi.client.IpmiException;
import org.dcos.net.ipmi.client.NotSent;
import org.dcos.net.ipmi.client.ProtocolViolation;
import org.dcos.net.ipmi.client.SessionRefused;
import org.dcos.net.ipmi.client.UnsupportedSuite;
import org.dcos.net.ipmi.client.WrongPassword;
import org.dcos.net.ipmi.command.BootFlags;
import org.dcos.net.ipmi.command.ChassisControl;
import org.dcos.net.ipmi.command.ChassisIdentify;
import org.dcos.net.ipmi.command.ChassisStatus;
import org.dcos.net.ipmi.command.DeviceId;
import org.dcos.net.ipmi.command.IpmiGuid;
import org.dcos.net.ipmi.fru.BoardArea;
import org.dcos.net.ipmi.fru.ChassisArea;
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.fru.ProductArea;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.ipmi.wire.Presence;
import org.dcos.net.ipmi.wire.Rmcp;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Speaks IPMI 2.0 with BMCs, over the sessions that the client shares. A conversation of many messages, such as reading
 * all sensors, gives way between two messages, so that an operator's order never waits for the end of it.
 */
@Component(service = BmcDriver.class)
public final class IpmiBmcDriver implements BmcDriver {

    private static final int MAX_TAG = 0xFE;
    /** Longer than the usual time between two polls, so that a poll needs no new login; below the 60 s of the BMCs. */
    private static final Duration KEEP_SESSION = Duration.ofSeconds(50);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private final IpmiClient client;
    private final SensorCache sensors;
    private final InstantSource clock = InstantSource.system();

    @Activate
    public IpmiBmcDriver() throws IOException {
        this(ClientOptions.defaults().withIdle(KEEP_SESSION, KEEP_ALIVE));
    }

    /** With other waits and limits than the usual ones. */
    public IpmiBmcDriver(ClientOptions options) throws IOException {
        this.client = new IpmiClient(options);
        this.sensors = new SensorCache();
    }

    @Deactivate
    public void close() {
        client.close();
    }

    @Override
    public boolean ping(String address, int port, Duration wait) throws InterruptedException {
        int tag = ThreadLocalRandom.current().nextInt(MAX_TAG);
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port));
            byte[] ping = new Presence.Ping(tag).encode();
            socket.send(new DatagramPacket(ping, ping.length));
            var answer = new DatagramPacket(new byte[Rmcp.LONGEST_DATAGRAM], Rmcp.LONGEST_DATAGRAM);
            socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
            socket.receive(answer);
            return Presence.decode(Arrays.copyOf(answer.getData(), answer.getLength())) instanceof Presence.Pong pong
                    && pong.supportsIpmi();
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) { // nobody listens, no way there, or what answers is no BMC
            return false;
        } finally {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    @Override
    public PowerState powerState(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return talk(bmc, PrivilegeLevel.USER,
                connection -> connection.send(new ChassisStatus.Get()).isOn() ? PowerState.ON
                        : PowerState.OFF);
    }

    @Override
    public List<SensorReading> sensors(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        Instant now = clock.instant();
        return talk(bmc, PrivilegeLevel.USER, connection -> sensors.read(connection, now));
    }

    @Override
    public BmcIdentity identify(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return talk(bmc, PrivilegeLevel.USER, connection -> {
            var device = connection.send(new DeviceId.Get());
            return identity(fru(connection), guid(connection), device.firmware());
        });
    }

    private static Fru fru(BmcConnection connection) throws IpmiException, InterruptedException {
        try {
            return FruReader.read(connection);
        } catch (BmcRefused _) { // no inventory: who it is cannot be told by it
            return new Fru(java.util.Optional.empty(), java.util.Optional.empty(), java.util.Optional.empty(),
                    List.of());
        }
    }

    /** Not every BMC tells it. */
    private static String guid(BmcConnection connection) throws IpmiException, InterruptedException {
        try {
            return connection.send(new IpmiGuid.GetSystem()).smbios().toString();
        } catch (BmcRefused _) {
            return "";
        }
    }

    private static BmcIdentity identity(Fru fru, String guid, String firmware) {
        var product = fru.product();
        var board = fru.board();
        return new BmcIdentity(guid, firmware,
                product.map(ProductArea::manufacturer).filter(text -> !text.isBlank())
                        .or(() -> board.map(BoardArea::manufacturer)).orElse(""),
                product.map(ProductArea::productName).filter(text -> !text.isBlank())
                        .or(() -> board.map(BoardArea::productName)).orElse(""),
                fru.serialNumber().map(String::strip).orElse(""), product.map(ProductArea::assetTag).orElse(""),
                board.map(BoardArea::serialNumber).orElse(""), fru.chassis().map(ChassisArea::serialNumber).orElse(""));
    }

    @Override
    public void power(BmcEndpoint bmc, PowerAction action) throws BmcFailure, InterruptedException {
        var control = new ChassisControl(switch (action) {
            case ON -> ChassisControl.Action.POWER_ON;
            case OFF -> ChassisControl.Action.POWER_OFF;
            case GRACEFUL_SHUTDOWN -> ChassisControl.Action.SOFT_SHUTDOWN;
            case CYCLE -> ChassisControl.Action.POWER_CYCLE;
            case RESET -> ChassisControl.Action.HARD_RESET;
        });
        talk(bmc, PrivilegeLevel.OPERATOR, connection -> connection.send(control));
    }

    @Override
    public void identifyLed(BmcEndpoint bmc, Duration time) throws BmcFailure, InterruptedException {
        talk(bmc, PrivilegeLevel.OPERATOR,
                connection -> connection.send(new ChassisIdentify(Math.toIntExact(time.toSeconds()), false)));
    }

    @Override
    public void bootDevice(BmcEndpoint bmc, BootDevice device, boolean persistent, boolean uefi)
            throws BmcFailure, InterruptedException {
        var flags = BootFlags.of(switch (device) {
            case NONE -> BootFlags.Device.NONE;
            case PXE -> BootFlags.Device.PXE;
            case DISK -> BootFlags.Device.DISK;
            case CDROM -> BootFlags.Device.CD;
            case BIOS_SETUP -> BootFlags.Device.BIOS_SETUP;
        }, persistent, uefi);
        talk(bmc, PrivilegeLevel.OPERATOR, connection -> {
            BootOptions.set(connection, flags);
            return flags;
        });
    }

    @Override
    public void forget(String address, int port) {
        try {
            sensors.forget(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException _) { // an address that never was one has nothing kept
        }
    }

    /** What is said in one conversation. */
    private interface Talk<R> {
        R with(BmcConnection connection) throws IpmiException, InterruptedException;
    }

    /**
     * One session serves all: it asks for the level that operators need, so that polling and orders share it. Where the
     * account has only less, the BMC refuses the order and says so.
     */
    private <R> R talk(BmcEndpoint bmc, PrivilegeLevel needed, Talk<R> talk) throws BmcFailure, InterruptedException {
        char[] password = bmc.password().reveal();
        try (var connection = client.connect(new BmcTarget(address(bmc), Credential.of(bmc.user(), password),
                BmcTarget.PREFERRED_SUITES, needed == PrivilegeLevel.USER ? PrivilegeLevel.OPERATOR : needed))) {
            return talk.with(connection);
        } catch (IpmiException e) {
            throw new BmcFailure(kind(e), e.getMessage(), trouble(bmc, cause(e, bmc.user())), e);
        } catch (IllegalArgumentException e) { // a login that IPMI cannot carry; the message does not show it
            throw new BmcFailure(BmcFailure.Kind.WRONG_CREDENTIAL,
                    "BMC %s:%d: %s. Correct the login.".formatted(bmc.address(), bmc.port(), e.getMessage()),
                    trouble(bmc, new Cause.WrongLogin(bmc.user())), e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static InetSocketAddress address(BmcEndpoint bmc) throws BmcFailure {
        try {
            return new InetSocketAddress(InetAddress.getByName(bmc.address()), bmc.port());
        } catch (UnknownHostException e) {
            throw new BmcFailure(BmcFailure.Kind.SILENT, "'%s' is no IP address.".formatted(bmc.address()),
                    trouble(bmc, new Cause.NoAddress()), e);
        }
    }

    private static BmcFailure.Kind kind(IpmiException reason) {
        return switch (reason) {
            // @formatter:off: it would glue the patterns together
            case BmcSilent _, NotSent _ -> BmcFailure.Kind.SILENT;
            // @formatter:on
            case WrongPassword _ -> BmcFailure.Kind.WRONG_CREDENTIAL;
            // @formatter:off: it would glue the patterns together
            case SessionRefused _, BmcRefused _ -> BmcFailure.Kind.REFUSED;
            // @formatter:on
            case UnsupportedSuite _ -> BmcFailure.Kind.NO_SAFE_SUITE;
            case ProtocolViolation _ -> BmcFailure.Kind.GARBAGE;
        };
    }

    private static BmcTrouble trouble(BmcEndpoint bmc, Cause cause) {
        return new BmcTrouble(bmc.address(), bmc.port(), cause);
    }

    private static Cause cause(IpmiException reason, String user) {
        return switch (reason) {
            case BmcSilent silent ->
                    new Cause.NoAnswer(silent.attempts(), silent.waited(), silent.outcomeUnknown());
            case NotSent _ -> new Cause.NotSent();
            case WrongPassword _ -> new Cause.WrongLogin(user);
            case SessionRefused refused -> new Cause.SessionRefused(refused.status());
            case BmcRefused refused -> new Cause.Refused(refused.command(), refused.completionCode());
            case UnsupportedSuite _ -> new Cause.NoSafeSuite();
            case ProtocolViolation violation -> new Cause.NotIpmi(violation.detail());
        };
    }
}
