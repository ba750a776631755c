package org.dcos.server.store.audit;

import java.util.List;

import org.dcos.domain.audit.AuditEntry;

import jakarta.persistence.EntityManager;

/** Writes deeds within the transaction that does them. */
public final class AuditWriter {

    private AuditWriter() {}

    public static void write(EntityManager entities, List<AuditEntry> entries) {
        entries.forEach(entry -> entities.persist(AuditEntity.of(entry)));
    }
}
