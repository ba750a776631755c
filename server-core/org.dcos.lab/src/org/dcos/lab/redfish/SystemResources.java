package org.dcos.lab.redfish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dcos.lab.bmc.SharedBmc;
import org.dcos.lab.bmc.SharedBmc.Boot;
import org.dcos.lab.plan.HardwareModel;
import org.dcos.lab.plan.Manufacturer;
import org.dcos.net.redfish.json.Json;

/** The server: power, boot, light, processors, memory, drives (schema ComputerSystem). */
final class SystemResources implements Resources {

    private static final String RESET = SYSTEM + "/Actions/ComputerSystem.Reset";
    private static final String RESET_INFO = SYSTEM + "/ResetActionInfo";
    private static final String STORAGE = SYSTEM + "/Storage/1";
    private static final List<String> TARGETS = List.of("None", "Pxe", "Hdd", "Cd", "BiosSetup");
    private static final Map<String, Integer> DEVICES = Map.of("None", 0, "Pxe", 1, "Hdd", 2, "Cd", 5, "BiosSetup", 6);
    private static final int CORES = 24;
    private static final int MODULE_MEBIBYTES = 32_768;
    private static final long DRIVE_BYTES = 1_920_383_410_176L;

    private final SharedBmc bmc;
    private final Dialect dialect;

    SystemResources(SharedBmc bmc, Dialect dialect) {
        this.bmc = bmc;
        this.dialect = dialect;
    }

    @Override
    public Optional<Route> route(String path) {
        return Optional.ofNullable(switch (path) {
            case SYSTEMS -> Route.read(() -> Node.collection("ComputerSystemCollection", SYSTEMS, "Systems",
                    List.of(SYSTEM)));
            case SYSTEM -> Route.read(this::system).with("PATCH", (call, _) -> change(call.body()));
            case RESET -> Route.action((call, _) -> reset(call.body()));
            case RESET_INFO -> Route.read(this::resetInfo);
            case SYSTEM + "/Processors" -> Route.read(() -> members("ProcessorCollection", "/Processors", "CPU",
                    2));
            case SYSTEM + "/Memory" -> Route.read(() -> members("MemoryCollection", "/Memory", "DIMM", modules()));
            case SYSTEM + "/Storage" -> Route.read(() -> Node.collection("StorageCollection", SYSTEM + "/Storage",
                    "Storage", List.of(STORAGE)));
            case STORAGE -> Route.read(this::storage);
            default -> part(path);
        });
    }

    private Route part(String path) {
        Optional<Integer> processor = number(path, SYSTEM + "/Processors/CPU", 2);
        Optional<Integer> module = number(path, SYSTEM + "/Memory/DIMM", modules());
        Optional<Integer> drive = number(path, STORAGE + "/Drives/", 2);
        return processor.map(number -> Route.read(() -> processor(path, number)))
                .or(() -> module.map(number -> Route.read(() -> module(path, number))))
                .or(() -> drive.map(number -> Route.read(() -> drive(path, number)))).orElse(null);
    }

