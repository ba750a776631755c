package org.dcos.net.ipmi.client;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.dcos.net.ipmi.command.CloseSession;
import org.dcos.net.ipmi.command.IpmiRequest;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PayloadType;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rmcp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session of its own on a socket of its own, blocking, for one console: the sessions of a {@link Shard} end when
 * nobody needs them, that of a console lasts. Its owner closes it.
 */
final class SolSession implements AutoCloseable, LoginSource {

    private static final Logger LOG = LoggerFactory.getLogger(SolSession.class);
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final BmcTarget target;
    private final ClientOptions options;
    private final DatagramSocket socket;
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final SecureRandom secureRandom = new SecureRandom();
    private final ReentrantLock sending = new ReentrantLock();
    private final ReentrantLock asking = new ReentrantLock();
    private final BlockingQueue<IpmiLanMessage> answers = new ArrayBlockingQueue<>(16);
    private final SecureChannel channel;
    private int requestSequence;

    private SolSession(BmcTarget target, ClientOptions options) throws IOException, InterruptedException {
        this.target = target;
        this.options = options;
        this.socket = new DatagramSocket();
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.connect(target.address());
            channel = logIn();
            socket.setSoTimeout(0);
        } catch (IOException | InterruptedException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Logs in. */
    static SolSession open(BmcTarget target, ClientOptions options) throws IpmiException, InterruptedException {
        try {
            return new SolSession(target, options);
        } catch (IpmiException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("A console's socket to BMC {} failed", target.where(), e);
            throw new BmcSilent(target.address(), "Open Session", 1, Duration.ZERO, false);
        }
    }

    private SecureChannel logIn() throws IOException, InterruptedException {
        var login = new Login(target, this);
        var retry = new Retry(options, random);
        retry.start(System.nanoTime(), 0);
        int pauses = 0;
        transmit(login.frame());
        while (true) {
            Optional<byte[]> frame = receiveUntil(retry.dueAt());
            if (frame.isEmpty()) {
                if (login.isUndecided()) {
                    login.discover();
                } else if (retry.attempt() >= options.attempts()) {
                    throw new BmcSilent(target.address(), login.title(), retry.attempt(),
                            retry.waited(System.nanoTime()), false);
                }
                retry.next(System.nanoTime());
                transmit(login.frame());
                continue;
            }
            switch (progress(login, frame.get())) {
                case Login.Progress.Forward() -> {
                    retry.start(System.nanoTime(), 0);
                    transmit(login.frame());
                }
                case Login.Progress.Established(SecureChannel established, CipherSuite _) -> {
                    return established;
                }
                case Login.Progress.Pause(int status) -> {
                    if (++pauses >= options.attempts()) {
                        throw new SessionRefused(target.address(), status);
                    }
                    Thread.sleep(options.firstTimeout());
                    login.restart();
                    retry.start(System.nanoTime(), 0);
                    transmit(login.frame());
                }
                case Login.Progress.Failed(IpmiException reason, Optional<byte[]> farewell) -> {
                    if (farewell.isPresent()) {
                        transmit(farewell.get());
                    }
                    throw reason;
                }
                case Login.Progress.Ignored() -> LOG.trace("A datagram of BMC {} was not expected", target.where());
            }
        }
    }

    private static Login.Progress progress(Login login, byte[] frame) {
        try {
            var kind = FrameKind.of(frame);
            return login.expects(kind, frame) ? login.on(kind, frame) : new Login.Progress.Ignored();
        } catch (MalformedIpmiMessage _) { // as lost
            return new Login.Progress.Ignored();
        }
    }

    /** Empty when the time is over. */
    private Optional<byte[]> receiveUntil(long nanos) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long left = TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
        if (left <= 0) {
            return Optional.empty();
        }
        socket.setSoTimeout(Math.toIntExact(Math.max(1, left)));
        try {
            return Optional.of(receive());
        } catch (SocketTimeoutException _) {
            return Optional.empty();
        }
    }

