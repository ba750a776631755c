package org.dcos.ui.model.deviation;

import java.util.UUID;

/** An audit that runs. @param words how far it is */
public record AuditProgress(UUID operation, int done, int total, String words) {}
