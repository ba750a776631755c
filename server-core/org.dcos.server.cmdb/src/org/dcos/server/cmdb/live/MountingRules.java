package org.dcos.server.cmdb.live;

import java.util.Optional;

import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Server;

/** Racks, and what stands in them: nothing above the top, nothing on top of each other. */
final class MountingRules {

    private static final int POWER_WATTS = 1_000_000;
    private static final int WEIGHT_KG = 10_000;

    private final View after;
    private final Violations found;

    MountingRules(View after, Violations found) {
        this.after = after;
        this.found = found;
    }

    void check(Rack rack) {
        found.text("name", rack.name(), Rules.NAME, true);
        found.text("row", rack.row(), Rules.NAME, false);
        if (rack.heightUnits() < 1 || rack.heightUnits() > Rack.MAX_HEIGHT_UNITS) {
            found.add("heightUnits", "A rack has 1 to %d U, not %d.", Rack.MAX_HEIGHT_UNITS, rack.heightUnits());
        }
        rack.powerBudgetWatts().ifPresent(watts -> {
            if (watts < 1 || watts > POWER_WATTS) {
                found.add("powerBudgetWatts", "A power budget is 1 to %d W, not %d.", POWER_WATTS, watts);
            }
        });
        rack.weightLimitKg().ifPresent(kg -> {
            if (kg < 1 || kg > WEIGHT_KG) {
                found.add("weightLimitKg", "A rack carries 1 to %d kg, not %d.", WEIGHT_KG, kg);
            }
        });
        after.referring(Device.class, rack.id()).forEach(device -> device.mounting()
                .filter(mounting -> mounting.topUnit() > rack.heightUnits())
                .ifPresent(mounting -> found.add("heightUnits",
                        "%s is mounted up to U%d. Move it before the rack gets %d U.", device.name(),
                        mounting.topUnit(), rack.heightUnits())));
    }

    void check(RackReservation kept) {
        found.text("holder", kept.holder(), Rules.NAME, true);
        Rack rack = after.item(Rack.class, kept.rack()).orElseThrow();
        if (kept.heightUnits() < 0.5 || kept.lowestUnit() < 1
                || kept.lowestUnit() + kept.heightUnits() > rack.heightUnits() + 1) {
            found.add("lowestUnit", "Rack %s has U1 to U%d.", rack.name(), rack.heightUnits());
        }
        after.referring(RackReservation.class, kept.rack()).filter(other -> !other.id().equals(kept.id()))
                .filter(other -> kept.lowestUnit() < other.lowestUnit() + other.heightUnits()
                        && other.lowestUnit() < kept.lowestUnit() + kept.heightUnits())
                .forEach(other -> found.add("lowestUnit", "These units are kept for %s already.", other.holder()));
    }

    /**
     * What has not moved is not looked up again.
     *
     * @param restored whether it comes back to where it was: perhaps units were kept while it stood in them
     */
    void check(Optional<Device> before, Device device, boolean restored) {
        if (device instanceof Server server) {
            bay(server);
        }
        if (device instanceof Chassis chassis
                && !before.map(Device::deviceType).equals(Optional.of(chassis.deviceType()))) {
            chassis.deviceType().flatMap(type -> after.item(DeviceType.class, type))
                    .ifPresent(type -> blades(chassis, type, "deviceType"));
        }
        if (before.map(Device::mounting).equals(Optional.of(device.mounting()))) {
            return;
        }
        device.mounting().ifPresent(mounting -> {
            check(device, mounting);
            if (!restored) {
                kept(device, mounting);
            }
        });
    }

