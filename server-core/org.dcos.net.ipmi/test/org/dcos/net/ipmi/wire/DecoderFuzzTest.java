package org.dcos.net.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dcos.net.ipmi.account.ChannelAccess;
import org.dcos.net.ipmi.account.ChannelInfo;
import org.dcos.net.ipmi.account.UserAccess;
import org.dcos.net.ipmi.account.UserName;
import org.dcos.net.ipmi.alert.AlertPolicy;
import org.dcos.net.ipmi.alert.EventFilter;
import org.dcos.net.ipmi.alert.LanDestination;
import org.dcos.net.ipmi.alert.PefParameter;
import org.dcos.net.ipmi.command.BootFlags;
import org.dcos.net.ipmi.command.ChannelAuthentication;
import org.dcos.net.ipmi.command.ChassisStatus;
import org.dcos.net.ipmi.command.CipherSuiteList;
import org.dcos.net.ipmi.command.DeviceId;
import org.dcos.net.ipmi.command.FruInventory;
import org.dcos.net.ipmi.command.GetBootOption;
import org.dcos.net.ipmi.command.IpmiGuid;
import org.dcos.net.ipmi.command.SdrRepository;
import org.dcos.net.ipmi.command.SensorFactors;
import org.dcos.net.ipmi.command.SensorReading;
import org.dcos.net.ipmi.command.SensorThresholds;
import org.dcos.net.ipmi.command.SetSessionPrivilege;
import org.dcos.net.ipmi.command.Watchdog;
import org.dcos.net.ipmi.dcmi.DcmiCapabilities;
import org.dcos.net.ipmi.dcmi.PowerLimit;
import org.dcos.net.ipmi.dcmi.PowerReading;
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.fru.FruRecord;
import org.dcos.net.ipmi.fru.MemoryModule;
import org.dcos.net.ipmi.fru.PowerSupplyRecord;
import org.dcos.net.ipmi.lan.CipherPrivileges;
import org.dcos.net.ipmi.lan.LanParameter;
import org.dcos.net.ipmi.peer.IpmiSim;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.sdr.CompactSensor;
import org.dcos.net.ipmi.sdr.Entity;
import org.dcos.net.ipmi.sdr.EventOnlySensor;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.sel.EventLexicon;
import org.dcos.net.ipmi.sel.SelClock;
import org.dcos.net.ipmi.sel.SelEntries;
import org.dcos.net.ipmi.sel.SelInfo;
import org.dcos.net.ipmi.sel.SelRecord;
import org.dcos.net.ipmi.sel.SelTimestamp;
import org.dcos.net.ipmi.sel.SystemEvent;
import org.dcos.net.ipmi.sol.SolPacket;
import org.dcos.net.ipmi.sol.SolPayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every decoder against mutations of real input and random bytes, from a fixed seed: it returns or throws
 * {@link MalformedIpmiMessage}, and nothing else.
 */
class DecoderFuzzTest {

    private static final int CASES = 4_000;

    private interface Decoder {
        Object decode(byte[] input) throws IOException;
    }

    private static final SessionKeys KEYS = RakpKeys.sessionKeys(CipherSuite.SUITE_17, new byte[] {1, 2, 3});

