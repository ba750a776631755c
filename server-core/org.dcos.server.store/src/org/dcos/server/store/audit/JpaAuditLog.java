package org.dcos.server.store.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.Audit;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.server.store.database.Columns;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit log in the database. */
@Component(service = {AuditLog.class, Audit.class})
public final class JpaAuditLog implements AuditLog {

    private final H2Database database;

    @Activate
    public JpaAuditLog(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEntry entry) {
        database.write(entities -> {
            AuditWriter.write(entities, List.of(entry));
            return null;
        });
    }

    @Override
    public Page<AuditEntry> entries(Optional<UUID> subject, PageRequest page) {
        String where = subject.isPresent() ? " where a.subject = :subject" : "";
        return database.read(entities -> {
            var rows = entities.createQuery("select a from AuditEntity a" + where + " order by a.sequence desc",
                    AuditEntity.class);
            var count = entities.createQuery("select count(a) from AuditEntity a" + where, Long.class);
            subject.ifPresent(id -> {
                rows.setParameter("subject", id);
                count.setParameter("subject", id);
            });
            return Columns.page(rows, count, page, AuditEntity::toEntry);
        });
    }
}
