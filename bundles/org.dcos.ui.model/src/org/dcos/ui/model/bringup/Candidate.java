package org.dcos.ui.model.bringup;

import java.util.UUID;

/** A planned server that a machine may be. @param near whether it stands in the rack that one works at */
public record Candidate(UUID server, String name, String serial, String model, String place, boolean near) {}
