package org.dcos.server.oob;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.net.ipmi.client.BmcConnection;
import org.dcos.net.ipmi.client.BmcRefused;
import org.dcos.net.ipmi.client.BmcSilent;
import org.dcos.net.ipmi.client.BmcTarget;
import org.dcos.net.ipmi.client.ClientOptions;
import org.dcos.net.ipmi.client.Credential;
import org.dcos.net.ipmi.client.IpmiClient;
import org.dcos.net.ipmi.client.IpmiException;
import org.dcos.net.ipmi.client.NotSent;
import org.dcos.net.ipmi.client.PasswordlessLogin;
import org.dcos.net.ipmi.client.ProtocolViolation;
import org.dcos.net.ipmi.client.SessionRefused;
import org.dcos.net.ipmi.client.SolConsole;
import org.dcos.net.ipmi.client.SolListener;
import org.dcos.net.ipmi.client.UnsupportedSuite;
import org.dcos.net.ipmi.client.WrongPassword;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The conversations with all BMCs over IPMI, which driver, setup, log and console share: one client with its sockets
 * and sessions, and what is kept of each BMC's sensors.
 */
@Component(service = IpmiConversations.class)
public final class IpmiConversations implements AutoCloseable {

    /** Longer than the usual time between two polls, so that a poll needs no new login; below the 60 s of the BMCs. */
    private static final Duration KEEP_SESSION = Duration.ofSeconds(50);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private final IpmiClient client;
    private final ClientOptions options;
    private final SensorCache sensors = new SensorCache();
    private final Set<SolConsole> consoles = ConcurrentHashMap.newKeySet();

    @Activate
    public IpmiConversations() throws IOException {
        this(ClientOptions.defaults().withIdle(KEEP_SESSION, KEEP_ALIVE));
    }

    /** With other waits and limits than the usual ones. */
    public IpmiConversations(ClientOptions options) throws IOException {
        this.options = options;
        this.client = new IpmiClient(options);
    }

    @Deactivate
    @Override
    public void close() {
        try (var closers = Executors.newVirtualThreadPerTaskExecutor()) {
            consoles.forEach(console -> closers.execute(console::close));
        }
        client.close();
    }

    SensorCache sensors() {
        return sensors;
    }

    /** Forgets what is kept of a BMC: it will be another, or has started anew. */
    void forget(String address, int port) {
        try {
            var where = new InetSocketAddress(InetAddress.getByName(address), port);
            sensors.forget(where);
            client.forget(where);
        } catch (UnknownHostException _) { // an address that never was one has nothing kept
        }
    }

    /** The cipher suite of the last login there that succeeded; empty before the first. */
    public OptionalInt suite(String address, int port) {
        try {
            return client.provenSuite(new InetSocketAddress(InetAddress.getByName(address), port))
                    .map(suite -> OptionalInt.of(suite.id())).orElse(OptionalInt.empty());
        } catch (UnknownHostException _) {
            return OptionalInt.empty();
        }
    }

    /** What is said in one conversation. */
    interface Talk<R> {
        R with(BmcConnection connection) throws IpmiException, InterruptedException;
    }

    /**
     * One session serves all: it asks for the level that operators need, so that polling and orders share it. Where the
     * account has only less, the BMC refuses the order and says so.
     */
    <R> R talk(BmcEndpoint bmc, PrivilegeLevel needed, Talk<R> talk) throws BmcFailure, InterruptedException {
        return converse(bmc, needed == PrivilegeLevel.USER ? PrivilegeLevel.OPERATOR : needed, target -> {
            try (var connection = client.connect(target)) {
                return talk.with(connection);
            }
        });
    }

    /** Whether it lets somebody in who has no password, as far as its own account goes (cipher suite 0). */
    boolean opensWithoutPassword(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return converse(bmc, PrivilegeLevel.USER, target -> PasswordlessLogin
                .level(target.address(), bmc.user(), options.firstTimeout())).isPresent();
    }

    /** Opens a console in a session of its own; whoever gets it closes it, at the latest it ends with this. */
    SolConsole console(BmcEndpoint bmc, boolean takeOver, SolListener listener)
            throws BmcFailure, InterruptedException {
        consoles.removeIf(SolConsole::isOver);
        var console = converse(bmc, PrivilegeLevel.OPERATOR,
                target -> SolConsole.open(target, options, takeOver, listener));
        consoles.add(console);
        return console;
    }

    private interface Conversation<R> {
        R with(BmcTarget target) throws IpmiException, InterruptedException;
    }

    private static <R> R converse(BmcEndpoint bmc, PrivilegeLevel privilege, Conversation<R> conversation)
            throws BmcFailure, InterruptedException {
        BmcTarget target = target(bmc, privilege);
        try {
            return conversation.with(target);
        } catch (IpmiException e) {
            throw new BmcFailure(kind(e), e.getMessage(), trouble(bmc, cause(e, bmc.user())), e);
        }
    }

    private static BmcTarget target(BmcEndpoint bmc, PrivilegeLevel privilege) throws BmcFailure {
        char[] password = bmc.password().reveal();
        try {
            return new BmcTarget(address(bmc), Credential.of(bmc.user(), password), BmcTarget.PREFERRED_SUITES,
                    privilege);
        } catch (IllegalArgumentException e) { // a login that IPMI cannot carry; the message does not show it
            throw new BmcFailure(BmcFailure.Kind.WRONG_CREDENTIAL,
                    "BMC %s:%d: %s. Correct the login.".formatted(bmc.address(), bmc.port(), e.getMessage()),
                    trouble(bmc, new Cause.WrongLogin(bmc.user())), e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static InetSocketAddress address(BmcEndpoint bmc) throws BmcFailure {
        try {
            return new InetSocketAddress(InetAddress.getByName(bmc.address()), bmc.port());
        } catch (UnknownHostException e) {
            throw new BmcFailure(BmcFailure.Kind.SILENT, "'%s' is no IP address.".formatted(bmc.address()),
                    trouble(bmc, new Cause.NoAddress()), e);
        }
    }

    private static BmcFailure.Kind kind(IpmiException reason) {
        return switch (reason) {
            // @formatter:off: it would glue the patterns together
            case BmcSilent _, NotSent _ -> BmcFailure.Kind.SILENT;
            // @formatter:on
            case WrongPassword _ -> BmcFailure.Kind.WRONG_CREDENTIAL;
            // @formatter:off: it would glue the patterns together
            case SessionRefused _, BmcRefused _ -> BmcFailure.Kind.REFUSED;
            // @formatter:on
            case UnsupportedSuite _ -> BmcFailure.Kind.NO_SAFE_SUITE;
            case ProtocolViolation _ -> BmcFailure.Kind.GARBAGE;
        };
    }

    private static BmcTrouble trouble(BmcEndpoint bmc, Cause cause) {
        return new BmcTrouble(bmc.address(), bmc.port(), cause);
    }

    private static Cause cause(IpmiException reason, String user) {
        return switch (reason) {
            case BmcSilent silent ->
                    new Cause.NoAnswer(silent.attempts(), silent.waited(), silent.outcomeUnknown());
            case NotSent _ -> new Cause.NotSent();
            case WrongPassword _ -> new Cause.WrongLogin(user);
            case SessionRefused refused -> new Cause.SessionRefused(refused.status());
            case BmcRefused refused -> new Cause.Refused(refused.command(), refused.completionCode());
            case UnsupportedSuite _ -> new Cause.NoSafeSuite();
            case ProtocolViolation violation -> new Cause.NotIpmi(violation.detail());
        };
    }
}
