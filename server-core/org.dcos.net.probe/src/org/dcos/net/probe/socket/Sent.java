package org.dcos.net.probe.socket;

/** What became of a packet that was to be sent. */
public sealed interface Sent {

    /** The system has it. */
    record Done() implements Sent {}

    /** The system takes no more at this moment: to be tried again when something was received, or shortly. */
    record Busy() implements Sent {}

    /** The system will not send to this address, and why, in words for an operator. */
    record Refused(String why) implements Sent {}

    /** @param result octets sent, or the negative error number */
    static Sent of(int result) {
        return switch (-result) {
            case Linux.EAGAIN, Linux.ENOBUFS, Linux.EINTR -> new Busy();
            default -> result >= 0 ? new Done() : new Refused(Linux.describe(-result));
        };
    }
}
