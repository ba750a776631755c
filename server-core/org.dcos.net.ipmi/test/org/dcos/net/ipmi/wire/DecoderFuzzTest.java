package org.dcos.net.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.sdr.CompactSensor;
import org.dcos.net.ipmi.sdr.SdrRecord;
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
            Map.entry("fru request", FruInventory.Read::of));

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
        seeds.add(SessionPacket.inSession(KEYS, PayloadType.IPMI_MESSAGE, 1, 1, new byte[9]).encode(KEYS));
        return seeds.stream().collect(Collectors.toUnmodifiableList());
    }
}
