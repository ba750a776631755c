package org.dcos.domain.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Conflict;

/** Where rules and alerts are kept; on disk when a call returns. */
public interface AlertStore {

    Page<Alert> alerts(AlertFilter filter, PageRequest page);

    Optional<Alert> alert(UUID id);

    Alert save(Alert alert) throws Conflict;

    /**
     * Saves many, in their order, as a storm of alerts asks for; a store does better with one transaction. After an
     * exception some may be saved.
     */
    default List<Alert> saveAll(List<Alert> alerts) throws Conflict {
        var saved = new ArrayList<Alert>(alerts.size());
        for (var alert : alerts) {
            saved.add(save(alert));
        }
        return saved;
    }

    List<AlertRule> rules();

    AlertRule save(AlertRule rule) throws Conflict;

    boolean deleteRule(UUID id);
}
