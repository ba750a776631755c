package org.dcos.tests.fuzz.decoder;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

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
import org.dcos.net.ipmi.fru.MemoryModule;
import org.dcos.net.ipmi.lan.CipherPrivileges;
import org.dcos.net.ipmi.lan.LanParameter;
import org.dcos.net.ipmi.sdr.CompactSensor;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.sel.EventLexicon;
import org.dcos.net.ipmi.sel.SelClock;
import org.dcos.net.ipmi.sel.SelEntries;
import org.dcos.net.ipmi.sel.SelInfo;
import org.dcos.net.ipmi.sel.SelRecord;
import org.dcos.net.ipmi.sol.SolPacket;
import org.dcos.net.ipmi.sol.SolPayload;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.OpenSessionRequest;
import org.dcos.net.ipmi.wire.OpenSessionResponse;
import org.dcos.net.ipmi.wire.PayloadType;
import org.dcos.net.ipmi.wire.Presence;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rakp2;
import org.dcos.net.ipmi.wire.Rakp3;
import org.dcos.net.ipmi.wire.Rakp4;
import org.dcos.net.ipmi.wire.RakpKeys;
import org.dcos.net.ipmi.wire.SessionHeader;
import org.dcos.net.ipmi.wire.SessionKeys;
import org.dcos.net.ipmi.wire.SessionPacket;
import org.dcos.net.ipmi.wire.SessionlessPacket;

/** What BMCs send: packets, answers to every command, records. */
final class IpmiTargets {

    private static final SessionKeys KEYS = RakpKeys.sessionKeys(CipherSuite.SUITE_17, new byte[] {1, 2, 3});
    private static final EventLexicon LEXICON = new EventLexicon(List.of(), List.of());
    private static final int SESSION_HEADER = 16;
    private static final int MOST_PAYLOAD = 1_000;
    private static final int SUMMED_HEAD = 3;
    private static final int SHORTEST_MESSAGE = 7;
    private static final int FRU_HEADER = 8;
    private static final int RAW_VALUES = 256;
    private static final int RAW_STEP = 51;

    private interface Decoder {
        Object decode(byte[] input) throws IOException;
    }

    private static final List<Decoder> PACKETS = List.of(FrameKind::of, Presence::decode, SessionHeader::decode,
            SessionlessPacket::decode, input -> SessionPacket.decode(input, SessionKeys.NONE),
            input -> SessionPacket.decode(input, KEYS));

    private static final List<Decoder> PAYLOADS = List.of(IpmiLanMessage::decode, OpenSessionRequest::decode,
            OpenSessionResponse::decode, Rakp1::decode, Rakp2::decode, Rakp3::decode, Rakp4::decode);

    private static final List<Decoder> ANSWERS = List.of(new DeviceId.Get()::decode,
            new IpmiGuid.GetSystem()::decode, new ChannelAuthentication.Get(1, PrivilegeLevel.USER)::decode,
            input -> CipherSuiteList.suites(new CipherSuiteList.Get(1, 0).decode(input).records()),
            new SetSessionPrivilege(PrivilegeLevel.USER)::decode, new ChassisStatus.Get()::decode, BootFlags::decode,
            new GetBootOption(5)::decode, new SdrRepository.GetInfo()::decode,
            new SdrRepository.Get(false, 0, 0, 0, 255)::decode, input -> SdrRepository.Get.of(true, input),
            new SensorReading.Get(1, 0)::decode, new SensorThresholds.Get(1, 0)::decode,
            input -> SensorThresholds.Set.of(0, input), new SensorFactors.Get(1, 0, 0)::decode,
            new FruInventory.GetInfo(0)::decode, new FruInventory.Read(0, 0, 1)::decode, FruInventory.Read::of,
            new UserAccess.Get(1, 1)::decode, new UserName.Get(1)::decode, new ChannelInfo.Get(1)::decode,
            new ChannelAccess.Get(1, ChannelAccess.Kept.PRESENT)::decode,
            new LanParameter.Get(1, LanParameter.MAC_ADDRESS)::decode,
            input -> CipherPrivileges.decode(input, input, input).encode(),
            input -> LanDestination.decode(input, input).whereTo(), input -> AlertPolicy.decode(input).encode(),
            input -> EventFilter.decode(input).encode(), new PefParameter.Get(PefParameter.FILTER, 1)::decode,
            input -> new Watchdog.Get().decode(input).encode(), new PowerReading.Get()::decode,
            new PowerLimit.Get()::decode, new DcmiCapabilities.Get()::decode, new SelInfo.Get()::decode,
            new SelClock.Get()::decode, new SelEntries.Get(1)::decode);

