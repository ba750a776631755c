package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.SENSOR_EVENT;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.ReadingFactors;
import org.dcos.net.ipmi.sdr.SensorCommon;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.ipmi.wire.CompletionCode;

/** Sensor device commands (IPMI v2.0 r1.1 §35). */
final class SensorCommands {

    /** §35.14 byte 3: event messages and scanning enabled. */
    private static final int ENABLED = 0xC0;
    private static final int UNAVAILABLE = 0x20;
    /** §35.14 bytes 4 and 5: reserved bits are returned as 1. */
    private static final int RESERVED_IN_THRESHOLDS = 0xC0;
    private static final int RESERVED_IN_STATES = 0x80;

    static void addTo(CommandTable table) {
        table.add(SENSOR_EVENT, 0x23, USER, SensorCommands::factors)
                .add(SENSOR_EVENT, 0x24, OPERATOR, SensorCommands::setHysteresis)
                .add(SENSOR_EVENT, 0x25, USER, SensorCommands::hysteresis)
                .add(SENSOR_EVENT, 0x26, OPERATOR, SensorCommands::setThresholds)
                .add(SENSOR_EVENT, 0x27, USER, SensorCommands::thresholds)
                .add(SENSOR_EVENT, 0x28, OPERATOR, SensorCommands::setEventEnable)
                .add(SENSOR_EVENT, 0x29, USER, SensorCommands::eventEnable)
                .add(SENSOR_EVENT, 0x2A, OPERATOR, SensorCommands::rearm)
                .add(SENSOR_EVENT, 0x2B, USER, SensorCommands::eventStatus)
                .add(SENSOR_EVENT, 0x2D, USER, SensorCommands::reading)
                .add(SENSOR_EVENT, 0x2F, USER, SensorCommands::type);
    }

    /** @throws Refused with CBh when there is no such sensor */
    private static LabSensor sensor(Request request) throws Refused {
        return LabSensor.ofNumber(request.at(0)).orElseThrow(() -> new Refused(CompletionCode.NOT_PRESENT));
    }

    /** §35.14: reading, flags, comparison or states. */
    private static byte[] reading(Bmc bmc, Request request) throws Refused {
        LabSensor sensor = sensor(request);
        SensorBank.Reading reading = bmc.sensors().read(sensor, bmc.epochMillis(), bmc.isOn());
        int flags = ENABLED | (reading.available() ? 0 : UNAVAILABLE);
        return sensor.kind().isDiscrete()
                ? Reply.of(0, flags, reading.states(), reading.states() >> 8 | RESERVED_IN_STATES)
                : Reply.of(reading.raw(), flags, reading.states() | RESERVED_IN_THRESHOLDS);
    }

    /** §35.5: next reading, the factors. All sensors here are linear: the factors hold for every reading. */
    private static byte[] factors(Bmc bmc, Request request) throws Refused {
        FullSensor analog = bmc.sensors().analog(sensor(request));
        var encoded = ByteBuffer.allocate(ReadingFactors.LENGTH);
        analog.factors().encode(encoded);
        return new Reply().add(Math.min(request.at(1) + 1, 0xFF)).add(encoded.array()).data();
    }

    /** §35.7. */
    private static byte[] hysteresis(Bmc bmc, Request request) throws Refused {
        LabSensor sensor = sensor(request);
        return bmc.sensors().hysteresis(sensor, bmc.sensors().analog(sensor));
    }

    /** §35.6. */
    private static byte[] setHysteresis(Bmc bmc, Request request) throws Refused {
        LabSensor sensor = sensor(request);
        bmc.sensors().analog(sensor);
        bmc.sensors().setHysteresis(sensor, request.at(2), request.at(3));
        return Reply.EMPTY;
    }

    /** §35.9: mask of the readable ones, then all six. */
    private static byte[] thresholds(Bmc bmc, Request request) throws Refused {
        LabSensor sensor = sensor(request);
        FullSensor analog = bmc.sensors().analog(sensor);
        return new Reply().add(Threshold.mask(analog.common().readableThresholds()))
                .add(bmc.sensors().thresholds(sensor, analog)).data();
    }

    /** §35.8: mask of those to be set, then all six. */
    private static byte[] setThresholds(Bmc bmc, Request request) throws Refused {
        LabSensor sensor = sensor(request);
        FullSensor analog = bmc.sensors().analog(sensor);
        request.needAtLeast(2 + Threshold.values().length);
        int mask = request.at(1);
        if ((mask & ~Threshold.mask(analog.common().settableThresholds())) != 0) {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        bmc.sensors().setThresholds(sensor, analog, mask, request.from(2));
        return Reply.EMPTY;
    }

    /** §35.11: flags, assertion and deassertion events that are enabled. */
    private static byte[] eventEnable(Bmc bmc, Request request) throws Refused {
        SensorCommon common = bmc.sensors().description(sensor(request));
        int events = eventMask(common);
        return bmc.settings().eventEnables(request.at(0))
                .orElseGet(() -> new Reply().add(ENABLED).word(events).word(events).data());
    }

    /** §35.10; only remembered. */
    private static byte[] setEventEnable(Bmc bmc, Request request) throws Refused {
        sensor(request);
        byte[] enables = Arrays.copyOf(request.from(1), 5);
        enables[0] = (byte) (enables[0] & ENABLED);
        bmc.settings().setEventEnables(request.at(0), enables);
        return Reply.EMPTY;
    }

    /** §35.12: events rearm by themselves here. */
    private static byte[] rearm(Bmc bmc, Request request) throws Refused {
        sensor(request);
        return Reply.EMPTY;
    }

    /** §35.13: flags, asserted events; deasserted ones are not kept. */
    private static byte[] eventStatus(Bmc bmc, Request request) throws Refused {
        LabSensor sensor = sensor(request);
        SensorBank.Reading reading = bmc.sensors().read(sensor, bmc.epochMillis(), bmc.isOn());
        int flags = ENABLED | (reading.available() ? 0 : UNAVAILABLE);
        return new Reply().add(flags).word(bmc.sensors().events(sensor, reading)).word(0).data();
    }

    /** §35.16: sensor type, event/reading type. */
    private static byte[] type(Bmc bmc, Request request) throws Refused {
        SensorCommon common = bmc.sensors().description(sensor(request));
        return Reply.of(common.sensorType(), common.readingType());
    }

    /** For threshold sensors the upper bits of the mask say something else (§43.1 bytes 15 and 16). */
    private static int eventMask(SensorCommon common) {
        return common.assertionMask() & (common.isThreshold() ? 0x0FFF : 0x7FFF);
    }

    private SensorCommands() {}
}
