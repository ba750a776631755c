package org.dcos.domain.serial;

import java.time.Duration;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;

/**
 * Opens serial consoles of servers through their BMCs. A BMC has one at a time: all who watch a server share it, each
 * reading at its own pace; one of them holds the pen. One that nobody watches is closed after ten minutes.
 */
public interface SerialConsoles {

    /** Longest time that {@link #output} waits. */
    Duration LONGEST_WAIT = Duration.ofSeconds(20);
    /** Largest piece that {@link #write} takes. */
    int MAX_WRITE = 4_096;

    /** Those that are open, the newest first. */
    Page<SerialConsole> consoles(PageRequest page) throws Problem;

    SerialConsole console(UUID id) throws Problem;

    /**
     * Opens the console of a server, or joins the one that is open.
     *
     * @param takeOver ends one that somebody has open past this server-core
     * @throws org.dcos.domain.problem.Conflict when somebody else has it open
     */
    SerialConsole open(UUID server, boolean takeOver) throws Problem;

    /** What was written from a place on; waits for it if there is nothing yet. @param wait at most 20 s */
    SerialOutput output(UUID id, long from, Duration wait) throws Problem;

    /**
     * Takes the pen.
     *
     * @param takeAway from who has it
     * @throws org.dcos.domain.problem.Conflict when somebody else has it
     */
    SerialConsole claim(UUID id, boolean takeAway) throws Problem;

    /** Lays the pen down. */
    SerialConsole release(UUID id) throws Problem;

    /** Types. @throws org.dcos.domain.problem.Conflict without the pen */
    void write(UUID id, byte[] bytes) throws Problem;

    /** Sends a serial break. @throws org.dcos.domain.problem.Conflict without the pen */
    void sendBreak(UUID id) throws Problem;

    /** Ends it for all who watch. */
    void close(UUID id) throws Problem;
}
