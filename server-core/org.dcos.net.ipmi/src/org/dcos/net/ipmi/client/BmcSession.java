package org.dcos.net.ipmi.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.dcos.net.ipmi.command.CloseSession;
import org.dcos.net.ipmi.command.DeviceId;
import org.dcos.net.ipmi.command.IpmiRequest;
import org.dcos.net.ipmi.command.SetSessionPrivilege;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation with one BMC: log in, send one request at a time, log in again when the BMC has forgotten the
 * session, close when idle. A state machine of datagrams, timers and jobs in, datagrams out; one thread.
 *
 * <p><b>Lost answers.</b> A request is sent again under the same request sequence number in the same session, with a
 * new session sequence number (IPMI v2.0 r1.1 §6.12.9), so that a BMC that keeps the rules tells a retry from a new
 * request. When the tries are used up the session counts as lost: a repeatable request is sent once more in a
 * new session; any other fails with {@link BmcSilent#outcomeUnknown()}. Because a BMC that has restarted ignores the
 * packets of old sessions, a request that is not repeatable is not sent into a session that was quiet for
 * {@link #QUIET}: a Get Device ID goes first.
 *
 * <p><b>Cipher suites</b> of the target are tried in their order, see {@link Login}.
 */
final class BmcSession {

    /** After this long without a verified packet a session may have been forgotten by its BMC. */
    static final Duration QUIET = Duration.ofSeconds(5);

    /** Tries in a quiet session before it counts as lost. */
    private static final int QUIET_ATTEMPTS = 2;

    /** Most requests that wait for one BMC. */
    static final int MOST_WAITING = 256;

    private static final Logger LOG = LoggerFactory.getLogger(BmcSession.class);

    private enum Phase { CLOSED, LOGIN, PAUSED, READY }

    /** What the request in flight is for. */
    private enum Errand { NONE, JOB, RAISE, PROBE, KEEP_ALIVE, CLOSE }

    private final BmcTarget target;
    private final ClientOptions options;
    private final Line line;
    private final Retry retry;
    private final Queue<Job<?>> waiting = new ArrayDeque<>();
    private Job<?> current;
    private int holders;
    private boolean leaving;
    private boolean hasPlace;
    private boolean awaitsPlace;

    private Phase phase = Phase.CLOSED;
    private Login login; // while LOGIN and PAUSED
    private SecureChannel channel; // while READY
    private int pauses;
    private String garbage = "";
    private int requestSequence;
    private boolean raised;
    private boolean wasQuiet;
    private long lastHeard;
    private long ownWait;
    private long idleUntil;
    private Errand errand = Errand.NONE;
    private IpmiRequest<?> request;
    private byte[] message;

    /** Earliest wake-up that the line has noted; its own, see {@link Shard}. */
    long wakeNoted = Long.MAX_VALUE;

    BmcSession(BmcTarget target, ClientOptions options, Line line) {
        this.target = target;
        this.options = options;
        this.line = line;
        this.retry = new Retry(options, line.random());
    }

    BmcTarget target() {
        return target;
    }

    void hold() {
        holders++;
    }

    void release(long now) {
        holders--;
        if (!isBusy()) {
            rest(now);
        }
    }

    void submit(Job<?> job, long now) {
        if (waiting.size() >= MOST_WAITING) {
            job.failed(new NotSent(target.address(), "%d requests already wait for it".formatted(MOST_WAITING)));
            return;
        }
        waiting.add(job);
        if (!isBusy()) {
            begin(now);
        }
    }

    /** A place among the open conversations has become free and is this session's. */
    void onPlace(long now) {
        awaitsPlace = false;
        hasPlace = true;
        begin(now);
    }

    /** Closes the session with the BMC as soon as nobody needs it, instead of when it was idle for long. */
    void leave(long now) {
        leaving = true;
        if (!isBusy()) {
            rest(now);
        }
    }

    /** Ends everything; an open session retires when the BMC has answered its Close Session. */
    void shutDown(long now) {
        holders = 0;
        failAll(() -> new NotSent(target.address(), "the IPMI client was closed"));
        if (phase != Phase.READY) {
            forget(now);
        } else if (errand != Errand.CLOSE) {
            fly(Errand.CLOSE, new CloseSession(channel.bmcSessionId()), now);
        }
    }

    // ---- what comes in

    /** Whether a datagram of this address can be meant for this session, by its unverified header. */
    boolean expects(FrameKind kind, byte[] frame) {
        return switch (phase) {
            case CLOSED, PAUSED -> false;
            case LOGIN -> login.expects(kind, frame);
            case READY -> channel.expects(kind, frame);
        };
    }

    /** Something that is no frame at all came from this BMC. */
    void onGarbage(String what) {
        garbage = what;
    }

    void onDatagram(FrameKind kind, byte[] frame, long now) {
        try {
            switch (phase) {
                case CLOSED, PAUSED -> line.counters().unexpected.increment();
                case LOGIN -> onProgress(login.on(kind, frame), now);
                case READY -> onPacket(frame, now);
            }
        } catch (MalformedIpmiMessage e) {
            line.counters().malformed.increment();
            garbage = e.getMessage();
        }
    }

    private void onPacket(byte[] frame, long now) throws MalformedIpmiMessage {
        var opened = channel.open(frame);
        if (opened.isPresent()) {
            onMessage(opened.get(), now);
        } else {
            line.counters().replayed.increment();
        }
    }

    private void onProgress(Login.Progress progress, long now) {
        if (!(progress instanceof Login.Progress.Ignored)) {
            heard(now);
        }
        switch (progress) {
            case Login.Progress.Forward() -> {
                retry.start(now, leastWait());
                transmit(now);
            }
            case Login.Progress.Established(SecureChannel established, CipherSuite suite) ->
                    onEstablished(established, suite, now);
            case Login.Progress.Pause(int status) -> pause(status, now);
            case Login.Progress.Failed(IpmiException reason, Optional<byte[]> farewell) -> {
                farewell.ifPresent(frame -> line.send(this, frame));
                LOG.debug("{}", reason.getMessage());
                failAll(() -> reason);
                forget(now);
            }
            case Login.Progress.Ignored() -> line.counters().unexpected.increment();
        }
    }

    /** An answer to what is in flight. */
    private void heard(long now) {
        lastHeard = now;
        long took = retry.waited(now).toNanos();
        ownWait = retry.attempt() == 1 ? 2 * took : took; // after a further try it may be its answer: no doubling
        line.pace().answered(took);
    }

    /** As long as answers take at present, of this BMC and in general: sending again earlier helps nobody. */
    private long leastWait() {
        return Math.max(ownWait, line.pace().leastWaitNanos());
    }

    private void onEstablished(SecureChannel established, CipherSuite suite, long now) {
        channel = established;
        raised = target.privilege().compareTo(PrivilegeLevel.USER) <= 0;
        pauses = 0;
        garbage = "";
        phase = Phase.READY;
        line.proved(target.address(), suite);
        line.counters().sessionsOpened.increment();
        LOG.debug("Session with BMC {} opened, {}", target.where(), suite);
        begin(now);
    }

    private void onMessage(IpmiLanMessage answer, long now) throws MalformedIpmiMessage {
        if (errand == Errand.NONE || answer.netFn() != (request.netFn() | 1) || answer.command() != request.command()
                || answer.sequence() != requestSequence) {
            line.counters().unexpected.increment();
            return;
        }
        byte[] data = answer.data();
        if (data.length == 0) {
            throw new MalformedIpmiMessage("answer to %s without a completion code".formatted(request.title()));
        }
        heard(now);
        int code = data[0] & 0xFF;
        if (code == CompletionCode.NODE_BUSY && retry.attempt() < options.attempts()) {
            newMessage(); // the BMC did nothing: it is asked anew when the wait for this try is over
            return;
        }
        switch (errand) {
            case JOB -> onJobAnswer(code, data, now);
            case RAISE -> {
                raised = code == CompletionCode.SUCCESS;
                if (!raised) {
                    finish().failed(new BmcRefused(target.address(), code, request.title()));
                }
                begin(now);
            }
            case PROBE, KEEP_ALIVE -> begin(now);
            case CLOSE -> forget(now);
            case NONE -> line.counters().unexpected.increment();
        }
    }

    private void onJobAnswer(int code, byte[] data, long now) {
        if (code == CompletionCode.INSUFFICIENT_PRIVILEGE && !raised) {
            fly(Errand.RAISE, new SetSessionPrivilege(target.privilege()), now);
            return;
        }
        Job<?> job = finish();
        if (code == CompletionCode.SUCCESS) {
            byte[] rest = new byte[data.length - 1];
            System.arraycopy(data, 1, rest, 0, rest.length);
            job.answered(target, rest);
        } else {
            job.failed(new BmcRefused(target.address(), code, request.title()));
        }
        begin(now);
    }

    // ---- time

    void onTimer(long now) {
        if (!isBusy()) {
            onIdle(now);
        } else if (phase == Phase.PAUSED && retry.isDue(now)) {
            startLogin(now);
        } else if (awaitsPlace || phase == Phase.CLOSED) {
            return; // woken by the place
        } else if (!retry.isDue(now)) {
            line.wakeAt(this, retry.dueAt());
        } else if (retry.attempt() < mostAttempts()) {
            line.counters().resent.increment();
            if (line.pace().isCalm()) {
                givePlace(); // it is this BMC that keeps us waiting, and must not hold up the others
            }
            retry.next(now);
            transmit(now);
        } else {
            giveUp(now);
        }
    }

    private void onIdle(long now) {
        if (phase != Phase.READY) {
            return;
        }
        if (now - idleUntil < 0) {
            line.wakeAt(this, idleUntil);
        } else if (holders > 0) {
            fly(Errand.KEEP_ALIVE, new DeviceId.Get(), now);
        } else {
            fly(Errand.CLOSE, new CloseSession(channel.bmcSessionId()), now);
        }
    }

    private int mostAttempts() {
        if (isUndecided()) {
            return 1;
        }
        boolean quiet = phase == Phase.READY && (wasQuiet && request.isRepeatable() || errand == Errand.CLOSE);
        return quiet ? Math.min(QUIET_ATTEMPTS, options.attempts()) : options.attempts();
    }

    private boolean isUndecided() {
        return phase == Phase.LOGIN && login.isUndecided();
    }

    private void giveUp(long now) {
        if (isUndecided()) {
            login.discover();
            retry.next(now); // goes on counting: it is one silence
            transmit(now);
            return;
        }
        if (phase == Phase.READY) {
            onSessionLost(now);
            return;
        }
        line.counters().silent.increment();
        String what = login.title();
        int attempts = retry.attempt();
        Duration waited = retry.waited(now);
        failAll(() -> unanswered(what, attempts, waited, false));
        forget(now);
    }

    private void onSessionLost(long now) {
        LOG.debug("Session with BMC {} lost", target.where());
        Errand lost = errand;
        IpmiException reason = unanswered(request.title(), retry.attempt(), retry.waited(now),
                lost == Errand.JOB && !request.isRepeatable());
        close();
        boolean again = current != null && !current.reopened && (lost != Errand.JOB || request.isRepeatable());
        if (again) {
            current.reopened = true;
        } else if (current != null) {
            line.counters().silent.increment();
            finish().failed(reason);
        }
        begin(now);
    }

    private IpmiException unanswered(String what, int attempts, Duration waited, boolean outcomeUnknown) {
        return garbage.isEmpty() ? new BmcSilent(target.address(), what, attempts, waited, outcomeUnknown)
                : new ProtocolViolation(target.address(), garbage);
    }

    // ---- what goes out

    private boolean isBusy() {
        return current != null || errand != Errand.NONE || awaitsPlace;
    }

    /** Nothing is in flight: goes on with the present job, or the next one. */
    private void begin(long now) {
        errand = Errand.NONE;
        while (current == null ? !waiting.isEmpty() : current.isCancelled()) {
            current = waiting.poll();
        }
        if (current == null) {
            rest(now);
            return;
        }
        if (!hasPlace && !line.takePlace(this)) {
            awaitsPlace = true;
            return;
        }
        hasPlace = true;
        if (phase == Phase.READY) {
            sendJob(now);
        } else {
            open(now);
        }
    }

    private void givePlace() {
        if (hasPlace) {
            hasPlace = false;
            line.freePlace();
        }
    }

    private void rest(long now) {
        givePlace();
        if (phase == Phase.READY) {
            Duration idle = holders > 0 ? options.keepAlive() : leaving ? Duration.ZERO : options.idleClose();
            idleUntil = now + idle.toNanos();
            line.wakeAt(this, idleUntil);
        } else if (holders == 0) {
            line.retire(this);
        }
    }

    private void open(long now) {
        login = new Login(target, line);
        garbage = "";
        pauses = 0;
        startLogin(now);
    }

    private void startLogin(long now) {
        phase = Phase.LOGIN;
        retry.start(now, leastWait());
        transmit(now);
    }

    private void pause(int status, long now) {
        pauses++;
        if (pauses >= options.attempts()) {
            failAll(() -> new SessionRefused(target.address(), status));
            forget(now);
            return;
        }
        login.restart();
        phase = Phase.PAUSED;
        retry.next(now);
        line.wakeAt(this, retry.dueAt());
    }

    private void sendJob(long now) {
        boolean needsMore = current.request.privilege().compareTo(PrivilegeLevel.USER) > 0;
        if (needsMore && !raised) {
            fly(Errand.RAISE, new SetSessionPrivilege(target.privilege()), now);
        } else if (!current.request.isRepeatable() && isQuiet(now)) {
            fly(Errand.PROBE, new DeviceId.Get(), now);
        } else {
            fly(Errand.JOB, current.request, now);
        }
    }

    private boolean isQuiet(long now) {
        return now - lastHeard > QUIET.toNanos();
    }

    private void fly(Errand purpose, IpmiRequest<?> errandRequest, long now) {
        errand = purpose;
        request = errandRequest;
        wasQuiet = isQuiet(now);
        newMessage();
        retry.start(now, leastWait());
        transmit(now);
    }

    private void newMessage() {
        requestSequence = requestSequence + 1 & 0x3F;
        message = IpmiLanMessage.request(request.netFn(), request.lun(), requestSequence, request.command(),
                request.data()).encode();
    }

    private void transmit(long now) {
        switch (phase) {
            case LOGIN -> line.send(this, login.frame());
            case READY -> line.send(this, channel.seal(message));
            case CLOSED, PAUSED -> throw new IllegalStateException("nothing to send while " + phase);
        }
        line.wakeAt(this, retry.dueAt());
    }

    // ---- ends

    private Job<?> finish() {
        Job<?> job = current;
        current = null;
        return job;
    }

    private void failAll(Supplier<IpmiException> reason) {
        if (current != null) {
            finish().failed(reason.get());
        }
        while (!waiting.isEmpty()) {
            waiting.remove().failed(reason.get());
        }
    }

    private void close() {
        phase = Phase.CLOSED;
        leaving = false;
        login = null;
        channel = null;
        errand = Errand.NONE;
    }

    private void forget(long now) {
        close();
        begin(now);
    }
}
