package org.dcos.domain.alert;

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

    List<AlertRule> rules();

    AlertRule save(AlertRule rule) throws Conflict;

    boolean deleteRule(UUID id);
}
