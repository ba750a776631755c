package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * A request to a management controller and how its answer is read.
 *
 * @param <R> the answer
 */
public interface IpmiRequest<R> {

    /** Network function of the request, even. */
    int netFn();

    int command();

    /** Logical unit that is asked (IPMI v2.0 r1.1 §7.2). */
    default int lun() {
        return 0;
    }

    byte[] data();

    /**
     * Reads a successful answer.
     *
     * @param answer data behind the completion code 00h
     */
    R decode(byte[] answer) throws MalformedIpmiMessage;

    /**
     * Whether a second execution does no harm. After a lost session such a request is sent again in a new one; others
     * are not, because the controller may have executed them.
     */
    boolean isRepeatable();

    /**
     * Lowest session privilege level that the command needs (IPMI v2.0 r1.1 appendix G). A session starts at USER; it
     * is raised to that of the target only when a request needs more, which saves a round trip on every poll.
     */
    PrivilegeLevel privilege();

    /** The command's name for messages. */
    String title();
}
