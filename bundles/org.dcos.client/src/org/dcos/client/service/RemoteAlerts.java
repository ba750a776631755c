package org.dcos.client.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Alerts;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.AlertEndpoints;
import org.dcos.wire.endpoint.Endpoint.ById;
import org.dcos.wire.endpoint.Lists;

/** Alerts and rules over the wire. */
final class RemoteAlerts implements Alerts {

    private final Calls calls;

    RemoteAlerts(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Alert> alerts(AlertFilter filter, PageRequest page) throws Problem {
        return calls.call(AlertEndpoints.LIST_ALERTS, new AlertEndpoints.ListAlerts(filter, page));
    }

    @Override
    public Alert alert(UUID id) throws Problem {
        return calls.call(AlertEndpoints.GET_ALERT, new ById(id));
    }

    @Override
    public Alert acknowledge(UUID id, String note) throws Problem {
        return calls.call(AlertEndpoints.ACKNOWLEDGE,
                new AlertEndpoints.Acknowledge(id, new AlertEndpoints.Acknowledgement(note)));
    }

    @Override
    public List<AlertRule> rules() throws Problem {
        return Lists.all(
                page -> calls.call(AlertEndpoints.LIST_RULES, new AlertEndpoints.ListRules(Optional.empty(), page)));
    }

    @Override
    public AlertRule save(AlertRule rule) throws Problem {
        return calls.call(AlertEndpoints.SAVE_RULE, new AlertEndpoints.SaveRule(rule.id(), rule));
    }

    @Override
    public void deleteRule(UUID id) throws Problem {
        calls.call(AlertEndpoints.DELETE_RULE, new ById(id));
    }
}
