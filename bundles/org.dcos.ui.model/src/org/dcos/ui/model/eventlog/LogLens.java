package org.dcos.ui.model.eventlog;

import org.dcos.domain.eventlog.EventSeverity;

/** How bad what is wanted must be. */
public enum LogLens {
    ALL, WARNING, CRITICAL;

    boolean wants(EventSeverity severity) {
        return switch (this) {
            case ALL -> true;
            case WARNING -> severity != EventSeverity.INFORMATION;
            case CRITICAL -> severity == EventSeverity.CRITICAL;
        };
    }
}
