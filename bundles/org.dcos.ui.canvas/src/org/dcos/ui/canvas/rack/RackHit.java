package org.dcos.ui.canvas.rack;

/** What is under the pointer. */
public sealed interface RackHit {

    RackPicture.Rack rack();

    /** On a device. */
    record OnDevice(RackPicture.Rack rack, RackPicture.Device device) implements RackHit {}

    /** On a free unit. @param unit 1 at the bottom */
    record OnUnit(RackPicture.Rack rack, int unit) implements RackHit {}

    /** On a rack's name or frame. */
    record OnRack(RackPicture.Rack rack) implements RackHit {}
}
