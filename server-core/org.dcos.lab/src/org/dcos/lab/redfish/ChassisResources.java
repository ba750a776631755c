package org.dcos.lab.redfish;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dcos.lab.bmc.SharedBmc;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.lab.sensor.LabSensor.Kind;
import org.dcos.net.ipmi.sdr.Threshold;
import org.dcos.net.redfish.json.Json;

/** The box: light, supplies, fans, and all sensors, in the old style or the new one (schema Chassis). */
final class ChassisResources implements Resources {

    private static final String COLLECTION = ROOT + "/Chassis";
    private static final String SENSORS = CHASSIS + "/Sensors";
    private static final String FANS = CHASSIS + "/ThermalSubsystem/Fans";
    private static final String SUPPLIES = CHASSIS + "/PowerSubsystem/PowerSupplies";
    private static final int SUPPLY_COUNT = 2;
    private static final int FAN_COUNT = 4;

    private final SharedBmc bmc;
    private final Dialect dialect;

    ChassisResources(SharedBmc bmc, Dialect dialect) {
        this.bmc = bmc;
        this.dialect = dialect;
    }

    @Override
    public Optional<Route> route(String path) {
        if (path.equals(COLLECTION)) {
            return Optional.of(Route.read(() -> Node.collection("ChassisCollection", COLLECTION, "Chassis",
                    List.of(CHASSIS))));
        }
        if (path.equals(CHASSIS)) {
            return Optional.of(Route.read(this::chassis).with("PATCH", (call, _) -> change(call.body())));
        }
        return dialect.modern() ? modern(path) : old(path);
    }

    private Node chassis() {
        Node node = Node.resource("Chassis.v1_17_0.Chassis", CHASSIS, "Chassis").put("ChassisType", "RackMount")
                .put("Manufacturer", bmc.fru().manufacturer()).put("Model", bmc.fru().model())
                .put("SerialNumber", bmc.fru().serial()).put("AssetTag", bmc.fru().assetTag())
                .put("PowerState", bmc.isOn() ? "On" : "Off").status("Enabled", "OK");
        if (dialect.modern()) {
            node.put("LocationIndicatorActive", bmc.isLit()).putLink("Sensors", SENSORS)
                    .putLink("ThermalSubsystem", CHASSIS + "/ThermalSubsystem")
                    .putLink("PowerSubsystem", CHASSIS + "/PowerSubsystem");
        } else {
            node.put("IndicatorLED", bmc.isLit() ? "Blinking" : "Off").putLink("Thermal", CHASSIS + "/Thermal")
                    .putLink("Power", CHASSIS + "/Power");
        }
        return node.put("Links", new Node().put("ComputerSystems", List.of(Node.link(SYSTEM)))
                .put("ManagedBy", List.of(Node.link(MANAGER))));
    }

    private Answer change(Json body) throws Refusal {
        for (String name : body.names()) {
            if (name.equals("LocationIndicatorActive") && dialect.modern()) {
                bmc.light(body.flag(name).orElseThrow(() -> Refusal.value(body.textOrEmpty(name), name)));
            } else if (name.equals("IndicatorLED") && !dialect.modern()) {
                bmc.light(!body.textOrEmpty(name).equals("Off"));
            } else {
                throw chassis().fields().containsKey(name) ? Refusal.notWritable(name) : Refusal.unknown(name);
            }
        }
        return Answer.ok(chassis());
    }

    // ---- old style ------------------------------------------------------------------------------------------------

    private Optional<Route> old(String path) {
        return switch (path) {
            case CHASSIS + "/Thermal" -> Optional.of(Route.read(this::thermal));
            case CHASSIS + "/Power" -> Optional.of(Route.read(this::power));
            default -> Optional.empty();
        };
    }

    private Node thermal() {
        String path = CHASSIS + "/Thermal";
        return Node.resource("Thermal.v1_6_2.Thermal", path, "Thermal")
                .put("Temperatures", indexed(path + "#/Temperatures", of(Kind.TEMPERATURE), "ReadingCelsius"))
                .put("Fans", indexed(path + "#/Fans", of(Kind.FAN), "Reading").stream()
                        .map(fan -> fan.put("ReadingUnits", "RPM")).toList());
    }

