package org.dcos.server.oob;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcSetup.Part.Kind;
import org.dcos.net.ipmi.client.FruDevice;
import org.dcos.net.ipmi.client.FruReader;
import org.dcos.net.ipmi.fru.BoardArea;
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.fru.MemoryModule;
import org.dcos.net.ipmi.fru.ProductArea;
import org.dcos.net.ipmi.sdr.Entity;

/** Says in the domain's words what inventories a BMC has of the parts of its machine: pure functions. */
final class IpmiParts {

    private IpmiParts() {}

    static List<Part> of(List<FruDevice> devices) {
        var parts = new ArrayList<Part>();
        for (FruDevice device : devices) {
            switch (device.contents()) {
                case FruDevice.Contents.Inventory(Fru fru) when device.fruId() == FruReader.OF_SERVER ->
                        ofServer(fru, parts);
                case FruDevice.Contents.Inventory(Fru fru) -> parts.add(ofPart(device, fru));
                case FruDevice.Contents.Memory(MemoryModule module) -> parts.add(new Part(Kind.DIMM, device.name(),
                        module.manufacturer(), module.kind(), module.serial(), module.partNumber()));
                case FruDevice.Contents.None _ -> {} // an empty place
            }
        }
        return List.copyOf(parts);
    }

    private static void ofServer(Fru fru, List<Part> parts) {
        var product = fru.product();
        var chassis = fru.chassis();
        if (product.isPresent() || chassis.isPresent()) {
            parts.add(new Part(Kind.CHASSIS, "Chassis", product.map(ProductArea::manufacturer).orElse(""),
                    product.map(ProductArea::productName).orElse(""),
                    chassis.map(area -> area.serialNumber()).filter(text -> !text.isBlank())
                            .or(() -> product.map(ProductArea::serialNumber)).orElse(""),
                    chassis.map(area -> area.partNumber()).orElse("")));
        }
        fru.board().ifPresent(board -> parts.add(new Part(Kind.BOARD, "System board", board.manufacturer(),
                board.productName(), board.serialNumber(), board.partNumber())));
    }

    private static Part ofPart(FruDevice device, Fru fru) {
        var product = fru.product();
        var board = fru.board();
        return new Part(kind(device), device.name(),
                either(product.map(ProductArea::manufacturer), board.map(BoardArea::manufacturer)),
                either(product.map(ProductArea::productName), board.map(BoardArea::productName)),
                either(product.map(ProductArea::serialNumber), board.map(BoardArea::serialNumber)),
                either(product.map(ProductArea::partNumber), board.map(BoardArea::partNumber)));
    }

    private static String either(Optional<String> first, Optional<String> second) {
        return first.filter(text -> !text.isBlank()).or(() -> second).orElse("");
    }

    /** By the entity (IPMI v2.0 r1.1 table 43-13); cards by their names, as the table has one code for all. */
    private static Kind kind(FruDevice device) {
        String name = device.name().toUpperCase(Locale.ROOT);
        return switch (device.entity().id()) {
            case Entity.PROCESSOR, Entity.PROCESSOR_MODULE -> Kind.CPU;
            case Entity.DISK, Entity.DISK_BAY -> Kind.DRIVE;
            case Entity.MEMORY_MODULE, Entity.MEMORY_DEVICE -> Kind.DIMM;
            case Entity.POWER_SUPPLY -> Kind.PSU;
            case Entity.FAN, Entity.COOLING_UNIT -> Kind.FAN;
            case Entity.SYSTEM_BOARD -> Kind.BOARD;
            case Entity.SYSTEM_CHASSIS -> Kind.CHASSIS;
            case Entity.EXPANSION_BOARD -> Kind.RISER;
            default -> name.contains("NIC") || name.contains("OCP") || name.contains("LOM") ? Kind.NIC
                    : name.contains("RISER") ? Kind.RISER : byName(name);
        };
    }

    private static Kind byName(String name) {
        return name.contains("DIMM") ? Kind.DIMM : name.contains("PSU") ? Kind.PSU : Kind.OTHER;
    }
}