    private byte[] receive() throws IOException {
        var packet = new DatagramPacket(new byte[Rmcp.LONGEST_DATAGRAM], Rmcp.LONGEST_DATAGRAM);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private void transmit(byte[] frame) throws IOException {
        socket.send(new DatagramPacket(frame, frame.length));
    }

    /**
     * Reads datagrams until the socket is closed; to be run by one thread.
     *
     * @param console what comes as the SOL payload
     */
    void listen(Consumer<byte[]> console) {
        while (!socket.isClosed()) {
            try {
                byte[] frame = receive();
                if (!channel.expects(FrameKind.of(frame), frame)) {
                    continue;
                }
                var packet = channel.openPacket(frame);
                if (packet.isEmpty()) {
                    continue;
                }
                switch (packet.get().payloadType()) {
                    case SERIAL_OVER_LAN -> console.accept(packet.get().payload());
                    case IPMI_MESSAGE -> answers.offer(IpmiLanMessage.decode(packet.get().payload()));
                    case OPEN_SESSION_REQUEST, OPEN_SESSION_RESPONSE, RAKP_1, RAKP_2, RAKP_3, RAKP_4 ->
                            LOG.trace("A set-up message in the session of BMC {}", target.where());
                }
            } catch (MalformedIpmiMessage e) {
                LOG.debug("BMC {} sent to a console: {}", target.where(), e.getMessage());
            } catch (IOException e) { // closed, or told by the network that nobody listens there
                LOG.trace("Receiving from BMC {}", target.where(), e);
            }
        }
    }

    /** Sends a SOL payload once. */
    void send(byte[] payload) throws IOException {
        sending.lock();
        try {
            transmit(channel.seal(PayloadType.SERIAL_OVER_LAN, payload));
        } finally {
            sending.unlock();
        }
    }

    /** One at a time, with tries; needs {@link #listen}. Not on the thread that listens. */
    <R> R ask(IpmiRequest<R> request) throws IpmiException, InterruptedException {
        asking.lockInterruptibly();
        try {
            requestSequence = requestSequence + 1 & 0x3F;
            answers.clear();
            byte[] message = IpmiLanMessage.request(request.netFn(), request.lun(), requestSequence,
                    request.command(), request.data()).encode();
            var retry = new Retry(options, random);
            retry.start(System.nanoTime(), 0);
            while (true) {
                sendMessage(message);
                var answer = answer(request, retry.dueAt());
                if (answer.isPresent()) {
                    return read(request, answer.get());
                }
                if (retry.attempt() >= options.attempts()) {
                    throw new BmcSilent(target.address(), request.title(), retry.attempt(),
                            retry.waited(System.nanoTime()), !request.isRepeatable());
                }
                retry.next(System.nanoTime());
            }
        } finally {
            asking.unlock();
        }
    }

    private void sendMessage(byte[] message) {
        sending.lock();
        try {
            transmit(channel.seal(message));
        } catch (IOException e) { // the try counts as lost
            LOG.debug("Sending to BMC {} did not work", target.where(), e);
        } finally {
            sending.unlock();
        }
    }

    private Optional<byte[]> answer(IpmiRequest<?> request, long dueAt) throws InterruptedException {
        while (true) {
            var answer = answers.poll(dueAt - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (answer == null) {
                return Optional.empty();
            }
            byte[] data = answer.data();
            if (answer.sequence() == requestSequence && answer.command() == request.command()
                    && answer.netFn() == (request.netFn() | 1) && data.length > 0
                    && (data[0] & 0xFF) != CompletionCode.NODE_BUSY) {
                return Optional.of(data);
            }
        }
    }

    private <R> R read(IpmiRequest<R> request, byte[] data) throws IpmiException {
        int code = data[0] & 0xFF;
        if (code != CompletionCode.SUCCESS) {
            throw new BmcRefused(target.address(), code, request.title());
        }
        try {
            return request.decode(Arrays.copyOfRange(data, 1, data.length));
        } catch (MalformedIpmiMessage e) {
            throw new ProtocolViolation(target.address(), e.getMessage());
        }
    }

    /** Asks the BMC to close the session, once and without waiting, and lets the socket go. */
    @Override
    public void close() {
        var request = new CloseSession(channel.bmcSessionId());
        sendMessage(IpmiLanMessage.request(request.netFn(), request.lun(), requestSequence + 1 & 0x3F,
                request.command(), request.data()).encode());
        socket.close();
    }

    @Override
    public Optional<CipherSuite> provenSuite(InetSocketAddress address) {
        return Optional.empty();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public byte[] nonce() {
        byte[] nonce = new byte[Rakp1.RANDOM_LENGTH];
        secureRandom.nextBytes(nonce);
        return nonce;
    }
}
