package org.dcos.server.oob;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.server.oob.redfish.Failures;
import org.dcos.server.oob.redfish.RedfishConversations;

/** Redfish where a BMC has it, else IPMI; and when the one steps in for the other. */
record Choice<T>(RedfishConversations known, T redfish, T ipmi) {

    /** Asks for something. */
    interface Reading<T, R> {
        R by(T protocol) throws BmcFailure, InterruptedException;
    }

    /** Gives an order. */
    interface Order<T> {
        void by(T protocol) throws BmcFailure, InterruptedException;
    }

    boolean byRedfish(BmcEndpoint bmc) {
        return known.has(bmc.address(), bmc.port());
    }

    /** What reads the same over both: IPMI also when Redfish is silent or talks nonsense. */
    <R> R read(BmcEndpoint bmc, Reading<T, R> reading) throws BmcFailure, InterruptedException {
        if (!byRedfish(bmc)) {
            return reading.by(ipmi);
        }
        try {
            return reading.by(redfish);
        } catch (BmcFailure e) {
            if (!Failures.isNotOffered(e) && e.kind() != BmcFailure.Kind.SILENT
                    && e.kind() != BmcFailure.Kind.GARBAGE) {
                throw e;
            }
            return other(e, reading);
        }
    }

    /** What is told in other words or numbers by each: IPMI only when Redfish does not have it. */
    <R> R same(BmcEndpoint bmc, Reading<T, R> reading) throws BmcFailure, InterruptedException {
        if (!byRedfish(bmc)) {
            return reading.by(ipmi);
        }
        try {
            return reading.by(redfish);
        } catch (BmcFailure e) {
            if (!Failures.isNotOffered(e)) {
                throw e;
            }
            return other(e, reading);
        }
    }

    /** Given once: over IPMI only when Redfish does not have it. */
    void order(BmcEndpoint bmc, Order<T> order) throws BmcFailure, InterruptedException {
        same(bmc, protocol -> {
            order.by(protocol);
            return Boolean.TRUE;
        });
    }

    /** Where IPMI does not help either, the first reason is told. */
    private <R> R other(BmcFailure first, Reading<T, R> reading) throws BmcFailure, InterruptedException {
        try {
            return reading.by(ipmi);
        } catch (BmcFailure second) {
            boolean maybeDone = second.trouble()
                    .filter(trouble -> trouble.cause() instanceof Cause.NoAnswer answer && answer.maybeDone())
                    .isPresent();
            if (second.kind() == BmcFailure.Kind.SILENT && !maybeDone) {
                throw first;
            }
            throw second;
        }
    }
}
