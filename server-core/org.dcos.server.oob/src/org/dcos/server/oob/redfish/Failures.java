package org.dcos.server.oob.redfish;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcFailure.Kind;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.NotRedfish;
import org.dcos.net.redfish.client.NotSent;
import org.dcos.net.redfish.client.OtherCertificateShown;
import org.dcos.net.redfish.client.ProtocolViolation;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.client.RedfishRefused;
import org.dcos.net.redfish.client.ServiceMessage;
import org.dcos.net.redfish.client.ServiceSilent;
import org.dcos.net.redfish.client.TaskUnfinished;
import org.dcos.net.redfish.client.WrongLogin;

/** Tells what went wrong over Redfish in the words that are used for all BMCs. */
public final class Failures {

    static BmcFailure of(BmcEndpoint bmc, int port, RedfishException e) {
        return new BmcFailure(kind(e), e.getMessage(), new BmcTrouble(bmc.address(), port, cause(e)), e);
    }

    /** The service has nothing by which this could be asked for, so that nothing was sent: IPMI may have. */
    public static boolean isNotOffered(BmcFailure failure) {
        return failure.getCause() instanceof NotOffered
                || failure.getCause() instanceof RedfishRefused refused && refused.notThere();
    }

    private static Kind kind(RedfishException reason) {
        return switch (reason) {
            // @formatter:off: it would glue the patterns together
            case ServiceSilent _, NotSent _, TaskUnfinished _ -> Kind.SILENT;
            // @formatter:on
            case WrongLogin _ -> Kind.WRONG_CREDENTIAL;
            // @formatter:off: it would glue the patterns together
            case RedfishRefused _, NotOffered _, OtherCertificateShown _ -> Kind.REFUSED;
            case NotRedfish _, ProtocolViolation _ -> Kind.GARBAGE;
            // @formatter:on
        };
    }

    private static Cause cause(RedfishException reason) {
        return switch (reason) {
            case ServiceSilent silent ->
                    new Cause.NoAnswer(silent.tries(), silent.waited(), silent.outcomeUnknown());
            case TaskUnfinished task -> new Cause.NoAnswer(1, task.waited(), true);
            case NotSent _ -> new Cause.NotSent();
            case WrongLogin wrong -> new Cause.WrongLogin(wrong.user());
            case RedfishRefused refused -> new Cause.RefusedByRedfish(
                    ServiceMessage.sentence(refused.messages()).orElse("HTTP " + refused.status()));
            case NotOffered lacking -> new Cause.RefusedByRedfish(String.valueOf(lacking.getMessage()));
            case OtherCertificateShown other ->
                    new Cause.OtherCertificate(other.shown().text(), other.expected().text());
            case NotRedfish no -> new Cause.NotRedfish(String.valueOf(no.getMessage()));
            case ProtocolViolation violation -> new Cause.NotRedfish(violation.detail());
        };
    }

    private Failures() {}
}
