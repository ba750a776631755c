package org.dcos.ui.canvas.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Numbering;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
import org.dcos.ui.canvas.rack.RackPicture.Reservation;
import org.dcos.ui.canvas.rack.RackRowLayout.Move;
import org.dcos.ui.canvas.rack.RackRowLayout.RackBox;

/**
 * Where a device would come to stand if it were let go. Only what the picture shows is weighed: the records have the
 * last word.
 *
 * @param lowestUnit its lowest number there
 * @param raised     half a unit further up
 * @param box        in the layout's pixels
 * @param taken      devices of the same face that are in the way
 * @param reserved   what the place is kept for
 */
public record DropTarget(Rack rack, int lowestUnit, boolean raised, Box box, List<Device> taken,
        List<Reservation> reserved) {

    private static final double HALF = 0.5;

    /** Whether it may be dropped there, as far as one sees. */
    public enum State { FREE, RESERVED, TAKEN }

    public DropTarget {
        taken = List.copyOf(taken);
        reserved = List.copyOf(reserved);
    }

    public State state() {
        return !taken.isEmpty() ? State.TAKEN : !reserved.isEmpty() ? State.RESERVED : State.FREE;
    }

    /** @param x and y are the middle of the device, in the layout's pixels; empty beside the racks */
    public static Optional<DropTarget> at(RackRowLayout layout, int x, int y, Device device) {
        return layout.racks().stream().filter(rack -> rack.frame().contains(x, y)).findFirst().map(rack -> {
            double middle = (rack.bay().bottom() - y) / layout.unitHeight();
            double step = device.half() || device.raised() ? HALF : 1;
            return standing(layout, rack, Math.round((middle - device.height() / 2) / step) * step, device);
        });
    }

    /**
     * One step of the keyboard: up and down to the next place that is not taken, left and right to the same height of
     * the neighbour rack.
     */
    public static Optional<DropTarget> step(RackRowLayout layout, Device device, Move move) {
        var home = layout.rackOf(device.id());
        if (home.isEmpty()) {
            return Optional.empty();
        }
        var rack = home.get();
        double above = above(rack.rack(), device.from(), device.height());
        return switch (move) {
            case UP -> next(layout, rack, device, above, 1);
            case DOWN -> next(layout, rack, device, above, -1);
            case LEFT -> neighbour(layout, rack, device, above, -1);
            case RIGHT -> neighbour(layout, rack, device, above, 1);
            case HOME, END -> Optional.empty();
        };
    }

    private static Optional<DropTarget> next(RackRowLayout layout, RackBox rack, Device device, double from, int way) {
        double step = device.half() || device.raised() ? HALF : 1;
        double most = rack.rack().heightUnits() - device.height();
        for (double above = from + way * step; above >= 0 && above <= most; above += way * step) {
            var target = standing(layout, rack, above, device);
            if (target.state() != State.TAKEN) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    private static Optional<DropTarget> neighbour(RackRowLayout layout, RackBox rack, Device device, double above,
            int way) {
        int index = layout.racks().indexOf(rack) + way;
        return index < 0 || index >= layout.racks().size() ? Optional.empty()
                : Optional.of(standing(layout, layout.racks().get(index), above, device))
                        .filter(target -> target.state() != State.TAKEN);
    }

    /** @param above units between the floor of the rack and the device; brought inside */
    private static DropTarget standing(RackRowLayout layout, RackBox box, double above, Device device) {
        var rack = box.rack();
        double inside = Math.clamp(above, 0, Math.max(0, rack.heightUnits() - device.height()));
        double from = above(rack, inside + 1, device.height()) + 1;
        double to = from + device.height();
        var taken = new ArrayList<Device>();
        for (var other : rack.devices()) {
            if (!other.id().equals(device.id()) && other.face() == device.face() && other.from() < to
                    && from < other.to()) {
                taken.add(other);
            }
        }
        var reserved = rack.reservations().stream()
                .filter(kept -> kept.lowestUnit() < to && from < kept.topUnit() + 1).toList();
        int lowest = (int) Math.floor(from);
        return new DropTarget(rack, lowest, from > lowest, layout.span(box, from, to), taken, reserved);
    }

    /** Turns a number into units above the floor less one, or back: the same for both numberings. */
    private static double above(Rack rack, double from, double height) {
        return rack.numbering() == Numbering.FROM_BOTTOM ? from - 1 : rack.heightUnits() - height - (from - 1);
    }
}
