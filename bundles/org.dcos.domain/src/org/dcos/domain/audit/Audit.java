package org.dcos.domain.audit;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/** Reads the audit log. */
public interface Audit {

    /** Newest first. @param subject only deeds on this thing */
    Page<AuditEntry> entries(Optional<UUID> subject, PageRequest page) throws Problem;
}
