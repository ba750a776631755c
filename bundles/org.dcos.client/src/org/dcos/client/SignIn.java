package org.dcos.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.dcos.client.service.Calls;
import org.dcos.client.transport.CertificateRefused;
import org.dcos.client.transport.HttpsTransport;
import org.dcos.domain.Secret;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.IssuedToken;
import org.dcos.domain.access.Role;
import org.dcos.domain.access.TokenOrder;
import org.dcos.domain.problem.Denied;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.wire.Fingerprint;
import org.dcos.wire.endpoint.AccessEndpoints;
import org.dcos.wire.endpoint.Endpoint.None;

/** First contact with a remote server-core: its certificate, and a token for a user. Blocks; not for the UI thread. */
public final class SignIn {

    /**
     * The fingerprint of the certificate that is shown there, for a person to compare; nothing is sent.
     *
     * @return SHA-256 in hexadecimal digits with colons
     * @throws Unavailable when nothing answers there, or what answers does not speak TLS 1.3
     */
    public static String fingerprint(String host, int port) throws Problem {
        try (var transport = new HttpsTransport(host, port, Optional.empty())) {
            Calls.withToken(transport, Secret.of("")).ask(AccessEndpoints.VERSION, new None());
            throw new Unavailable("%s:%d showed no certificate.".formatted(host, port));
        } catch (IOException e) {
            return CertificateRefused.in(e).map(refused -> refused.shown().toString())
                    .orElseThrow(() -> new Unavailable(e.getMessage(), e));
        }
    }

    /**
     * Gets a token for a user, with as high a role as the user has.
     *
     * @param fingerprint of the certificate, which a person has confirmed
     * @param tokenName   what it is for, e.g. {@code console of li.wei}
     * @throws Denied      when user or password is wrong
     * @throws Unavailable when nothing answers, too many sign-ins failed, or the certificate is another one
     */
    public static IssuedToken token(String host, int port, String fingerprint, String user, Secret password,
            String tokenName)
            throws Problem {
        try (var transport = new HttpsTransport(host, port, Optional.of(Fingerprint.parse(fingerprint)))) {
            Calls calls = Calls.withPassword(transport, user, password);
            for (Role role : List.of(Role.ADMINISTRATOR, Role.OPERATOR)) {
                try {
                    return issue(calls, tokenName, role);
                } catch (Invalid _) {
                    continue; // the user has a lower role
                } catch (Denied denied) {
                    if (denied.reason() == Denied.Reason.NOT_AUTHENTICATED) {
                        throw denied;
                    }
                }
            }
            return issue(calls, tokenName, Role.VIEWER);
        }
    }

    /**
     * Whether a token opens it.
     *
     * @param fingerprint of the certificate, which a person has confirmed
     * @return whose token it is
     * @throws Denied      when the token is not accepted
     * @throws Unavailable when nothing answers, or the certificate is another one
     */
    public static Caller check(String host, int port, String fingerprint, Secret token) throws Problem {
        try (var transport = new HttpsTransport(host, port, Optional.of(Fingerprint.parse(fingerprint)))) {
            return Calls.withToken(transport, token).call(AccessEndpoints.ME, new None());
        }
    }

    private static IssuedToken issue(Calls calls, String tokenName, Role role) throws Problem {
        return calls.call(AccessEndpoints.ISSUE_TOKEN,
                new AccessEndpoints.IssueToken(new TokenOrder(tokenName, role, Optional.empty())));
    }

    private SignIn() {}
}
