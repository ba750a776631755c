package org.dcos.domain.alert;

/** How much an alert matters. */
public enum Severity { INFO, WARNING, CRITICAL }