    private Node members(String type, String below, String prefix, int count) {
        return Node.collection(type, SYSTEM + below, below.substring(1), IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s%s/%s%d".formatted(SYSTEM, below, prefix, number)).toList());
    }

    private Node system() {
        Manufacturer maker = bmc.server().hardware().manufacturer();
        boolean dell = maker == Manufacturer.DELL;
        Node node = Node.resource("ComputerSystem.v1_13_0.ComputerSystem", SYSTEM, bmc.server().name())
                .put("SystemType", "Physical").put("Manufacturer", bmc.fru().manufacturer())
                .put("Model", bmc.fru().model())
                .put("SerialNumber", dell ? bmc.fru().boardSerial() : bmc.fru().serial())
                .put("SKU", dell ? bmc.fru().serial() : "").put("UUID", bmc.guid().toString())
                .put("AssetTag", bmc.fru().assetTag()).put("HostName", bmc.server().name())
                .put("BiosVersion", "2.%d".formatted(maker.ordinal() + 1)).put("PowerState", bmc.isOn() ? "On" : "Off")
                .status("Enabled", "OK").put("Boot", boot())
                .put("ProcessorSummary", new Node().put("Count", 2)).put("MemorySummary",
                        new Node().put("TotalSystemMemoryGiB", (long) modules() * MODULE_MEBIBYTES / 1_024));
        if (dialect.modern()) {
            node.put("LocationIndicatorActive", bmc.isLit());
        } else {
            node.put("IndicatorLED", bmc.isLit() ? "Blinking" : "Off");
        }
        return node.putLink("Processors", SYSTEM + "/Processors").putLink("Memory", SYSTEM + "/Memory")
                .putLink("Storage", SYSTEM + "/Storage").putLink("LogServices", SYSTEM + "/LogServices")
                .put("Links", new Node().put("Chassis", List.of(Node.link(CHASSIS)))
                        .put("ManagedBy", List.of(Node.link(MANAGER))))
                .put("Actions", new Node().put("#ComputerSystem.Reset", resetAction()));
    }

    private Node boot() {
        Boot boot = bmc.boot();
        String target = DEVICES.entrySet().stream().filter(entry -> entry.getValue() == boot.device())
                .map(Map.Entry::getKey).findFirst().orElse("None");
        return new Node().put("BootSourceOverrideTarget", target)
                .put("BootSourceOverrideEnabled",
                        boot.device() == 0 ? "Disabled" : boot.persistent() ? "Continuous" : "Once")
                .put("BootSourceOverrideMode", boot.uefi() ? "UEFI" : "Legacy")
                .put("BootSourceOverrideTarget@Redfish.AllowableValues", TARGETS)
                .put("BootSourceOverrideMode@Redfish.AllowableValues", List.of("Legacy", "UEFI"));
    }

    /** One maker tells the kinds in a resource of their own. */
    private Node resetAction() {
        Node action = new Node().put("target", RESET);
        return dialect.tasks() ? action.put("@Redfish.ActionInfo", RESET_INFO)
                : action.put("ResetType@Redfish.AllowableValues", kinds());
    }

    private Node resetInfo() {
        return Node.resource("ActionInfo.v1_1_2.ActionInfo", RESET_INFO, "Reset Action Info").put("Parameters",
                List.of(new Node().put("Name", "ResetType").put("Required", true).put("DataType", "String")
                        .put("AllowableValues", kinds())));
    }

    private List<String> kinds() {
        return bmc.server().hardware().manufacturer() == Manufacturer.HPE
                ? List.of("On", "ForceOff", "GracefulShutdown", "ForceRestart", "Nmi", "PushPowerButton")
                : List.of("On", "ForceOff", "GracefulShutdown", "GracefulRestart", "ForceRestart", "Nmi",
                        "PowerCycle");
    }

    private Answer reset(Json body) throws Refusal {
        String kind = body.text("ResetType").orElseThrow(() -> Refusal.lacks("ResetType"));
        if (!kinds().contains(kind)) {
            throw Refusal.value(kind, "ResetType");
        }
        boolean on = bmc.isOn();
        if (!on && !kind.equals("On") && !kind.equals("PushPowerButton") && !kind.equals("ForceOff")) {
            throw Refusal.state("The system is powered off.");
        }
        switch (kind) {
            case "On" -> bmc.turnOn();
            case "ForceOff" -> bmc.turnOff();
            case "GracefulShutdown" -> bmc.shutDown();
            case "PowerCycle" -> bmc.cycle();
            case "GracefulRestart", "ForceRestart" -> bmc.reset();
            case "PushPowerButton" -> {
                if (on) {
                    bmc.shutDown();
                } else {
                    bmc.turnOn();
                }
            }
            default -> {} // a diagnostic interrupt: nobody is there to be interrupted
        }
        return Answer.NO_CONTENT;
    }

    private Answer change(Json body) throws Refusal {
        for (String name : body.names()) {
            switch (name) {
                case "Boot" -> changeBoot(body.object("Boot"));
                case "LocationIndicatorActive" -> light(dialect.modern(), name,
                        body.flag(name).orElseThrow(() -> Refusal.value(body.textOrEmpty(name), name)));
                case "IndicatorLED" -> light(!dialect.modern(), name, !body.textOrEmpty(name).equals("Off"));
                case "AssetTag" -> bmc.setAssetTag(body.textOrEmpty(name));
                default -> throw system().fields().containsKey(name) ? Refusal.notWritable(name)
                        : Refusal.unknown(name);
            }
        }
        return Answer.ok(system());
    }

    private void light(boolean has, String name, boolean on) throws Refusal {
        if (!has) {
            throw Refusal.unknown(name);
        }
        bmc.light(on);
    }

    private void changeBoot(Json change) throws Refusal {
        Boot boot = bmc.boot();
        for (String name : change.names()) {
            String value = change.textOrEmpty(name);
            boot = switch (name) {
                case "BootSourceOverrideTarget" -> {
                    if (!DEVICES.containsKey(value)) {
                        throw Refusal.value(value, name);
                    }
                    yield new Boot(DEVICES.getOrDefault(value, 0), boot.persistent(), boot.uefi());
                }
                case "BootSourceOverrideEnabled" -> switch (value) {
                    case "Disabled" -> new Boot(0, false, boot.uefi());
                    case "Once" -> new Boot(boot.device(), false, boot.uefi());
                    case "Continuous" -> new Boot(boot.device(), true, boot.uefi());
                    default -> throw Refusal.value(value, name);
                };
                case "BootSourceOverrideMode" -> switch (value) {
                    case "UEFI" -> new Boot(boot.device(), boot.persistent(), true);
                    case "Legacy" -> new Boot(boot.device(), boot.persistent(), false);
                    default -> throw Refusal.value(value, name);
                };
                default -> throw Refusal.unknown(name);
            };
        }
        bmc.setBoot(boot);
    }

    private int modules() {
        HardwareModel hardware = bmc.server().hardware();
        return 8 * hardware.heightUnits();
    }

    private Node processor(String path, int number) {
        return Node.resource("Processor.v1_11_0.Processor", path, "Processor").put("Socket", "CPU" + number)
                .put("ProcessorType", "CPU").put("Manufacturer", "Intel(R) Corporation")
                .put("Model", "Intel(R) Xeon(R) Gold 6342").put("TotalCores", CORES).put("TotalThreads", 2 * CORES)
                .status("Enabled", "OK");
    }

    private Node module(String path, int number) {
        return Node.resource("Memory.v1_11_0.Memory", path, "Memory").put("DeviceLocator", "DIMM" + number)
                .put("CapacityMiB", MODULE_MEBIBYTES).put("MemoryDeviceType", "DDR4").put("Manufacturer", "Samsung")
                .put("PartNumber", "M393A4K40DB3").put("SerialNumber", "%04X%04X".formatted(bmc.server().number(),
                        number))
                .status("Enabled", "OK");
    }

    private Node storage() {
        return Node.resource("Storage.v1_10_0.Storage", STORAGE, "RAID Controller").status("Enabled", "OK")
                .put("Drives", List.of(Node.link(STORAGE + "/Drives/1"), Node.link(STORAGE + "/Drives/2")));
    }

    private Node drive(String path, int number) {
        return Node.resource("Drive.v1_12_0.Drive", path, "Disk " + number).put("CapacityBytes", DRIVE_BYTES)
                .put("MediaType", "SSD").put("Protocol", "SATA").put("Manufacturer", "Samsung")
                .put("Model", "MZ7L31T9").put("SerialNumber", "S6%05d%d".formatted(bmc.server().number(), number))
                .status("Enabled", "OK");
    }

    /** The number at the end of a path, 1 to {@code most}. */
    static Optional<Integer> number(String path, String prefix, int most) {
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        String text = path.substring(prefix.length());
        return text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(text)).filter(number -> number <= most)
                : Optional.empty();
    }
}
