package org.dcos.server.store.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Severity;
import org.dcos.server.store.database.Columns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of an {@link Alert}. Rule and server are no references: an alert outlives both. */
@Entity
@Table(name = "alert")
class AlertEntity {

    private static final int LONGEST_FINDING = 8000;
    private static final int LONGEST_ENDING = 1000;

    @Id @Column(columnDefinition = "UUID") UUID id;
    @Version long version;
    @Column(columnDefinition = "UUID") UUID rule;
    @Column(columnDefinition = "UUID") UUID server;
    String subject;
    @Enumerated(EnumType.STRING) Severity severity;
    @Enumerated(EnumType.STRING) AlertState state;
    String what;
    @Column(name = "where_at") String where;
    String why;
    Instant since;
    Instant fired;
    Instant resolved;
    @Column(name = "acknowledged_by") String acknowledgedBy;
    Instant acknowledged;
    String note;
    String finding;
    String ending;

    static AlertEntity of(Alert alert) {
        var row = new AlertEntity();
        row.id = alert.id();
        row.take(alert);
        return row;
    }

    void take(Alert alert) {
        rule = alert.rule();
        server = alert.server();
        subject = Columns.cut(alert.subject(), 300);
        severity = alert.severity();
        state = alert.state();
        what = Columns.cut(alert.what(), 2000);
        where = Columns.cut(alert.where(), 1000);
        why = Columns.cut(alert.why(), 4000);
        since = Columns.time(alert.since());
        fired = Columns.time(alert.fired().orElse(null));
        resolved = Columns.time(alert.resolved().orElse(null));
        acknowledgedBy = alert.acknowledgedBy().orElse(null);
        acknowledged = Columns.time(alert.acknowledged().orElse(null));
        note = Columns.cut(alert.note(), 4000);
        // parts that are cut would be none
        finding = alert.finding().map(AlertParts::write).filter(text -> text.length() <= LONGEST_FINDING).orElse(null);
        ending = alert.ending().map(AlertParts::write).filter(text -> text.length() <= LONGEST_ENDING).orElse(null);
    }

    Alert toAlert() {
        return new Alert(id, version, rule, server, subject, severity, state, what, where, why, since,
                Optional.ofNullable(fired), Optional.ofNullable(resolved), Optional.ofNullable(acknowledgedBy),
                Optional.ofNullable(acknowledged), note, Optional.ofNullable(finding).flatMap(AlertParts::finding),
                Optional.ofNullable(ending).flatMap(AlertParts::ending));
    }
}
