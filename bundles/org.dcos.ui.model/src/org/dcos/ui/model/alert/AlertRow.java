package org.dcos.ui.model.alert;

import org.dcos.domain.alert.Alert;
import org.dcos.ui.model.estate.Mark;

/** A line of the alert list. @param since local time of day, with the date when it is not today */
public record AlertRow(Alert alert, Mark mark, String since, String severity, String what, String where, String why,
        String state) {}
