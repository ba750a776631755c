package org.dcos.ui.model.wave;

import org.dcos.domain.power.ChassisRun;
import org.dcos.ui.model.estate.Mark;

/** An order in the list. */
public record WaveRunRow(ChassisRun run, String what, String stage, String progress, String reason, String by,
        String begun, Mark mark) {}
