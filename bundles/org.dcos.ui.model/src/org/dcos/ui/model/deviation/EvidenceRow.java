package org.dcos.ui.model.deviation;

/**
 * One value as it is recorded and as it was seen.
 *
 * @param property what it is
 * @param item     the name of the record; empty where there is none
 * @param recorded empty: nothing is recorded
 * @param seen     empty: nothing was seen
 * @param source   by whom, where and when it was seen
 * @param differs  whether the two are not the same
 */
public record EvidenceRow(String property, String item, String recorded, String seen, String source,
        boolean differs) {}
