package org.dcos.domain.eventlog;

/** How bad what happened is, the worst last. */
public enum EventSeverity {
    INFORMATION, WARNING, CRITICAL
}
