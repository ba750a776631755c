package org.dcos.domain.cmdb;

import java.util.UUID;

/** A data centre. @param version counts the saves, 0 before the first; a save with an old one is refused */
public record Idc(UUID id, long version, String name) {}
