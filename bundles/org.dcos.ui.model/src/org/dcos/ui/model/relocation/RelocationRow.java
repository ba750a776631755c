package org.dcos.ui.model.relocation;

import org.dcos.domain.cmdb.Relocation;

/** A line of the list of relocations. @param progress e.g. {@code 3 of 12} */
public record RelocationRow(Relocation relocation, String title, String state, String progress, String begun) {}
