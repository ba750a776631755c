package org.dcos.server.store.audit;

import java.util.List;

import org.dcos.domain.audit.AuditEntry;

import jakarta.persistence.EntityManager;

/** Writes deeds within the transaction that does them. */
public final class AuditWriter {

    private static final int AT_ONCE = 500;

    private AuditWriter() {}

    /** The entity manager forgets what it knows when there are many entries; everything is flushed before. */
    public static void write(EntityManager entities, List<AuditEntry> entries) {
        int unflushed = 0;
        for (AuditEntry entry : entries) {
            entities.persist(AuditEntity.of(entry));
            if (++unflushed == AT_ONCE) {
                entities.flush();
                entities.clear();
                unflushed = 0;
            }
        }
    }
}
