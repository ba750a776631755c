package org.dcos.domain.cmdb;

import java.time.Instant;

/**
 * A step that somebody did.
 *
 * @param by   who said so
 * @param note what they added; may be empty
 */
public record RelocationStep(RelocationAction action, Instant at, String by, String note) {}
