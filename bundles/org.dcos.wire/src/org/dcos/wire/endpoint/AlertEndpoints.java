package org.dcos.wire.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Role;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.alert.AlertRule;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Endpoint.Filling;

import tools.jackson.core.type.TypeReference;

/** OneAlert: alerts and the rules behind them. */
public final class AlertEndpoints {

    public record ListAlerts(AlertFilter filter, PageRequest page) {}

    /** @param note what the caller says about it; may be empty */
    public record Acknowledgement(String note) {}

    public record Acknowledge(UUID id, Acknowledgement body) {}

    public record ListRules(Optional<Boolean> enabled, PageRequest page) {}

    public record NewRule(AlertRule body) {}

    public record SaveRule(UUID id, AlertRule body) {}

    public static final Endpoint<ListAlerts, Page<Alert>> LIST_ALERTS = Endpoint.get("list-alerts", "/alerts",
            ListAlerts.class,
            new TypeReference<>() {}, "Lists the alerts, open ones first, then newest first.",
            (core, q) -> core.alerts().alerts(q.filter(), q.page()));

    public static final Endpoint<ById, Alert> GET_ALERT = Endpoint.get("get-alert", "/alerts/{id}", ById.class,
            Alert.class,
            "One alert.", (core, q) -> core.alerts().alert(q.id()));

    public static final Endpoint<Acknowledge, Alert> ACKNOWLEDGE = Endpoint.post("acknowledge-alert",
            "/alerts/{id}/acknowledgement", Acknowledge.class, Alert.class,
            "Says that the caller looks after an alert.",
            (core, q) -> core.alerts().acknowledge(q.id(), q.body().note()));

    public static final Endpoint<ListRules, Page<AlertRule>> LIST_RULES = Endpoint.get("list-alert-rules",
            "/alert-rules",
            ListRules.class, new TypeReference<>() {}, "Lists the rules that raise alerts.",
            (core, q) -> Lists.part(core.alerts().rules().stream()
                    .filter(r -> q.enabled().map(e -> e == r.enabled()).orElse(true)).toList(), q.page()));

    public static final Endpoint<NewRule, AlertRule> CREATE_RULE = Endpoint.post("create-alert-rule", "/alert-rules",
            NewRule.class, AlertRule.class, "Creates a rule.", (core, q) -> core.alerts().save(q.body()))
            .fills(Filling.NEW_ID).succeeds(201).needs(Role.ADMINISTRATOR);

    public static final Endpoint<SaveRule, AlertRule> SAVE_RULE = Endpoint.put("save-alert-rule", "/alert-rules/{id}",
            SaveRule.class, AlertRule.class, "Changes a rule; version 0 creates it.",
            (core, q) -> core.alerts().save(q.body()))
            .fills(Filling.ID_OF_PATH).needs(Role.ADMINISTRATOR);

    public static final Endpoint<ById, Void> DELETE_RULE = Endpoint.delete("delete-alert-rule", "/alert-rules/{id}",
            "Deletes a rule; its open alerts are resolved.", (core, id) -> core.alerts().deleteRule(id))
            .needs(Role.ADMINISTRATOR);

    static List<Endpoint<?, ?>> all() {
        return List.of(LIST_ALERTS, GET_ALERT, ACKNOWLEDGE, LIST_RULES, CREATE_RULE, SAVE_RULE, DELETE_RULE);
    }

    private AlertEndpoints() {}
}
