package org.dcos.ui.model.device;

import java.time.Instant;

/** A line of the history: who did what when, and why. */
public record HistoryRow(Instant at, String who, String what, String why) {}
