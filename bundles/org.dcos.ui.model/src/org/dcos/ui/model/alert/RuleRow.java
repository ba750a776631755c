package org.dcos.ui.model.alert;

import org.dcos.domain.alert.AlertRule;

/** A line of the list of rules. */
public record RuleRow(AlertRule rule, String name, String state, String severity, String condition, String hold) {}
