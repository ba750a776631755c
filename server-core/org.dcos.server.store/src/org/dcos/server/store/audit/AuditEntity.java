package org.dcos.server.store.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.audit.AuditEntry;
import org.dcos.server.store.database.Columns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** The row of an {@link AuditEntry}. */
@Entity
@Table(name = "audit")
class AuditEntity {
    @Id @Column(name = "sequence_number") @GeneratedValue(strategy = GenerationType.SEQUENCE,
            generator = "audit_sequence") @SequenceGenerator(name = "audit_sequence", sequenceName = "audit_sequence",
                    allocationSize = 100) long sequence;
    Instant at;
    String who;
    String origin;
    String action;
    @Column(columnDefinition = "UUID") UUID subject;
    String what;
    String why;

    static AuditEntity of(AuditEntry entry) {
        var row = new AuditEntity();
        row.at = entry.at();
        row.who = Columns.cut(entry.who(), 300);
        row.origin = Columns.cut(entry.origin(), 300);
        row.action = entry.action();
        row.subject = entry.subject().orElse(null);
        row.what = Columns.cut(entry.what(), 4000);
        row.why = Columns.cut(entry.why(), 2000);
        return row;
    }

    AuditEntry toEntry() {
        return new AuditEntry(sequence, at, who, origin, action, Optional.ofNullable(subject), what, why);
    }
}
