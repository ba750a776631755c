package org.dcos.server.boot.dhcp;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.dcos.net.dhcp.engine.ProbeFinding;
import org.dcos.net.dhcp.server.ConflictProbe;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.probe.AddressProbe;
import org.dcos.net.probe.Evidence;
import org.dcos.net.probe.Finding;
import org.dcos.net.probe.Method;
import org.dcos.net.probe.Patience;
import org.dcos.net.probe.ProbeOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the wire whether anything uses an address, by ARP where this machine is on its network, else by ICMP echo; half
 * a second, for a client waits. What came in meanwhile is asked together. When too many wait, or the wire cannot be
 * asked here, an address counts as unused: clients look for themselves too.
 */
final class WireProbe implements ConflictProbe, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WireProbe.class);
    private static final int QUEUE = 4096;
    private static final int TOGETHER = 512;
    private static final long STOP_MILLIS = 3_000;
    private static final ProbeOptions OPTIONS = ProbeOptions.defaults().withMethods(Method.ARP, Method.ICMP_ECHO)
            .withPatience(new Patience(2, Duration.ofMillis(200)), new Patience(1, Duration.ofMillis(300)));

    private record Question(Inet4Address address, Consumer<ProbeFinding> answer) {}

    private final BlockingQueue<Question> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AddressProbe probe;
    private final Thread thread;
    private volatile boolean closed;

    WireProbe(AddressProbe probe) {
        this.probe = probe;
        thread = Thread.ofPlatform().name("dhcp-probe").start(this::run);
    }

    @Override
    public void ask(Inet4Address address, String networkInterface, Consumer<ProbeFinding> answer) {
        if (!queue.offer(new Question(address, answer))) {
            answer.accept(new ProbeFinding.Unused());
        }
    }

    private void run() {
        while (!closed) {
            try {
                var questions = new ArrayList<Question>(List.of(queue.take()));
                queue.drainTo(questions, TOGETHER - 1);
                answer(questions);
            } catch (InterruptedException | CancellationException _) {
                return;
            } catch (RuntimeException e) {
                LOG.error("addresses were not asked for before they were offered, for a mistake of this program", e);
            }
        }
    }

    private void answer(List<Question> questions) throws InterruptedException {
        var findings = new LinkedHashMap<Inet4Address, Finding>();
        findings.putAll(probe.ask(questions.stream().map(Question::address).toList(), OPTIONS));
        for (var question : questions) {
            question.answer.accept(finding(findings, question.address));
        }
    }

    private static ProbeFinding finding(Map<Inet4Address, Finding> findings, Inet4Address address) {
        return findings.get(address) instanceof Finding.Answered(Evidence by) ? new ProbeFinding.Used(hardware(by))
                : new ProbeFinding.Unused();
    }

    private static Optional<HardwareAddress> hardware(Evidence by) {
        return by instanceof Evidence.Arp(var hardware)
                ? Optional.of(HardwareAddress.ethernet(hardware.toString()))
                : Optional.empty();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(STOP_MILLIS);
        probe.close();
    }
}
