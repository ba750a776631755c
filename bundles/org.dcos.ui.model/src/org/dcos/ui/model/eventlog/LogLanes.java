package org.dcos.ui.model.eventlog;

/** What the rows of the time line are. */
public enum LogLanes {
    SEVERITY, TYPE
}
