package org.dcos.ui.model.deviation;

import org.dcos.domain.deviation.Unseen;

/** Something that a run could not see. @param why in words */
public record UnseenRow(Unseen unseen, String name, String point, String answer, String why) {}
