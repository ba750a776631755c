package org.dcos.domain.alert;

import java.time.Duration;
import java.util.UUID;

/**
 * When to raise an alert.
 *
 * @param version  counts the saves
 * @param name     unique
 * @param holdFor  how long the condition has to hold before the alert fires
 */
public record AlertRule(UUID id, long version, String name, boolean enabled, Severity severity, Condition condition,
        Duration holdFor) {}
