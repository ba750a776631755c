package org.dcos.domain.deviation;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that a run could not see, so that nothing follows about it.
 *
 * @param item  the recorded device, where one is
 * @param name  its name; the point where no device is recorded
 * @param point where it was looked for; empty where no place is known
 * @param words why it was not seen, in English
 */
public record Unseen(Optional<UUID> item, String name, String point, Answer answer, String words) {}
