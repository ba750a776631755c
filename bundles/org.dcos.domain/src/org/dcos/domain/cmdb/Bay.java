package org.dcos.domain.cmdb;

import java.util.UUID;

/** The slot of a chassis that a blade sits in. @param slot the bay's name, e.g. {@code Slot 3} */
public record Bay(@RefersTo(Kind.CHASSIS) UUID chassis, String slot) {}