    private static final Map<String, Decoder> DECODERS = Map.ofEntries(
            Map.entry("frame kind", FrameKind::of), Map.entry("presence", Presence::decode),
            Map.entry("session header", SessionHeader::decode),
            Map.entry("packet outside of a session", frame -> SessionPacket.decode(frame, SessionKeys.NONE)),
            Map.entry("packet of a session", frame -> SessionPacket.decode(frame, KEYS)),
            Map.entry("v1.5 packet", SessionlessPacket::decode), Map.entry("message", IpmiLanMessage::decode),
            Map.entry("open session request", OpenSessionRequest::decode),
            Map.entry("open session response", OpenSessionResponse::decode), Map.entry("rakp 1", Rakp1::decode),
            Map.entry("rakp 2", Rakp2::decode), Map.entry("rakp 3", Rakp3::decode),
            Map.entry("rakp 4", Rakp4::decode),
            Map.entry("sdr", DecoderFuzzTest::sdr), Map.entry("fru", Fru::decode),
            Map.entry("device id", new DeviceId.Get()::decode), Map.entry("guid", new IpmiGuid.GetSystem()::decode),
            Map.entry("channel", new ChannelAuthentication.Get(1, PrivilegeLevel.USER)::decode),
            Map.entry("suites", input -> CipherSuiteList.suites(new CipherSuiteList.Get(1, 0).decode(input).records())),
            Map.entry("privilege", new SetSessionPrivilege(PrivilegeLevel.USER)::decode),
            Map.entry("chassis", new ChassisStatus.Get()::decode), Map.entry("boot flags", BootFlags::decode),
            Map.entry("boot option", new GetBootOption(5)::decode),
            Map.entry("sdr info", new SdrRepository.GetInfo()::decode),
            Map.entry("sdr part", new SdrRepository.Get(false, 0, 0, 0, 255)::decode),
            Map.entry("sdr request", input -> SdrRepository.Get.of(true, input)),
            Map.entry("reading", new SensorReading.Get(1, 0)::decode),
            Map.entry("thresholds", new SensorThresholds.Get(1, 0)::decode),
            Map.entry("set thresholds", input -> SensorThresholds.Set.of(0, input)),
            Map.entry("factors", new SensorFactors.Get(1, 0, 0)::decode),
            Map.entry("fru info", new FruInventory.GetInfo(0)::decode),
            Map.entry("fru piece", new FruInventory.Read(0, 0, 1)::decode),
            Map.entry("fru request", FruInventory.Read::of),
            Map.entry("user access", new UserAccess.Get(1, 1)::decode),
            Map.entry("user name", new UserName.Get(1)::decode),
            Map.entry("channel info", new ChannelInfo.Get(1)::decode),
            Map.entry("channel access", new ChannelAccess.Get(1, ChannelAccess.Kept.PRESENT)::decode),
            Map.entry("lan parameter", new LanParameter.Get(1, LanParameter.MAC_ADDRESS)::decode),
            Map.entry("cipher privileges", input -> CipherPrivileges.decode(input, input, input).encode()),
            Map.entry("lan destination", input -> LanDestination.decode(input, input).whereTo()),
            Map.entry("alert policy", input -> AlertPolicy.decode(input).encode()),
            Map.entry("event filter", input -> EventFilter.decode(input).encode()),
            Map.entry("pef parameter", new PefParameter.Get(PefParameter.FILTER, 1)::decode),
            Map.entry("watchdog", input -> new Watchdog.Get().decode(input).encode()),
            Map.entry("power reading", new PowerReading.Get()::decode),
            Map.entry("power limit", new PowerLimit.Get()::decode),
            Map.entry("dcmi", new DcmiCapabilities.Get()::decode),
            Map.entry("sel info", new SelInfo.Get()::decode), Map.entry("sel time", new SelClock.Get()::decode),
            Map.entry("sel entry", new SelEntries.Get(1)::decode), Map.entry("sel record", DecoderFuzzTest::sel),
            Map.entry("memory module", MemoryModule::decode),
            Map.entry("sol packet", input -> SolPacket.decode(input).encode()),
            Map.entry("sol activation", new SolPayload.Activate()::decode),
            Map.entry("sol owner", new SolPayload.Owner()::decode));

    private static final List<byte[]> SEEDS = seeds();