    private Node power() {
        String path = CHASSIS + "/Power";
        double watts = bmc.read(LabSensor.PSU1_POWER).orElse(0) + bmc.read(LabSensor.PSU2_POWER).orElse(0);
        return Node.resource("Power.v1_7_0.Power", path, "Power")
                .put("PowerControl", List.of(Node.link(path + "#/PowerControl/0").put("MemberId", "0")
                        .put("Name", "System Power").put("PowerConsumedWatts", OptionalDouble.of(watts))
                        .put("PowerCapacityWatts", bmc.server().hardware().supplyWatts())))
                .put("Voltages", indexed(path + "#/Voltages", of(Kind.VOLTAGE), "ReadingVolts"))
                .put("PowerSupplies", List.of(
                        supply(Node.link(path + "#/PowerSupplies/0").put("MemberId", "0").put("Name", "PSU1"), 1),
                        supply(Node.link(path + "#/PowerSupplies/1").put("MemberId", "1").put("Name", "PSU2"), 2)));
    }

    private List<Node> indexed(String path, List<LabSensor> sensors, String reading) {
        return sensors.stream().map(sensor -> {
            int index = sensors.indexOf(sensor);
            return limits(Node.link("%s/%d".formatted(path, index)).put("MemberId", "%d".formatted(index))
                    .put("Name", sensor.displayName()).put("SensorNumber", sensor.number())
                    .put(reading, bmc.read(sensor)), sensor).put("Status", state(sensor));
        }).toList();
    }

    private Node limits(Node node, LabSensor sensor) {
        return node.putIfPresent("LowerThresholdNonCritical", bmc.threshold(sensor, Threshold.LOWER_NON_CRITICAL))
                .putIfPresent("LowerThresholdCritical", bmc.threshold(sensor, Threshold.LOWER_CRITICAL))
                .putIfPresent("LowerThresholdFatal", bmc.threshold(sensor, Threshold.LOWER_NON_RECOVERABLE))
                .putIfPresent("UpperThresholdNonCritical", bmc.threshold(sensor, Threshold.UPPER_NON_CRITICAL))
                .putIfPresent("UpperThresholdCritical", bmc.threshold(sensor, Threshold.UPPER_CRITICAL))
                .putIfPresent("UpperThresholdFatal", bmc.threshold(sensor, Threshold.UPPER_NON_RECOVERABLE));
    }

    // ---- new style ------------------------------------------------------------------------------------------------

    private Optional<Route> modern(String path) {
        return Optional.ofNullable(switch (path) {
            case SENSORS -> Route.read(() -> Node.collection("SensorCollection", SENSORS, "Sensors",
                    analog().map(ChassisResources::path).toList()));
            case CHASSIS + "/ThermalSubsystem" -> Route.read(() -> Node.resource(
                    "ThermalSubsystem.v1_0_0.ThermalSubsystem", path, "Thermal Subsystem").putLink("Fans", FANS));
            case FANS -> Route.read(() -> numbered("FanCollection", FANS, FAN_COUNT));
            case CHASSIS + "/PowerSubsystem" -> Route.read(() -> Node.resource(
                    "PowerSubsystem.v1_0_0.PowerSubsystem", path, "Power Subsystem")
                    .putLink("PowerSupplies", SUPPLIES));
            case SUPPLIES -> Route.read(() -> numbered("PowerSupplyCollection", SUPPLIES, SUPPLY_COUNT));
            default -> member(path);
        });
    }

    private Route member(String path) {
        Optional<LabSensor> sensor = analog().filter(each -> path(each).equals(path)).findFirst();
        Optional<Integer> fan = SystemResources.number(path, FANS + "/", FAN_COUNT);
        Optional<Integer> supply = SystemResources.number(path, SUPPLIES + "/", SUPPLY_COUNT);
        return sensor.map(each -> Route.read(() -> sensor(each)))
                .or(() -> fan.map(number -> Route.read(() -> Node.resource("Fan.v1_0_0.Fan", path, "FAN" + number)
                        .put("Model", "Counter-rotating").status("Enabled", "OK"))))
                .or(() -> supply.map(number -> Route.read(() -> supply(Node.resource(
                        "PowerSupply.v1_1_0.PowerSupply", path, "PSU" + number), number))))
                .orElse(null);
    }

    private static Node numbered(String type, String path, int count) {
        return Node.collection(type, path, path.substring(path.lastIndexOf('/') + 1),
                IntStream.rangeClosed(1, count).mapToObj(number -> path + "/" + number).toList());
    }

