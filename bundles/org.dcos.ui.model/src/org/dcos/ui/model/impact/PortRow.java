package org.dcos.ui.model.impact;

import java.util.UUID;

/** A port of a device. @param far where it leads; empty when nothing is plugged in, or while that is not known yet */
public record PortRow(UUID id, String name, String kind, String far) {}
