package org.dcos.net.dhcp.journal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was found when a journal was opened.
 *
 * @param leases    that were read
 * @param lostBytes that were no whole record: the end of what was being written in a crash, or damage
 * @param aside     where the file is kept as it was, if it was damaged elsewhere than at its end
 */
public record Recovery(int leases, long lostBytes, Optional<Path> aside) {}
