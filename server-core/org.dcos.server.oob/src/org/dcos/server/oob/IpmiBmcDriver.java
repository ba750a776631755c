package org.dcos.server.oob;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
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
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.net.ipmi.client.BmcConnection;
import org.dcos.net.ipmi.client.BmcRefused;
import org.dcos.net.ipmi.client.BootOptions;
import org.dcos.net.ipmi.client.FruReader;
import org.dcos.net.ipmi.client.IpmiException;
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
import org.osgi.service.component.annotations.Reference;

/**
 * Speaks IPMI 2.0 with BMCs, over the sessions that the client shares. A conversation of many messages, such as reading
 * all sensors, gives way between two messages, so that an operator's order never waits for the end of it.
 */
@Component(service = IpmiBmcDriver.class)
public final class IpmiBmcDriver implements BmcDriver {

    private static final int MAX_TAG = 0xFE;

    private final IpmiConversations ipmi;
    private final InstantSource clock = InstantSource.system();

    @Activate
    public IpmiBmcDriver(@Reference IpmiConversations ipmi) {
        this.ipmi = ipmi;
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
        return ipmi.talk(bmc, PrivilegeLevel.USER,
                connection -> connection.send(new ChassisStatus.Get()).isOn() ? PowerState.ON
                        : PowerState.OFF);
    }

    @Override
    public List<SensorReading> sensors(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        Instant now = clock.instant();
        return ipmi.talk(bmc, PrivilegeLevel.USER, connection -> ipmi.sensors().read(connection, now));
    }

    @Override
    public BmcIdentity identify(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return ipmi.talk(bmc, PrivilegeLevel.USER, connection -> {
            var device = connection.send(new DeviceId.Get());
            return identity(fru(connection), guid(connection), device.firmware());
        });
    }

    private static Fru fru(BmcConnection connection) throws IpmiException, InterruptedException {
        try {
            return FruReader.read(connection);
        } catch (BmcRefused _) { // no inventory: who it is cannot be told by it
            return Fru.NONE;
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
            case NMI -> ChassisControl.Action.DIAGNOSTIC_INTERRUPT;
        });
        ipmi.talk(bmc, PrivilegeLevel.OPERATOR, connection -> connection.send(control));
    }

    @Override
    public void identifyLed(BmcEndpoint bmc, Duration time) throws BmcFailure, InterruptedException {
        ipmi.talk(bmc, PrivilegeLevel.OPERATOR,
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
        ipmi.talk(bmc, PrivilegeLevel.OPERATOR, connection -> {
            BootOptions.set(connection, flags);
            return flags;
        });
    }

    @Override
    public void forget(String address, int port) {
        ipmi.forget(address, port);
    }
}
