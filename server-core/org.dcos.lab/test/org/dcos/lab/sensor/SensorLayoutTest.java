package org.dcos.lab.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.dcos.lab.plan.HardwareModel;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SensorLayoutTest {

    @ParameterizedTest
    @EnumSource(HardwareModel.class)
    void every_record_decodes_to_what_it_was_made_from(HardwareModel hardware) throws MalformedIpmiMessage {
        var layout = SensorLayout.of(hardware);

        for (LabSensor sensor : LabSensor.values()) {
            assertThat(SdrRecord.decode(layout.encodedRecord(sensor.number() - 1))).isEqualTo(layout.record(sensor));
        }
    }

    @ParameterizedTest
    @EnumSource(HardwareModel.class)
    void the_record_with_id_n_is_the_one_at_n_minus_one(HardwareModel hardware) throws MalformedIpmiMessage {
        var layout = SensorLayout.of(hardware);

        for (int i = 0; i < layout.recordCount(); i++) {
            assertThat(SdrRecord.decode(layout.encodedRecord(i)).recordId()).isEqualTo(i + 1);
        }
    }
}
