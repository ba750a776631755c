package org.dcos.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.bmc.LabClock;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.Presence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The five faults as they look from outside. */
class FaultsTest {

    private static final int LITTLE_WHILE_MILLIS = 1_000;
    private static final int LONG_WHILE_MILLIS = 10_000;
    private static final AtomicLong NANOS = new AtomicLong();

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabOptions.DEFAULT.withServers(6).withBaseAddress("127.93.0.0"),
                new LabClock(InstantSource.system(), NANOS::get));
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @Test
    void a_silent_bmc_does_not_answer_until_the_fault_is_taken_back() throws IOException {
        LabBmc bmc = lab.bmc(1);
        bmc.setFault(Fault.SILENT);
        assertThatThrownBy(() -> ping(bmc, LITTLE_WHILE_MILLIS)).isInstanceOf(SocketTimeoutException.class);

        bmc.setFault(Fault.NONE);

        assertThat(ping(bmc, LONG_WHILE_MILLIS)).isTrue();
    }

    @Test
    void a_slow_bmc_answers_after_a_second_or_more() throws IOException {
        LabBmc bmc = lab.bmc(2);
        bmc.setFault(Fault.SLOW);
        long start = System.nanoTime();

        assertThat(ping(bmc, LONG_WHILE_MILLIS)).isTrue();

        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void a_bmc_with_another_password_refuses_the_listed_one() throws IOException {
        LabBmc bmc = lab.bmc(3);
        bmc.setFault(Fault.WRONG_PASSWORD);
        var refused = Peer.ipmitool(lab, bmc, 17, "chassis", "power", "status");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("Unable to establish IPMI v2 / RMCP+ session");

        bmc.setFault(Fault.NONE);

        assertThat(Peer.ipmitool(lab, bmc, 17, "chassis", "power", "status").status()).isZero();
    }

    @Test
    void a_garbage_bmc_never_answers_as_it_should() throws IOException {
        LabBmc bmc = lab.bmc(4);
        bmc.setFault(Fault.GARBAGE);
        byte[] pong = Presence.Pong.ofIpmi(7).encode();

        for (int i = 0; i < 20; i++) {
            assertThat(answer(bmc, LONG_WHILE_MILLIS)).isNotEqualTo(pong);
        }
        assertThat(Peer.ipmitool(lab, bmc, 17, "-N", "1", "-R", "1", "mc", "info").status()).isNotZero();
    }

    @Test
    void a_flapping_bmc_is_silent_and_well_by_turns() throws IOException {
        LabBmc bmc = lab.bmc(5);
        bmc.setFault(Fault.FLAPPING);
        int answered = 0;

        for (int tenSeconds = 0; tenSeconds < 12; tenSeconds++) {
            answered += answersNow(bmc) ? 1 : 0;
            NANOS.addAndGet(10_000_000_000L);
        }

        assertThat(answered).isEqualTo(6);
    }

    private static boolean answersNow(LabBmc bmc) throws IOException {
        try {
            return ping(bmc, LITTLE_WHILE_MILLIS);
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    private static boolean ping(LabBmc bmc, int millis) throws IOException {
        try {
            return Presence.decode(answer(bmc, millis)) instanceof Presence.Pong;
        } catch (MalformedIpmiMessage _) {
            return false;
        }
    }

    private static byte[] answer(LabBmc bmc, int millis) throws IOException {
        try (var socket = new DatagramSocket()) {
            byte[] ping = new Presence.Ping(7).encode();
            socket.setSoTimeout(millis);
            socket.send(new DatagramPacket(ping, ping.length, bmc.address()));
            var packet = new DatagramPacket(new byte[2_048], 2_048);
            socket.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }
    }
}
