package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** A request of a command that {@link Command} lists; repeatable and of USER privilege unless it says otherwise. */
public interface StandardRequest<R> extends IpmiRequest<R> {

    byte[] NO_DATA = {};

    Command spec();

    @Override
    default int netFn() {
        return spec().netFn();
    }

    @Override
    default int command() {
        return spec().code();
    }

    @Override
    default byte[] data() {
        return NO_DATA;
    }

    @Override
    default boolean isRepeatable() {
        return true;
    }

    @Override
    default PrivilegeLevel privilege() {
        return PrivilegeLevel.USER;
    }

    @Override
    default String title() {
        return spec().title();
    }
}
