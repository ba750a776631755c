package org.dcos.domain.deviation;

/** @param version the version of the deviation that was looked at; 0: whichever */
public record DecisionOrder(long version, Decision decision) {}
