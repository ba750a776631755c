package org.dcos.server.store.alert;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.AlertStore;
import org.dcos.domain.problem.Conflict;
import org.dcos.server.store.database.Breach;
import org.dcos.server.store.database.Columns;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import jakarta.persistence.EntityManager;

/** Alerts and rules in the database. Alerts are listed open ones first, then newest first, and never while pending. */
@Component
public final class JpaAlertStore implements AlertStore {

    private static final EnumSet<AlertState> OPEN = EnumSet.of(AlertState.FIRING, AlertState.ACKNOWLEDGED);
    private static final EnumSet<AlertState> CLOSED = EnumSet.of(AlertState.RESOLVED);
    private static final EnumSet<AlertState> LISTED = EnumSet.complementOf(EnumSet.of(AlertState.PENDING));

    private final H2Database database;

    @Activate
    public JpaAlertStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public Page<Alert> alerts(AlertFilter filter, PageRequest page) {
        var states = filter.open().map(open -> open ? OPEN : CLOSED).orElse(LISTED);
        var where = new StringBuilder(" where a.state in :states");
        filter.severity().ifPresent(_ -> where.append(" and a.severity = :severity"));
        filter.server().ifPresent(_ -> where.append(" and a.server = :server"));
        return database.read(entities -> {
            var rows = entities.createQuery("select a from AlertEntity a" + where
                    + " order by case when a.state = :resolved then 1 else 0 end, a.since desc, a.id",
                    AlertEntity.class)
                    .setParameter("resolved", AlertState.RESOLVED);
            var count = entities.createQuery("select count(a) from AlertEntity a" + where, Long.class);
            for (var query : List.of(rows, count)) {
                query.setParameter("states", states);
                filter.severity().ifPresent(severity -> query.setParameter("severity", severity));
                filter.server().ifPresent(server -> query.setParameter("server", server));
            }
            return Columns.page(rows, count, page, AlertEntity::toAlert);
        });
    }

    @Override
    public Optional<Alert> alert(UUID id) {
        return database.read(entities -> Optional.ofNullable(entities.find(AlertEntity.class, id))
                .map(AlertEntity::toAlert));
    }

    @Override
    public Alert save(Alert alert) throws Conflict {
        return saveAll(List.of(alert)).getFirst();
    }

    /** In one transaction: all or none. */
    @Override
    public List<Alert> saveAll(List<Alert> alerts) throws Conflict {
        try {
            return this.database.<List<Alert>, Conflict>write(entities -> {
                var rows = new ArrayList<AlertEntity>(alerts.size());
                for (var alert : alerts) {
                    rows.add(put(entities, alert));
                }
                entities.flush();
                return rows.stream().map(AlertEntity::toAlert).toList();
            });
        } catch (RuntimeException e) {
            Breach.of(e).orElseThrow(() -> e);
            throw changed("alert", alerts.getFirst().what());
        }
    }

    private static AlertEntity put(EntityManager entities, Alert alert) throws Conflict {
        if (alert.version() == 0) {
            var row = AlertEntity.of(alert);
            entities.persist(row);
            return row;
        }
        var row = entities.find(AlertEntity.class, alert.id());
        if (row == null || row.version != alert.version()) {
            throw changed("alert", alert.what());
        }
        row.take(alert);
        return row;
    }

    @Override
    public List<AlertRule> rules() {
        return database
                .read(entities -> entities.createQuery("select r from RuleEntity r order by r.name", RuleEntity.class)
                        .getResultList().stream().map(RuleEntity::toRule).toList());
    }

    @Override
    public AlertRule save(AlertRule rule) throws Conflict {
        try {
            return this.database.<AlertRule, Conflict>write(entities -> {
                RuleEntity row;
                if (rule.version() == 0) {
                    row = RuleEntity.of(rule);
                    entities.persist(row);
                } else {
                    row = entities.find(RuleEntity.class, rule.id());
                    if (row == null || row.version != rule.version()) {
                        throw changed("rule", rule.name());
                    }
                    row.take(rule);
                }
                entities.flush();
                return row.toRule();
            });
        } catch (RuntimeException e) {
            throw switch (Breach.of(e).orElseThrow(() -> e)) {
                case UNIQUE ->
                        new Conflict("A rule named %s exists already. Choose another name.".formatted(rule.name()));
                case VERSION, REFERENCE -> changed("rule", rule.name());
            };
        }
    }

    @Override
    public boolean deleteRule(UUID id) {
        return database.write(entities -> {
            var row = entities.find(RuleEntity.class, id);
            if (row != null) {
                entities.remove(row);
            }
            return row != null;
        });
    }

    private static Conflict changed(String kind, String name) {
        return new Conflict(
                "The %s '%s' was changed or deleted by somebody else meanwhile. Load it again and repeat your change."
                        .formatted(kind, name));
    }
}