    private Node sensor(LabSensor sensor) {
        String type = switch (sensor.kind()) {
            case TEMPERATURE -> "Temperature";
            case FAN -> "Rotational";
            case VOLTAGE -> "Voltage";
            case POWER -> "Power";
            case SUPPLY_STATUS, DRIVE_STATUS -> throw new IllegalArgumentException(sensor.displayName());
        };
        String unit = switch (sensor.kind()) {
            case TEMPERATURE -> "Cel";
            case FAN -> "RPM";
            case VOLTAGE -> "V";
            case POWER -> "W";
            case SUPPLY_STATUS, DRIVE_STATUS -> throw new IllegalArgumentException(sensor.displayName());
        };
        Node limits = new Node();
        limit(limits, "LowerCaution", bmc.threshold(sensor, Threshold.LOWER_NON_CRITICAL));
        limit(limits, "LowerCritical", bmc.threshold(sensor, Threshold.LOWER_CRITICAL));
        limit(limits, "LowerFatal", bmc.threshold(sensor, Threshold.LOWER_NON_RECOVERABLE));
        limit(limits, "UpperCaution", bmc.threshold(sensor, Threshold.UPPER_NON_CRITICAL));
        limit(limits, "UpperCritical", bmc.threshold(sensor, Threshold.UPPER_CRITICAL));
        limit(limits, "UpperFatal", bmc.threshold(sensor, Threshold.UPPER_NON_RECOVERABLE));
        return Node.resource("Sensor.v1_2_0.Sensor", path(sensor), sensor.displayName()).put("ReadingType", type)
                .put("Reading", bmc.read(sensor)).put("ReadingUnits", unit).put("Thresholds", limits)
                .put("Status", state(sensor));
    }

    private static void limit(Node limits, String name, OptionalDouble value) {
        if (value.isPresent()) {
            limits.put(name, new Node().put("Reading", value));
        }
    }

    // ---- both -----------------------------------------------------------------------------------------------------

    /** Power supply states (IPMI v2.0 r1.1 table 42-3, type 08h): present, failure, predictive failure, input lost. */
    private Node supply(Node node, int number) {
        LabSensor status = number == 1 ? LabSensor.PSU1_STATUS : LabSensor.PSU2_STATUS;
        LabSensor watts = number == 1 ? LabSensor.PSU1_POWER : LabSensor.PSU2_POWER;
        int states = (int) bmc.read(status).orElse(0);
        boolean present = (states & 0x01) != 0;
        String health = (states & 0x0A) != 0 ? "Critical" : (states & 0x04) != 0 ? "Warning" : "OK";
        return node.put("Manufacturer", bmc.server().hardware().manufacturer().displayName())
                .put("Model", "PSU %d W".formatted(bmc.server().hardware().supplyWatts()))
                .put("SerialNumber", "PS%09d%d".formatted(bmc.server().number() * 53L, number))
                .put("PowerCapacityWatts", bmc.server().hardware().supplyWatts())
                .put("LineInputStatus", (states & 0x08) != 0 ? "LossOfInput" : "Normal")
                .put("LastPowerOutputWatts", bmc.read(watts)).status(present ? "Enabled" : "Absent", health);
    }

    private Node state(LabSensor sensor) {
        boolean reading = bmc.read(sensor).isPresent();
        return new Node().put("State", reading ? "Enabled" : "StandbyOffline").put("Health", health(sensor));
    }

    private String health(LabSensor sensor) {
        OptionalDouble value = bmc.read(sensor);
        if (value.isEmpty()) {
            return "OK";
        }
        String health = "OK";
        for (Threshold threshold : Threshold.values()) {
            OptionalDouble limit = bmc.threshold(sensor, threshold);
            boolean crossed = limit.isPresent() && (threshold.isUpper() ? value.getAsDouble() >= limit.getAsDouble()
                    : value.getAsDouble() <= limit.getAsDouble());
            boolean slight = threshold == Threshold.LOWER_NON_CRITICAL || threshold == Threshold.UPPER_NON_CRITICAL;
            if (crossed) {
                health = slight && health.equals("OK") ? "Warning" : slight ? health : "Critical";
            }
        }
        return health;
    }

    private static List<LabSensor> of(Kind kind) {
        return Arrays.stream(LabSensor.values()).filter(sensor -> sensor.kind() == kind).toList();
    }

    private static Stream<LabSensor> analog() {
        return Arrays.stream(LabSensor.values()).filter(sensor -> !sensor.kind().isDiscrete());
    }

    private static String path(LabSensor sensor) {
        return SENSORS + "/" + sensor.displayName().replace(" ", "");
    }
}
