package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dcos.net.ipmi.command.DeviceId;
import org.dcos.net.ipmi.command.FruInventory;
import org.dcos.net.ipmi.command.SdrRepository;
import org.dcos.net.ipmi.command.SensorFactors;
import org.dcos.net.ipmi.command.SensorReading;
import org.dcos.net.ipmi.peer.FakeBmc;
import org.dcos.net.ipmi.peer.FakeBmc.IpmiAnswer;
import org.dcos.net.ipmi.peer.TestRack;
import org.dcos.net.ipmi.sdr.AnalogFormat;
import org.dcos.net.ipmi.sdr.Linearization;
import org.dcos.net.ipmi.sdr.ReadingFactors;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.sdr.SensorBuilder;
import org.dcos.net.ipmi.sdr.SensorRecord;
import org.dcos.net.ipmi.sdr.SensorUnits;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The readers of whole repositories and inventories against BMCs with small buffers and other habits. */
@Timeout(20)
class ReadersTest {

    private static final int RESERVATION = 0x0101;

    private final List<byte[]> records = new ArrayList<>();
    private final AtomicInteger reservation = new AtomicInteger(RESERVATION);
    private FakeBmc fake;
    private IpmiClient client;
    private BmcConnection bmc;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeBmc();
        client = new IpmiClient(ClientOptions.defaults().withTimeouts(Duration.ofMillis(200), 3));
        bmc = client.connect(new BmcTarget(fake.address(),
                Credential.of(FakeBmc.USER, FakeBmc.PASSWORD.toCharArray()), BmcTarget.PREFERRED_SUITES,
                PrivilegeLevel.ADMINISTRATOR));
        TestRack.sensors().forEach(sensor -> records.add(sensor.record().encode()));
        TestRack.locators().forEach(locator -> records.add(locator.encode()));
        fake.on(Command.GET_SDR_REPOSITORY_INFO,
                _ -> IpmiAnswer.ok(new SdrRepository.Info(0x51, records.size(), 0xFFFF, 1, 2, 2).encode()));
        fake.on(Command.RESERVE_SDR_REPOSITORY, _ -> reserve());
        fake.on(Command.RESERVE_DEVICE_SDR_REPOSITORY, _ -> reserve());
        serveRecords(0xFF);
    }

    @AfterEach
    void stop() throws InterruptedException {
        bmc.close();
        client.close();
        fake.close();
    }

    @Test
    void whole_records_cost_a_message_each() throws Exception {
        SdrSnapshot snapshot = SdrReader.read(bmc);

        assertThat(names(snapshot)).isEqualTo(expectedNames());
        assertThat(snapshot.fruLocators()).hasSize(1);
        assertThat(snapshot.problems()).isEmpty();
        assertThat(fake.received(Command.GET_SDR)).hasSize(records.size());
    }

    @Test
    void small_buffers_are_found_out() throws Exception {
        serveRecords(22);

        SdrSnapshot snapshot = SdrReader.read(bmc);

        assertThat(names(snapshot)).isEqualTo(expectedNames());
        assertThat(fake.received(Command.GET_SDR).size()).isLessThan(records.size() * 7);
    }

    @Test
    void a_cancelled_reservation_is_renewed() throws Exception {
        serveRecords(22);
        var reads = new AtomicInteger();
        fake.on(Command.GET_SDR, data -> {
            if (reads.incrementAndGet() == 12) {
                reservation.incrementAndGet(); // another client has reserved
            }
            return sdr(data, 22);
        });

        SdrSnapshot snapshot = SdrReader.read(bmc);

        assertThat(names(snapshot)).isEqualTo(expectedNames());
        assertThat(snapshot.problems()).isEmpty();
    }

    @Test
    void a_bmc_that_cuts_answers_without_a_word_is_read_in_pieces() throws Exception {
        fake.on(Command.GET_SDR, data -> {
            var answer = sdr(data, 0xFF);
            return new IpmiAnswer(answer.completionCode(), Arrays.copyOf(answer.data(),
                    Math.min(answer.data().length, 34)));
        });

        assertThat(names(SdrReader.read(bmc))).isEqualTo(expectedNames());
    }

    @Test
    void a_bmc_without_a_repository_is_asked_for_its_device_records() throws Exception {
        fake.on(Command.GET_DEVICE_ID, _ -> IpmiAnswer.ok(
                new DeviceId(0x20, 1, true, false, 1, 0, 2, 0x01, 0, 0, new byte[0]).encode()));
        fake.on(Command.GET_DEVICE_SDR_INFO,
                _ -> IpmiAnswer.ok(new SdrRepository.DeviceInfo(records.size(), 0x01, 0).encode()));
        fake.on(Command.GET_DEVICE_SDR, data -> sdr(data, 0xFF));

        SdrSnapshot snapshot = SdrReader.read(bmc);

        assertThat(names(snapshot)).isEqualTo(expectedNames());
        assertThat(snapshot.stamp().device()).isTrue();
    }

    @Test
    void a_list_that_runs_in_a_circle_ends() throws Exception {
        fake.on(Command.GET_SDR, data -> IpmiAnswer.ok(new SdrRepository.Part(data[2] & 0xFF ^ 1,
                records.getFirst()).encode()));

        SdrSnapshot snapshot = SdrReader.read(bmc);

        assertThat(snapshot.records()).hasSize(2);
        assertThat(snapshot.problems()).hasSize(1).first().asString().contains("leads back");
    }

    @Test
    void a_malformed_record_is_kept_and_told() throws Exception {
        records.add(new byte[] {9, 0, 0x51, 1, 3, 1, 2, 3}); // a full sensor record of three bytes

        SdrSnapshot snapshot = SdrReader.read(bmc);

        assertThat(snapshot.records()).hasSize(records.size());
        assertThat(snapshot.problems()).hasSize(1);
        assertThat(names(snapshot)).isEqualTo(expectedNames());
    }

    @Test
    void changed_records_are_read_again() throws Exception {
        SdrSnapshot known = SdrReader.read(bmc);
        records.removeLast();

        assertThat(SdrReader.refresh(bmc, known).records()).hasSize(records.size());
    }

    @Test
    void factors_of_a_non_linear_sensor_are_asked_once_per_reading() throws Exception {
        SensorRecord sensor = new SensorBuilder("Exhaust", 1, 0x01)
                .units(SensorUnits.of(AnalogFormat.UNSIGNED, SensorUnits.DEGREES_C))
                .linearization(Linearization.NON_LINEAR).full();
        fake.on(Command.GET_SENSOR_READING, _ -> IpmiAnswer.ok(SensorReading.available(40, 0).encode()));
        fake.on(Command.GET_SENSOR_READING_FACTORS,
                data -> IpmiAnswer.ok(new SensorFactors(0, ReadingFactors.of(data[1], 5, 0, -1)).encode()));
        var reader = new SensorReader(snapshotOf(sensor));

        assertThat(reader.readAll(bmc).getFirst().value()).hasValue(160.5); // (40 * 40 + 5) / 10
        reader.readAll(bmc);

        assertThat(fake.received(Command.GET_SENSOR_READING_FACTORS)).hasSize(1);
    }

    @Test
    void sensors_that_cannot_be_read_are_listed_with_the_reason() throws Exception {
        var absent = new SensorBuilder("Absent", 1, 0x01).full();
        var gone = new SensorBuilder("Gone", 2, 0x01).full();
        var asleep = new SensorBuilder("Asleep", 3, 0x01).full();
        fake.on(Command.GET_SENSOR_READING, data -> switch (data[0]) {
            case 1 -> IpmiAnswer.ok(SensorReading.unavailable().encode());
            case 2 -> IpmiAnswer.refuse(CompletionCode.NOT_PRESENT);
            default -> IpmiAnswer.ok(new byte[] {7, 0, 0});
        });

        var values = new SensorReader(snapshotOf(absent, gone, asleep)).readAll(bmc);

        assertThat(values).extracting(SensorValue::status).containsExactly(SensorValue.Status.UNAVAILABLE,
                SensorValue.Status.REFUSED, SensorValue.Status.NOT_SCANNED);
        assertThat(values).allSatisfy(value -> assertThat(value.value()).isEmpty());
    }

    @Test
    void crossed_thresholds_give_the_severity() throws Exception {
        var hot = new SensorBuilder("Hot", 1, 0x01).threshold(Threshold.UPPER_NON_CRITICAL, 80)
                .threshold(Threshold.UPPER_CRITICAL, 90).full();
        fake.on(Command.GET_SENSOR_READING, _ -> IpmiAnswer.ok(SensorReading.available(97, 0x18).encode()));

        var value = new SensorReader(snapshotOf(hot)).readAll(bmc).getFirst();

        assertThat(value.severity()).isEqualTo(SensorValue.Severity.CRITICAL);
        assertThat(value.crossed()).containsExactlyInAnyOrder(Threshold.UPPER_NON_CRITICAL, Threshold.UPPER_CRITICAL);
    }

    @Test
    void an_inventory_is_read_by_words_and_in_small_pieces() throws Exception {
        byte[] inventory = TestRack.fru().encode(512);
        fake.on(Command.GET_FRU_INVENTORY_AREA_INFO, _ -> IpmiAnswer.ok(new FruInventory.Info(512, true).encode()));
        fake.on(Command.READ_FRU_DATA, data -> fru(data, inventory, 2, 16));

        assertThat(FruReader.read(bmc)).isEqualTo(TestRack.fru());
    }

    @Test
    void only_as_much_of_an_inventory_is_read_as_its_areas_need() throws Exception {
        byte[] inventory = TestRack.fru().encode(2048);
        fake.on(Command.GET_FRU_INVENTORY_AREA_INFO, _ -> IpmiAnswer.ok(new FruInventory.Info(2048, false).encode()));
        fake.on(Command.READ_FRU_DATA, data -> fru(data, inventory, 1, 64));

        assertThat(FruReader.read(bmc)).isEqualTo(TestRack.fru());
        assertThat(fake.received(Command.READ_FRU_DATA).size()).isLessThanOrEqualTo(5);
    }

    @Test
    void an_inventory_without_a_header_is_a_violation() {
        fake.on(Command.GET_FRU_INVENTORY_AREA_INFO, _ -> IpmiAnswer.ok(new FruInventory.Info(64, false).encode()));
        fake.on(Command.READ_FRU_DATA, data -> fru(data, new byte[64], 1, 64));

        assertThatThrownBy(() -> FruReader.read(bmc)).isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("common header");
    }

    private IpmiAnswer reserve() {
        return IpmiAnswer.ok((byte) reservation.get(), (byte) (reservation.get() >> 8));
    }

    private void serveRecords(int most) {
        fake.on(Command.GET_SDR, data -> sdr(data, most));
    }

    /** As a BMC that returns at most so many bytes at once, and wants a reservation for parts. */
    private IpmiAnswer sdr(byte[] data, int most) {
        SdrRepository.Get get;
        try {
            get = SdrRepository.Get.of(false, data);
        } catch (MalformedIpmiMessage _) {
            return IpmiAnswer.refuse(CompletionCode.REQUEST_LENGTH_INVALID);
        }
        if (get.recordId() >= records.size()) {
            return IpmiAnswer.refuse(CompletionCode.NOT_PRESENT);
        }
        byte[] record = records.get(get.recordId());
        int count = Math.min(get.count(), record.length - get.offset());
        if (get.offset() > 0 && get.reservation() != reservation.get()) {
            return IpmiAnswer.refuse(CompletionCode.RESERVATION_LOST);
        }
        if (count > most) {
            return IpmiAnswer.refuse(CompletionCode.TOO_MANY_BYTES_REQUESTED);
        }
        int next = get.recordId() + 1 == records.size() ? SdrRepository.NO_MORE_RECORDS : get.recordId() + 1;
        return IpmiAnswer.ok(new SdrRepository.Part(next, Arrays.copyOfRange(record, get.offset(),
                get.offset() + count)).encode());
    }

    private static IpmiAnswer fru(byte[] data, byte[] inventory, int unit, int most) {
        var in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int offset = in.getShort(1) * unit;
        int count = (in.get(3) & 0xFF) * unit;
        if (count > most) {
            return IpmiAnswer.refuse(CompletionCode.TOO_MANY_BYTES_REQUESTED);
        }
        byte[] piece = Arrays.copyOfRange(inventory, offset, Math.min(offset + count, inventory.length));
        return IpmiAnswer.ok(new FruInventory.Piece(piece.length / unit, piece).encode());
    }

    private static SdrSnapshot snapshotOf(SensorRecord... sensors) {
        return new SdrSnapshot(new SdrSnapshot.Stamp(false, sensors.length, 0), List.<SdrRecord>of(sensors),
                List.of());
    }

    private static List<String> names(SdrSnapshot snapshot) {
        return snapshot.sensors().stream().map(SensorRecord::name).toList();
    }

    private static List<String> expectedNames() {
        return TestRack.sensors().stream().map(sensor -> sensor.record().name()).toList();
    }
}