    private void bay(Server server) {
        if (server.bay().isEmpty()) {
            return;
        }
        var bay = server.bay().get();
        found.text("bay.slot", bay.slot(), Rules.NAME, true);
        if (server.mounting().isPresent()) {
            found.add("bay", "%s cannot both sit in a chassis and be racked by itself.", server.name());
        }
        after.item(Chassis.class, bay.chassis()).flatMap(Chassis::deviceType)
                .flatMap(type -> after.item(DeviceType.class, type))
                .filter(type -> !type.bays().isEmpty() && !type.bays().contains(bay.slot()))
                .ifPresent(type -> found.add("bay.slot", "%s has no bay %s; it has %s.", type.model(), bay.slot(),
                        String.join(", ", type.bays())));
    }

    /** Blades keep the bays that they sit in. */
    void check(DeviceType type) {
        after.referring(Chassis.class, type.id()).forEach(chassis -> blades(chassis, type, "bays"));
    }

    private void blades(Chassis chassis, DeviceType type, String field) {
        after.referring(Server.class, chassis.id())
                .filter(blade -> blade.bay().filter(bay -> bay.chassis().equals(chassis.id()) && !type.bays().isEmpty()
                        && !type.bays().contains(bay.slot())).isPresent())
                .forEach(blade -> found.add(field,
                        "%s sits in bay %s of %s, which there would be no more. Move it first.",
                        blade.name(), blade.bay().orElseThrow().slot(), chassis.name()));
    }

    private void check(Device device, Mounting mounting) {
        Rack rack = after.item(Rack.class, mounting.rack()).orElseThrow();
        if (mounting.zeroUnit()) {
            if (mounting.lowestUnit() != 0) {
                found.add("mounting.lowestUnit", "A device of 0 U stands beside the units: give 0.");
            }
            return;
        }
        if (!height("mounting.heightUnits", mounting.heightUnits(), false, found)
                || mounting.heightUnits() > rack.heightUnits()) {
            found.add("mounting.heightUnits", "%s U do not fit into rack %s, which has %d U.",
                    number(mounting.heightUnits()), rack.name(), rack.heightUnits());
            return;
        }
        if (mounting.lowestUnit() < 1 || mounting.end() > rack.heightUnits() + 1) {
            found.add("mounting.lowestUnit", "Rack %s has U1 to U%d; with %s U the lowest unit is at most %s.",
                    rack.name(), rack.heightUnits(), number(mounting.heightUnits()),
                    number(rack.heightUnits() - mounting.heightUnits() + 1));
            return;
        }
        after.referring(Device.class, rack.id()).filter(other -> !other.id().equals(device.id())
                && other.mounting().filter(mounting::overlaps).isPresent())
                .forEach(other -> found.add("mounting.lowestUnit", "%s of rack %s is taken by %s (%s).",
                        Words.units(mounting), rack.name(), other.name(),
                        Words.units(other.mounting().orElseThrow())));
    }

    private void kept(Device device, Mounting mounting) {
        Rack rack = after.item(Rack.class, mounting.rack()).orElseThrow();
        after.referring(RackReservation.class, rack.id())
                .filter(kept -> mounting.lowestUnit() < kept.lowestUnit() + kept.heightUnits()
                        && kept.lowestUnit() < mounting.end())
                .filter(kept -> !kept.holder().equals(device.owner()))
                .forEach(kept -> found.add("mounting.lowestUnit",
                        "%s of rack %s is kept for %s%s. Delete the reservation first, or make %s the owner.",
                        Words.units(mounting), rack.name(), kept.holder(),
                        kept.why().isEmpty() ? "" : " (" + kept.why() + ")", kept.holder()));
    }

    /** Whether it is a height that a device can have. */
    static boolean height(String field, double units, boolean zero, Violations found) {
        if (!(units >= (zero ? 0 : 0.5) && units <= Rack.MAX_HEIGHT_UNITS) || units * 2 != Math.rint(units * 2)) {
            if (zero) {
                found.add(field, "A height is 0 to %d U in steps of a half.", Rack.MAX_HEIGHT_UNITS);
            }
            return false;
        }
        return true;
    }

    private static String number(double units) {
        return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
    }
}
