package org.dcos.net.ipmi.client;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Why a request to a BMC has no answer. Each case is something that an operator handles differently; the message says
 * what happened, where, and what to do.
 */
public abstract sealed class IpmiException extends IOException
        permits BmcSilent, WrongPassword, SessionRefused, UnsupportedSuite, BmcRefused, ProtocolViolation, NotSent {

    private static final long serialVersionUID = 1L;

    private final InetSocketAddress address;

    IpmiException(InetSocketAddress address, String message) {
        super("BMC %s: %s".formatted(BmcTarget.where(address), message));
        this.address = address;
    }

    public InetSocketAddress address() {
        return address;
    }
}
