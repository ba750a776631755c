package org.dcos.domain.cmdb;

import java.util.UUID;

/** A room of a data centre. @param name unique within the IDC */
public record Room(UUID id, long version, UUID idc, String name) {}
