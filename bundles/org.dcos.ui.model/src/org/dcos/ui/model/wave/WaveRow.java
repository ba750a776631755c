package org.dcos.ui.model.wave;

import java.util.UUID;

import org.dcos.ui.model.estate.Mark;

/**
 * A server of an order.
 *
 * @param wave    the wave it is in
 * @param state   its power with age while planned; what became of it while under way
 * @param owner   owner and business
 * @param hurt    who depends on it; while under way, empty
 * @param message warnings while planned; what happened while under way
 * @param outcome for the filter: one word of {@link WaveRunsModel.Outcomes}; empty while planned
 */
public record WaveRow(UUID server, String name, String wave, String place, String state, String owner, String hurt,
        String message, Mark mark, String outcome, String time) {}
