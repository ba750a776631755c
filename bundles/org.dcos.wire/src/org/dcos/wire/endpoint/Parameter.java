package org.dcos.wire.endpoint;

import java.util.Optional;

/**
 * A value in the path or the query of a resource.
 *
 * @param name     as in the path template, or in the query, in kebab-case
 * @param type     of one value: UUID, String, an enum, boolean, int, Instant or Duration
 * @param required whether it must be given; always so in the path
 * @param repeated whether it may be given more than once, each value as {@code NAME:VALUE}
 * @param standard what stands in when it is not given, for the description
 * @param owner    name of the record that has it, to find its description
 */
public record Parameter(String name, Class<?> type, boolean inPath, boolean required, boolean repeated,
        Optional<String> standard, String owner) {}
