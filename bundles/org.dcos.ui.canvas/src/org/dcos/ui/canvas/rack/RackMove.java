package org.dcos.ui.canvas.rack;

/** The operator's wish to have a device elsewhere; nothing has changed yet. */
public record RackMove(RackPicture.Device device, RackPicture.Rack from, DropTarget to) {}