    static Stream<String> decoders() {
        return DECODERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void decodes_or_refuses_whatever_comes(String name) throws IOException {
        Decoder decoder = DECODERS.get(name);
        var random = new Random(name.hashCode());
        int done = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] input = i % 4 == 0 ? randomBytes(random) : mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            input = i % 3 == 0 ? repaired(name, input) : input;
            try {
                assertThat(decoder.decode(input)).isNotNull();
                done++;
            } catch (MalformedIpmiMessage _) {
                done++;
            } catch (RuntimeException e) {
                throw new AssertionError("%s fails on %s".formatted(name, HexFormat.of().formatHex(input)),
                        e);
            }
        }
        assertThat(done).isEqualTo(CASES);
    }

    /** What is done with a record afterwards must not fail either. */
    private static Object sdr(byte[] input) throws MalformedIpmiMessage {
        var record = SdrRecord.decode(input);
        if (record instanceof CompactSensor compact) {
            return compact.unshared();
        }
        return record.encode();
    }

    /** Every entry has words. */
    private static Object sel(byte[] input) throws MalformedIpmiMessage {
        var sensors = TestRack.sensors().stream().map(IpmiSim.Sensor::record).toList();
        return new EventLexicon(sensors, List.of()).words(SelRecord.decode(input));
    }

    /** With checksums and AuthCode made right again, so that the decoder behind them is reached. */
    private static byte[] repaired(String name, byte[] input) {
        return switch (name) {
            case "fru" -> withSum(Arrays.copyOf(input, Math.max(input.length, 8)), 0, 8);
            case "message" -> {
                byte[] message = withSum(Arrays.copyOf(input, Math.max(input.length, 7)), 0, 3);
                yield withSum(message, 3, message.length);
            }
            case "packet of a session" -> sealed(input);
            default -> input;
        };
    }

    private static byte[] withSum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to - 1; i++) {
            sum += bytes[i];
        }
        bytes[to - 1] = (byte) -sum;
        return bytes;
    }

    /** An authentic packet whose encrypted part is the input: only the confidentiality layer can find fault. */
    private static byte[] sealed(byte[] input) {
        byte[] body = Arrays.copyOf(input, Math.max(32, input.length / 16 * 16));
        var plain = new SessionPacket(PayloadType.IPMI_MESSAGE, false, true, 1, 1, body);
        byte[] frame = plain.encode(KEYS);
        frame[5] |= (byte) SessionHeader.ENCRYPTED;
        int covered = frame.length - KEYS.integrity().authCodeLength();
        byte[] code = Crypto.ofThread().authCode(KEYS.integrity(), KEYS.k1(), frame, RmcpHeader.LENGTH, covered);
        System.arraycopy(code, 0, frame, covered, code.length);
        return frame;
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(120)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(20));
            }
        }
        return bytes;
    }

    /** Captured datagrams and what is in them, records, an inventory. */
    private static List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (String file : List.of(Capture.SUITE_3, Capture.SUITE_17)) {
            for (var datagram : Capture.read(file)) {
                seeds.add(datagram.bytes());
                seeds.add(Arrays.copyOfRange(datagram.bytes(), 14, datagram.bytes().length));
                seeds.add(Arrays.copyOfRange(datagram.bytes(), 16, datagram.bytes().length));
            }
        }
        TestRack.sensors().forEach(sensor -> seeds.add(sensor.record().encode()));
        TestRack.locators().forEach(locator -> seeds.add(locator.encode()));
        seeds.add(TestRack.fru().encode(512));
        seeds.add(new EventOnlySensor(9, 0x01, 0, 5, new Entity(0x22, 1), 0x0F, 0x6F, 2, "POST").encode());
        seeds.add(TestRack.fru().with(List.of(PowerSupplyRecord.ofMains(800), new FruRecord.Opaque(0xC0, new byte[9])))
                .encode(512));
        seeds.add(MemoryModule.encode(0x80, 0xCE, "M393A4K40DB3-CWE", 77));
        for (var sensor : TestRack.sensors()) {
            var common = sensor.record().common();
            seeds.add(new SystemEvent(1, SelTimestamp.NONE, common.owner(), common.lun(), 4, common.sensorType(),
                    common.number(), common.readingType(), 0x59, 0x40, 0x3F).encode());
        }
        seeds.add(new SelRecord.Timestamped(2, 0xC1, SelTimestamp.NONE, 674, new byte[6]).encode());
        seeds.add(Watchdog.of(Watchdog.Use.SMS_OS, Watchdog.Action.HARD_RESET, Duration.ofMinutes(1)).encode());
        seeds.add(new SolPacket(3, 2, 7, 0, new byte[20]).encode());
        seeds.add(SessionPacket.inSession(KEYS, PayloadType.IPMI_MESSAGE, 1, 1, new byte[9]).encode(KEYS));
        return seeds.stream().collect(Collectors.toUnmodifiableList());
    }
}
