package org.dcos.domain.alert;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/** The alerts and the rules behind them. */
public interface Alerts {

    /** Open ones first, then newest first. Pending ones are not listed. */
    Page<Alert> alerts(AlertFilter filter, PageRequest page) throws Problem;

    Alert alert(UUID id) throws Problem;

    /** Says that the caller looks after it. Conflict when it is resolved already. */
    Alert acknowledge(UUID id, String note) throws Problem;

    List<AlertRule> rules() throws Problem;

    /** Version 0 creates. Takes effect with the next observation. */
    AlertRule save(AlertRule rule) throws Problem;

    /** Its open alerts are resolved. */
    void deleteRule(UUID id) throws Problem;
}