    private IpmiTargets() {}

    private static void all(List<Decoder> decoders, byte[] input) throws IOException {
        for (Decoder decoder : decoders) {
            try {
                if (decoder.decode(input) == null) {
                    throw new IllegalStateException("decoded to nothing");
                }
            } catch (MalformedIpmiMessage _) { // refused, as it should be
            }
        }
    }

    /** Also what stands behind the header of a session, with its sums put right; and sealed by us. */
    static void packets(byte[] input) throws IOException {
        all(PACKETS, input);
        byte[] payload = input.length > SESSION_HEADER ? Arrays.copyOfRange(input, SESSION_HEADER, input.length)
                : input;
        all(PAYLOADS, payload);
        all(PAYLOADS, withMessageSums(payload));
        if (payload.length < MOST_PAYLOAD) {
            byte[] sealed = SessionPacket.inSession(KEYS, PayloadType.IPMI_MESSAGE, 1, 1, payload).encode(KEYS);
            if (!Arrays.equals(SessionPacket.decode(sealed, KEYS).payload(), payload)) {
                throw new IllegalStateException("sealed and opened it is another payload");
            }
        }
    }

    static void answers(byte[] input) throws IOException {
        all(ANSWERS, input);
    }

    static void sdr(byte[] input) throws IOException {
        all(List.of(IpmiTargets::sensor), input);
    }

    private static Object sensor(byte[] input) throws IOException {
        SdrRecord record = SdrRecord.decode(input);
        if (record instanceof CompactSensor compact) {
            return compact.unshared();
        }
        if (record instanceof FullSensor full) {
            for (int raw = 0; raw < RAW_VALUES; raw += RAW_STEP) {
                full.conversion().value(raw);
            }
        }
        return SdrRecord.decode(record.encode());
    }

    /** Also with the sum of its header put right. */
    static void fru(byte[] input) throws IOException {
        all(List.of(Fru::decode, MemoryModule::decode), input);
        if (input.length >= FRU_HEADER) {
            byte[] summed = input.clone();
            sum(summed, 0, FRU_HEADER);
            all(List.of(whole -> Fru.decode(whole).serialNumber()), summed);
        }
    }

    static void sel(byte[] input) throws IOException {
        all(List.of(IpmiTargets::entry), input);
    }

    private static Object entry(byte[] input) throws IOException {
        SelRecord entry = SelRecord.decode(input);
        byte[] written = entry.encode();
        if (!Arrays.equals(written, Arrays.copyOf(input, written.length))) {
            throw new IllegalStateException("written again it is another entry");
        }
        return LEXICON.words(entry);
    }

    static void sol(byte[] input) throws IOException {
        all(List.of(packet -> SolPacket.decode(packet).encode(), new SolPayload.Activate()::decode,
                new SolPayload.Owner()::decode), input);
    }

    private static byte[] withMessageSums(byte[] payload) {
        byte[] message = Arrays.copyOf(payload, Math.max(payload.length, SHORTEST_MESSAGE));
        sum(message, 0, SUMMED_HEAD);
        sum(message, SUMMED_HEAD, message.length);
        return message;
    }

    /** Puts the two's complement of what stands before into the last place. */
    private static void sum(byte[] bytes, int from, int to) {
        byte sum = 0;
        for (int i = from; i < to - 1; i++) {
            sum += bytes[i];
        }
        bytes[to - 1] = (byte) -sum;
    }
}
